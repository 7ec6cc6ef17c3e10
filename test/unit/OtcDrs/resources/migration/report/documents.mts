import { Parser } from 'htmlparser2';

interface Element {
	tag: string;
	attributes: Record<string, string>;
}

/** Reads a document as a browser would: what an injected text makes of it shows as an element or attribute. */
export function elementsOf(
	document: string,
	xmlMode = false,
): { elements: Element[]; text: string } {
	const elements: Element[] = [];
	let text = '';
	const parser = new Parser(
		{
			onopentag: (tag, attributes) => elements.push({ tag, attributes }),
			ontext: (part) => (text += part),
		},
		{ xmlMode, decodeEntities: true },
	);
	parser.end(document);
	return { elements, text };
}

const ATTRIBUTES =
	/^(lang|charset|name|content|class|style|role|aria-[a-z]+|scope|border|cellspacing|cellpadding|width|height|align|valign|bgcolor|xmlns|viewbox|x|y|rx|fill)$/i;

/** @returns the tags of a document, each once; fails where something in it runs, loads or leads elsewhere. */
export function harmlessTags(document: string, xmlMode = false): string[] {
	const { elements } = elementsOf(document, xmlMode);
	for (const { attributes } of elements) {
		for (const [name, value] of Object.entries(attributes)) {
			expect(name).toMatch(ATTRIBUTES);
			if (name === 'style') expect(value).not.toMatch(/url|expression|@import/i);
		}
	}
	return [...new Set(elements.map(({ tag }) => tag))];
}

/** The tags of a report in HTML. */
export const HTML_TAGS = [
	'html',
	'head',
	'meta',
	'style',
	'title',
	'body',
	'div',
	'h1',
	'h2',
	'p',
	'span',
	'ul',
	'li',
	'strong',
	'br',
	'table',
	'thead',
	'tbody',
	'tr',
	'th',
	'td',
];
