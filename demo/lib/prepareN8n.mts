import { join } from 'node:path';
import type { Log } from './log.mts';
import { ensureN8n } from './n8nInstall.mts';
import { ensureNativeModules } from './nativeModules.mts';
import { ensureBuilt } from './nodePackage.mts';
import { ensureRuntime, type Runtime } from './runtime.mts';

/** An n8n and what it runs on. */
export interface N8nChoice {
	/** Folder of the package.json and package-lock.json that name it. */
	folder: string;
	/** The Node.js to run it with; default: the one of the demo. */
	runtime?: Runtime;
}

/** An n8n that is ready to start. */
export interface InstalledN8n {
	runtime: Runtime;
	/** Folder of the n8n package. */
	n8n: string;
}

/**
 * Installs an n8n and the Node.js that it runs on, unless they are there.
 *
 * @param root folder of the repository
 * @param log takes the progress
 * @param choice another n8n and Node.js than the demo's
 * @throws DemoProblem when npm cannot install or build them
 */
export async function installN8n(
	root: string,
	log: Log,
	choice: N8nChoice = { folder: join(root, 'demo', 'n8n') },
): Promise<InstalledN8n> {
	const runtime = choice.runtime ?? (await ensureRuntime(root, log));
	const n8n = await ensureN8n(choice.folder, log);
	await ensureNativeModules(choice.folder, runtime, log);
	return { runtime, n8n };
}

/** As {@link installN8n}; also builds this package, unless it is built. */
export async function prepareN8n(
	root: string,
	log: Log,
	choice?: N8nChoice,
): Promise<InstalledN8n> {
	const installed = await installN8n(root, log, choice);
	await ensureBuilt(root, log);
	return installed;
}
