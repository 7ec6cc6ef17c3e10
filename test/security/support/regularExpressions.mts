import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A regular expression of the published code. */
export interface Found {
	file: string;
	source: string;
	flags: string;
}

/**
 * Collects the regular expressions of the published code with the TypeScript compiler: literals, the first argument of
 * `new RegExp` where it is a text, and the texts of n8n's field validation (`regex: '…'`).
 *
 * @returns every expression, once a place
 */
export function collectRegularExpressions(): Found[] {
	const files = ['nodes', 'credentials'].flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts') && !file.includes('generated'))
			.map((file) => join(folder, file)),
	);
	return files.flatMap((file) => {
		const found: Found[] = [];
		const add = (source: string, flags: string) => found.push({ file, source, flags });
		const visit = (node: ts.Node): void => {
			if (ts.isRegularExpressionLiteral(node)) {
				const end = node.text.lastIndexOf('/');
				add(node.text.slice(1, end), node.text.slice(end + 1));
			} else if (
				(ts.isNewExpression(node) || ts.isCallExpression(node)) &&
				node.expression.getText() === 'RegExp'
			) {
				const [first] = node.arguments ?? [];
				if (!first || !ts.isStringLiteralLike(first)) throw new Error(`${file}: computed RegExp`);
				add(first.text, '');
			} else if (
				ts.isPropertyAssignment(node) &&
				node.name.getText() === 'regex' &&
				ts.isStringLiteralLike(node.initializer)
			) {
				add(node.initializer.text, '');
			}
			ts.forEachChild(node, visit);
		};
		visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true));
		return found;
	});
}
