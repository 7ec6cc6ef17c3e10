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
	'process',
	'fetch',
	'XMLHttpRequest',
	'WebSocket',
	'WebAssembly',
	'setTimeout',
	'setInterval',
]);

/** Names of properties that lead to code or away from protection, whatever object they belong to. */
const FORBIDDEN_PROPERTY = /^(constructor$|rejectUnauthorized|skipSsl)/;

const isPropertyName = (node: ts.Identifier): boolean => {
	const { parent } = node;
	if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
	if (ts.isBindingElement(parent) && parent.propertyName === node) return true;
	return (
		(ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node
	);
};

const isDeclared = (node: ts.Identifier): boolean =>
	(ts.isBindingElement(node.parent) ||
		ts.isVariableDeclaration(node.parent) ||
		ts.isParameter(node.parent)) &&
	node.parent.name === node;

const namesIn = (name: ts.BindingName): string[] =>
	ts.isIdentifier(name)
		? [name.text]
		: name.elements.flatMap((element) =>
				ts.isBindingElement(element) ? namesIn(element.name) : [],
			);

/** @returns whether a parameter or variable around the use has this name, so that it is not the global. */
function isLocal(node: ts.Identifier): boolean {
	for (let around: ts.Node = node.parent; around !== undefined; around = around.parent) {
		const declared = ts.isFunctionLike(around)
			? around.parameters.flatMap(({ name }) => namesIn(name))
			: ts.isBlock(around) || ts.isSourceFile(around)
				? around.statements
						.filter(ts.isVariableStatement)
						.flatMap(({ declarationList }) => declarationList.declarations)
						.flatMap(({ name }) => namesIn(name))
				: [];
		if (declared.includes(node.text)) return true;
	}
	return false;
}

/** @returns names of the forbidden kind that a source uses as values, and the `constructor` of anything. */
function forbiddenIn(text: string): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
		if (ts.isIdentifier(node) && FORBIDDEN.has(node.text)) {
			if (!isPropertyName(node) && !isDeclared(node) && !isLocal(node)) found.push(node.text);
		}
		const property = ts.isElementAccessExpression(node)
			? node.argumentExpression
			: ts.isPropertyAccessExpression(node) || ts.isPropertyAssignment(node)
				? node.name
				: ts.isBindingElement(node)
					? (node.propertyName ?? node.name)
					: undefined;
		const name =
			property && (ts.isIdentifier(property) || ts.isStringLiteralLike(property))
				? property.text
				: '';
		if (FORBIDDEN_PROPERTY.test(name)) found.push(name);
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
	["process['env'].X", 'process'],
	['const { env } = process;', 'process'],
	['const p = process; p.env;', 'process'],
	['read(process)', 'process'],
	['const o = { process };', 'process'],
	['(process as never).env', 'process'],
	["typeof process === 'undefined'", 'process'],
	["[]['constructor']['constructor']('x')()", 'constructor'],
	['const { constructor } = [];', 'constructor'],
	["const o = { 'rejectUnauthorized': false };", 'rejectUnauthorized'],
	['await fetch("x")', 'fetch'],
	['const o = { rejectUnauthorized: false };', 'rejectUnauthorized'],
	['const o = { skipSslCertificateValidation: true };', 'skipSslCertificateValidation'],
])('the search sees %s', (text, name) => {
	expect(forbiddenIn(text)).toContain(name);
});

it.each([
	['({ process }) => process === "100%"'],
	['const done = result.process === "100%";'],
	['const row = { process: 1 };'],
	['interface Row { process: string }'],
])('the search takes %s for what it is: a field of an answer', (text) => {
	expect(forbiddenIn(text)).toEqual([]);
});
