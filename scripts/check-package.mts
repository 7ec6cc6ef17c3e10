/**
 * Checks what `npm publish` would upload, against n8n's rules for verified community nodes and our own
 * size limit. Run by `npm run check:package`, after the build. Exits with 1 when something is wrong.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import {
	checkDependencies,
	checkFiles,
	checkLockFile,
	checkRequires,
	checkSchemas,
	checkSize,
	type PackageManifest,
	type Tarball,
} from './packageRules.mts';

interface Manifest extends PackageManifest {
	n8n: { nodes: string[]; credentials: string[] };
}

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const manifest = JSON.parse(read('package.json')) as Manifest;
const [tarball] = JSON.parse(
	execFileSync('npm', ['pack', '--dry-run', '--json'], {
		cwd: root,
		encoding: 'utf8',
		shell: process.platform === 'win32',
	}),
) as Tarball[];
const lockFiles = [
	'package-lock.json',
	'demo/n8n/package-lock.json',
	'demo/runtime/package-lock.json',
	'bench/peers/package-lock.json',
];
const scripts = tarball.files.map((file) => file.path).filter((path) => /\.[cm]?js$/.test(path));

/**
 * Loads a registered node or credential the way n8n does: the class is named like the file, and its name is read from the
 * object, too. Every operation of a node has its output schema.
 */
function checkRegistered(path: string): string[] {
	if (!tarball.files.some((file) => file.path === path)) return [`${path} is not in the package`];
	const className = basename(path).replace(/\.(node|credentials)\.js$/, '');
	try {
		const loaded = require(join(root, path)) as Record<string, new () => Loaded>;
		const instance = new loaded[className]();
		if (instance.constructor.name !== className) return [`${path}: ${className} has another name`];
		const name = instance.description?.name ?? instance.name;
		if (!name) return [`${path}: class ${className} has no name`];
		return checkSchemas(tarball, path, instance.description?.properties ?? []);
	} catch (error) {
		return [`${path} does not load: ${(error as Error).message}`];
	}
}

interface Loaded {
	name?: string;
	description?: { name: string; properties: INodeProperties[] };
}

const checks: Array<[string, string[]]> = [
	['only dist, README.md, LICENSE and package.json are published', checkFiles(tarball)],
	[`${tarball.size} bytes packed, ${tarball.unpackedSize} bytes unpacked`, checkSize(tarball)],
	['no runtime dependencies', checkDependencies(manifest)],
	[
		`lock files name no registry (${lockFiles.join(', ')})`,
		lockFiles.flatMap((path) => checkLockFile(path, read(path))),
	],
	[
		'built files load n8n-workflow, node:crypto and each other only',
		scripts.flatMap((path) => checkRequires(path, read(path))),
	],
	[
		'registered nodes and credentials load, and every operation has an output schema',
		[...manifest.n8n.nodes, ...manifest.n8n.credentials].flatMap(checkRegistered),
	],
];

for (const [title, problems] of checks) {
	console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${title}`);
	for (const problem of problems) console.log(`         ${problem}`);
}
if (checks.some(([, problems]) => problems.length > 0)) process.exit(1);
