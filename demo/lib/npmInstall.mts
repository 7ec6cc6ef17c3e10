import { npmCommand, runCommand, tail } from './command.mts';
import { DemoProblem } from './problem.mts';

const NETWORK =
	/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network/;

/** @returns what the user can do about an installation that ended with this output. */
export function remedyForInstall(output: string): string {
	if (/ENOSPC/.test(output)) {
		return 'The disk is full: n8n takes about 3 GB, and as much again in the cache of npm. Make room, then start again.';
	}
	if (/EACCES|EPERM/.test(output)) {
		return 'A file or folder could not be written. See that "demo" belongs to you and that nothing holds files in it open, then start again.';
	}
	if (NETWORK.test(output)) {
		return 'The npm registry could not be reached. Check the network and, behind a proxy, "npm config get proxy" and "npm config get registry", then start again.';
	}
	return 'Start again; if it stays like this, the lines above say what npm could not do.';
}

/**
 * Installs exactly what the lock file of a folder names, without running install scripts.
 * @param folder the folder of package.json and package-lock.json
 * @param what for the message, such as `n8n`
 * @throws DemoProblem with npm's last lines and a remedy
 */
export async function installLocked(folder: string, what: string): Promise<void> {
	const { code, output } = await runCommand(npmCommand(), ['ci', '--no-audit', '--no-fund'], {
		cwd: folder,
	});
	if (code !== 0) {
		throw new DemoProblem(
			`${what} could not be installed in ${folder}:\n${tail(output)}`,
			remedyForInstall(output),
		);
	}
}
