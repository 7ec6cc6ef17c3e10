/**
 * @returns the text percent-encoded as the signature demands it: all but letters, digits and `- _ . ~`; a lone half of a
 * character, which has no bytes, becomes the replacement character
 */
export function percentEncode(text: string): string {
	return encodeURIComponent(Buffer.from(text).toString()).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}
