import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import manifest from '../../package.json' with { type: 'json' };
import { checkDependencies, checkRequires } from '../../scripts/packageRules.mts';

const SOURCES = ['nodes', 'credentials'].flatMap((folder) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => join(folder, file)),
);

/** Names whose use runs texts as code, reaches the machine, or goes past n8n's HTTP client and its guards. */
const FORBIDDEN = new Set([
	'eval',
	'Function',
	'AsyncFunction',
	'global',
	'globalThis',
	'fetch',
	'XMLHttpRequest',
	'WebSocket',
	'WebAssembly',
	'setTimeout',
	'setInterval',
]);

/** @returns names of the forbidden kind that a source uses as values, and the `constructor` of anything. */
function forbiddenIn(text: string): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isTypeNode(node)) return;
		if (ts.isIdentifier(node) && FORBIDDEN.has(node.text)) {
			const { parent } = node;
			const isName =
				(ts.isPropertyAccessExpression(parent) && parent.name === node) ||
				(ts.isPropertyAssignment(parent) && parent.name === node);
			if (!isName) found.push(node.text);
		}
		if (ts.isPropertyAccessExpression(node)) {
			if (node.expression.getText() === 'process') found.push('process');
			if (/^(constructor|rejectUnauthorized|skipSsl)/.test(node.name.text)) {
				found.push(node.name.text);
			}
		}
		if (
			ts.isPropertyAssignment(node) &&
			/^(rejectUnauthorized|skipSsl)/.test(node.name.getText())
		) {
			found.push(node.name.getText());
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile('x.ts', text, ts.ScriptTarget.ES2022, true));
	return found;
}

it('the package has no dependencies, and no script runs when it is installed', () => {
	expect(checkDependencies(manifest)).toEqual([]);
	const scripts = Object.keys(manifest.scripts);
	const hooks = [
		'preinstall',
		'install',
		'postinstall',
		'prepare',
		'preuninstall',
		'postuninstall',
	];
	expect(scripts.filter((name) => hooks.includes(name))).toEqual([]);
	expect(manifest.files).toEqual(['dist']);
});

it.each(SOURCES)(
	'%s runs no text as code and reaches neither machine nor network by itself',
	(file) => {
		const text = readFileSync(file, 'utf8');
		expect(forbiddenIn(text)).toEqual([]);
		const compiled = ts.transpileModule(text, {
			compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
		});
		expect(checkRequires(file, compiled.outputText)).toEqual([]);
	},
);

it.each([
	['eval("1")', 'eval'],
	['new Function("return 1")()', 'Function'],
	['(0, eval)("1")', 'eval'],
	['[].constructor.constructor("x")()', 'constructor'],
	['process.env.X', 'process'],
	['await fetch("x")', 'fetch'],
	['const o = { rejectUnauthorized: false };', 'rejectUnauthorized'],
	['const o = { skipSslCertificateValidation: true };', 'skipSslCertificateValidation'],
])('the search sees %s', (text, name) => {
	expect(forbiddenIn(text)).toContain(name);
});
