import ts from 'typescript';

/** A part of a text, from its first character to the one after its last. */
type Range = readonly [start: number, end: number];

const TEXT_KINDS: ReadonlySet<ts.SyntaxKind> = new Set([
	ts.SyntaxKind.StringLiteral,
	ts.SyntaxKind.NoSubstitutionTemplateLiteral,
	ts.SyntaxKind.TemplateHead,
	ts.SyntaxKind.TemplateMiddle,
	ts.SyntaxKind.TemplateTail,
]);

/** @returns the strings and comments of a source file, in any order. */
function textsOf(source: string): Range[] {
	const file = ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest, true);
	const found: Range[] = [];
	const collect = (node: ts.Node): void => {
		const comments = [
			...(ts.getLeadingCommentRanges(source, node.pos) ?? []),
			...(ts.getTrailingCommentRanges(source, node.end) ?? []),
		];
		for (const { pos, end } of comments) found.push([pos, end]);
		if (TEXT_KINDS.has(node.kind)) found.push([node.getStart(file) + 1, node.end - 1]);
		node.getChildren(file).forEach(collect);
	};
	collect(file);
	return found;
}

/**
 * Blanks out the code of a TypeScript file, so that a prose linter reads what people read. Lines and columns stay the same.
 *
 * @param source TypeScript
 * @returns a text of the same length that holds only the strings and the comments
 */
export function onlyTexts(source: string): string {
	const isShown = new Uint8Array(source.length);
	for (const [start, end] of textsOf(source)) isShown.fill(1, start, end);
	return [...source.split('')]
		.map((character, at) => (isShown[at] === 1 || character === '\n' ? character : ' '))
		.join('');
}
