import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand, runCommand } from '../../demo/lib/command.mts';
import type { LockFile } from '../../demo/lib/n8nInstall.mts';

/** The size of a package in bytes. */
export interface PackageSize {
	packed: number;
	unpacked: number;
}

/** @returns the size of what `npm publish` would upload from a folder. @throws Error if npm cannot pack it */
export async function packageSize(folder: string): Promise<PackageSize> {
	const { code, output } = await runCommand(
		npmCommand(),
		['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'],
		{ cwd: folder },
	);
	if (code !== 0) throw new Error(`npm cannot pack ${folder}:\n${output}`);
	const list = output.slice(output.search(/^\[/m), output.lastIndexOf(']') + 1);
	const [{ size, unpackedSize }] = JSON.parse(list) as Array<{
		size: number;
		unpackedSize: number;
	}>;
	return { packed: size, unpacked: unpackedSize };
}

/** @returns the places, such as `node_modules/a`, of all packages that a package brings, itself not among them. */
export function dependenciesOf(lock: LockFile, place: string): Set<string> {
	const found = new Set<string>();
	const open = [place];
	for (let from = open.pop(); from !== undefined; from = open.pop()) {
		for (const name of Object.keys(lock.packages[from]?.dependencies ?? {})) {
			const parts = `${from}/`.split('/node_modules/');
			const near = parts.map((_, depth) =>
				join(...parts.slice(0, parts.length - depth), 'node_modules', name).replaceAll('\\', '/'),
			);
			const at = [...near, `node_modules/${name}`].find((path) => path in lock.packages);
			if (at === undefined || found.has(at)) continue;
			found.add(at);
			open.push(at);
		}
	}
	found.delete(place);
	return found;
}

/** @returns the bytes of all files in a folder, without the packages that are installed in it. */
export function folderSize(folder: string): number {
	return readdirSync(folder, { withFileTypes: true })
		.filter(({ name }) => name !== 'node_modules')
		.map((entry) => {
			const path = join(folder, entry.name);
			return entry.isDirectory() ? folderSize(path) : statSync(path).size;
		})
		.reduce((sum, size) => sum + size, 0);
}
