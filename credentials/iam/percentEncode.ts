/** @returns the text percent-encoded as the signature demands it: all but letters, digits and `- _ . ~`. */
export function percentEncode(text: string): string {
	return encodeURIComponent(text).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}
