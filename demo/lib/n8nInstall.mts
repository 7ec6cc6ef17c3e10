import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Log, withProgress } from './log.mts';
import { installLocked } from './npmInstall.mts';

interface LockedPackage {
	version?: string;
	integrity?: string;
}

/** What a lock file of npm says (`lockfileVersion` 3). */
export interface LockFile {
	packages: Record<string, LockedPackage & { dependencies?: Record<string, string> }>;
}

/**
 * @param lock package-lock.json
 * @param record node_modules/.package-lock.json, which npm writes when an installation is complete
 * @returns whether the record agrees with the lock file: everything installed is as locked, and no direct dependency is missing
 */
export function isInstalled(lock: LockFile, record: LockFile): boolean {
	const asLocked = Object.entries(record.packages).every(([path, { version, integrity }]) => {
		const locked = lock.packages[path];
		return locked?.version === version && locked?.integrity === integrity;
	});
	const direct = Object.keys(lock.packages['']?.dependencies ?? {});
	return asLocked && direct.every((name) => record.packages[`node_modules/${name}`] !== undefined);
}

function readLock(path: string): LockFile | undefined {
	return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as LockFile) : undefined;
}

/**
 * Installs an n8n unless it is there already; takes minutes and about 3 GB the first time.
 * @param folder of the package.json and package-lock.json that name it
 * @param log takes the progress
 * @returns the folder of the n8n package
 * @throws DemoProblem when npm cannot install it
 */
export async function ensureN8n(folder: string, log: Log): Promise<string> {
	const modules = join(folder, 'node_modules');
	const lock = readLock(join(folder, 'package-lock.json')) ?? { packages: {} };
	const record = readLock(join(modules, '.package-lock.json'));
	if (record === undefined || !isInstalled(lock, record)) {
		const paths = Object.keys(lock.packages).filter((path) => path !== '');
		const state = () => {
			const here = paths.filter((path) => existsSync(join(folder, path, 'package.json'))).length;
			return here === 0 ? 'getting ready' : `${here} of about ${paths.length} packages`;
		};
		await withProgress(
			log,
			`Installing n8n ${lock.packages['node_modules/n8n']?.version} (about 3 GB, 3 minutes, only the first time)`,
			async () => await installLocked(folder, 'n8n'),
			state,
			10_000,
		);
	}
	return join(modules, 'n8n');
}
