import { oneLine } from '../../../../shared/values/oneLine';

/**
 * @param text of any origin
 * @param most characters to keep
 * @returns the text on one line, without characters that are no text, and cut with … where it is longer
 */
export function cleanText(text: string, most: number): string {
	const letters = [...oneLine(text)];
	return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('');
}
