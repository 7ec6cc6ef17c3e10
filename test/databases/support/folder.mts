import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A user and group to run a program as; empty for the user of the tests. */
export interface RunAs {
	uid?: number;
	gid?: number;
}

/** Servers refuse to run as root; the packages of Debian bring a user for each. */
export function unprivileged(name: string): RunAs {
	if (process.getuid?.() !== 0) return {};
	const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}

/** Makes an empty folder that the user may write to. */
export function makeFolder(name: string, { uid, gid }: RunAs): string {
	const folder = mkdtempSync(join(tmpdir(), `otc-drs-${name}-`));
	if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
	return folder;
}

/** Removes a folder with everything in it. */
export const removeFolder = (folder: string): void =>
	rmSync(folder, { recursive: true, force: true });
