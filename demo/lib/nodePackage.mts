import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { npmCommand, runCommand, tail } from './command.mts';
import { type Log, withProgress } from './log.mts';
import { DemoProblem } from './problem.mts';

interface Manifest {
	name: string;
	n8n: { nodes: string[]; credentials: string[] };
}

const SOURCES = ['nodes', 'credentials', 'icons', 'package.json', 'tsconfig.json', 'gulpfile.js'];
const PUBLISHED = ['dist', 'package.json', 'README.md', 'LICENSE'];

function readManifest(root: string): Manifest {
	return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
}

function newestChange(path: string): number {
	const stat = statSync(path);
	return stat.isDirectory()
		? Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))))
		: stat.mtimeMs;
}

/**
 * @param root folder of the package
 * @returns whether `dist` lacks a node or credential of package.json, or is older than a source
 */
export function isStale(root: string): boolean {
	const { n8n } = readManifest(root);
	const built = [...n8n.nodes, ...n8n.credentials].map((path) => join(root, path));
	if (!built.every((path) => existsSync(path))) {
		return true;
	}
	const oldestBuilt = Math.min(...built.map((path) => statSync(path).mtimeMs));
	return SOURCES.map((name) => join(root, name))
		.filter((path) => existsSync(path))
		.some((path) => newestChange(path) > oldestBuilt);
}

/**
 * Builds the package if its build is missing or older than its sources.
 * @throws DemoProblem with the compiler's words when it does not build
 */
export async function ensureBuilt(root: string, log: Log): Promise<void> {
	if (!isStale(root)) {
		return;
	}
	const { code, output } = await withProgress(
		log,
		'Building the package',
		async () => await runCommand(npmCommand(), ['run', 'build'], { cwd: root }),
	);
	if (code !== 0) {
		throw new DemoProblem(
			`The package does not build:\n${tail(output)}`,
			'Put right what the compiler says above, then start again.',
		);
	}
}

/**
 * Installs the built package where n8n keeps community packages, as npm would: a copy of what is published.
 * Its peer dependency `n8n-workflow` is n8n's own copy, as in any n8n, and not the one of this repository.
 * @param root folder of the package, built
 * @param n8nFolder n8n's data folder, `.n8n` in its user folder
 * @param n8nModules the node_modules of the n8n that will load it
 * @returns the folder of the installed package
 */
export function installPackage(root: string, n8nFolder: string, n8nModules: string): string {
	const modules = join(n8nFolder, 'nodes', 'node_modules');
	const target = join(modules, readManifest(root).name);
	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	for (const name of PUBLISHED.filter((path) => existsSync(join(root, path)))) {
		cpSync(join(root, name), join(target, name), { recursive: true });
	}
	const peer = join(modules, 'n8n-workflow');
	rmSync(peer, { recursive: true, force: true });
	symlinkSync(join(n8nModules, 'n8n-workflow'), peer, 'junction');
	return target;
}
