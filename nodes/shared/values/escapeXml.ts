const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Characters that XML 1.0 does not allow, and those that turn the direction of the text after them. */
const UNWANTED = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** @returns a text that may stand anywhere in XML or HTML, also in a quoted attribute. */
export function escapeXml(text: string): string {
	return text.replace(UNWANTED, '').replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
