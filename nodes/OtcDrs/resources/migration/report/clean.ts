/** Control characters, halves of characters, and those that turn the direction of the text around them. */
const UNWANTED = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * @param text of any origin
 * @param most characters to keep
 * @returns the text on one line, without characters that are no text, and cut with … where it is longer
 */
export function cleanText(text: string, most: number): string {
	const letters = [...text.replace(/\s+/g, ' ').replace(UNWANTED, '').trim()];
	return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('');
}
