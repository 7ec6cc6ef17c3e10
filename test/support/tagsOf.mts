import { Parser } from 'htmlparser2';

/** @returns the elements of a page, each with its attributes */
export function tagsOf(html: string): string[] {
	const tags: string[] = [];
	const parser = new Parser({
		onopentag: (tag, attributes) => tags.push([tag, ...Object.keys(attributes)].join(' ')),
	});
	parser.end(html);
	return tags;
}
