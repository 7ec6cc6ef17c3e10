/** Control characters, halves of characters, and those that turn the direction of the text around them. */
const UNWANTED = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** @returns a text on one line, without characters that are no text. */
export const oneLine = (text: string): string =>
	text.replace(/\s+/g, ' ').replace(UNWANTED, '').trim();
