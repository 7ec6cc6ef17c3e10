import { dirname } from 'node:path/posix';
import type { INodeProperties } from 'n8n-workflow';
import ts from 'typescript';

/** What `npm pack --json` says about the tarball it would make (sizes in bytes). */
export interface Tarball {
	files: Array<{ path: string }>;
	size: number;
	unpackedSize: number;
}

/** The parts of package.json that the rules look at. */
export interface PackageManifest {
	dependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
	bundledDependencies?: string[] | boolean;
	bundleDependencies?: string[] | boolean;
	peerDependencies?: Record<string, string>;
}

/** Upper bound for the tarball, packed and unpacked, in bytes. */
export const MAX_PACKAGE_BYTES = 600_000;

const ALLOWED_MODULES = new Set(['n8n-workflow', 'node:crypto']);
const ALLOWED_TOP_LEVEL_FILES = new Set(['README.md', 'LICENSE', 'package.json']);

/**
 * Finds files in the tarball that do not belong there, and documents that are missing.
 * @returns one sentence per finding; empty when all is well
 */
export function checkFiles(tarball: Tarball): string[] {
	const paths = tarball.files.map((file) => file.path);
	const foreign = paths
		.filter((path) => !path.startsWith('dist/') && !ALLOWED_TOP_LEVEL_FILES.has(path))
		.map((path) => `${path} must not be published`);
	const missing = [...ALLOWED_TOP_LEVEL_FILES]
		.filter((path) => !paths.includes(path))
		.map((path) => `${path} is missing`);
	const empty = paths.some((path) => path.startsWith('dist/'))
		? []
		: ['dist holds nothing: run npm run build'];
	return [...foreign, ...missing, ...empty];
}

/**
 * Compares the tarball's packed and unpacked size with {@link MAX_PACKAGE_BYTES}.
 * @returns one sentence per size that is too large
 */
export function checkSize(tarball: Tarball): string[] {
	const sizes: Array<[string, number]> = [
		['packed', tarball.size],
		['unpacked', tarball.unpackedSize],
	];
	return sizes
		.filter(([, bytes]) => !(bytes <= MAX_PACKAGE_BYTES))
		.map(([kind, bytes]) => `${kind} size is ${bytes} bytes, at most ${MAX_PACKAGE_BYTES} allowed`);
}

/**
 * Demands that an install of the package brings nothing else along: n8n supplies `n8n-workflow` as the
 * only peer dependency (n8n's rules for verified community nodes).
 * @returns one sentence per finding
 */
export function checkDependencies(manifest: PackageManifest): string[] {
	const problems: string[] = [];
	for (const field of ['dependencies', 'optionalDependencies'] as const) {
		const names = Object.keys(manifest[field] ?? {});
		if (names.length > 0) problems.push(`${field} must be empty, found ${names.join(', ')}`);
	}
	for (const field of ['bundledDependencies', 'bundleDependencies'] as const) {
		if (manifest[field] !== undefined) problems.push(`${field} must be absent`);
	}
	const peers = Object.keys(manifest.peerDependencies ?? {});
	if (peers.length !== 1 || peers[0] !== 'n8n-workflow') {
		problems.push('peerDependencies must hold n8n-workflow alone');
	}
	return problems;
}

/**
 * Demands an output schema for every operation of a node, where n8n looks for it.
 * @param tarball with the node
 * @param nodeFile the node's path inside the package
 * @param properties of the node
 * @returns one sentence per schema that is missing
 */
export function checkSchemas(
	tarball: Tarball,
	nodeFile: string,
	properties: readonly INodeProperties[],
): string[] {
	const paths = new Set(tarball.files.map(({ path }) => path));
	const folder = `${dirname(nodeFile)}/__schema__/v1.0.0`;
	return properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options = [] }) =>
			(displayOptions?.show?.resource ?? []).flatMap((resource) =>
				options.map((option) => `${folder}/${resource}/${'value' in option && option.value}.json`),
			),
		)
		.filter((path) => !paths.has(path))
		.map((path) => `${path} is missing`);
}

/**
 * Demands that a lock file pins versions by integrity only, so that it installs from whichever registry
 * the machine is configured for.
 * @param path name of the lock file, for the message
 * @param text the file's content
 * @returns one sentence per entry that names a download address
 */
export function checkLockFile(path: string, text: string): string[] {
	const lock = JSON.parse(text) as { packages?: Record<string, Record<string, unknown>> };
	const resolved = Object.entries(lock.packages ?? {})
		.filter(([, entry]) => 'resolved' in entry)
		.map(([name]) => `${path}: ${name || '(root)'} has a "resolved" address`);
	const tarballs = text.match(/https?:\/\/[^"\s]+\.tgz/g) ?? [];
	return [...resolved, ...tarballs.map((url) => `${path}: names the download address ${url}`)];
}

/**
 * Finds modules that a built file asks for besides `n8n-workflow`, `node:crypto` and the package's own files.
 * @param path the file's path inside the package, for the message
 * @param source JavaScript as compiled (CommonJS)
 * @returns one sentence per foreign or computed module name
 */
export function checkRequires(path: string, source: string): string[] {
	const problems: string[] = [];
	const examine = (argument: ts.Expression | undefined) => {
		if (argument === undefined || !ts.isStringLiteralLike(argument)) {
			problems.push(`${path}: loads a module whose name is computed`);
			return;
		}
		const name = argument.text;
		if (ALLOWED_MODULES.has(name) || name.startsWith('./') || name.startsWith('../')) return;
		problems.push(`${path}: loads ${name}`);
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node)) examine(node.moduleSpecifier);
		if (ts.isExportDeclaration(node) && node.moduleSpecifier) examine(node.moduleSpecifier);
		if (ts.isCallExpression(node) && isModuleLoad(node.expression)) examine(node.arguments[0]);
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS));
	return problems;
}

function isModuleLoad(callee: ts.Expression): boolean {
	if (callee.kind === ts.SyntaxKind.ImportKeyword) return true;
	return ts.isIdentifier(callee) && callee.text === 'require';
}
