import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Installs the npm packages of this folder, unless they are there. */
export default function setup({ rootDir }) {
	const folder = join(rootDir, 'test/clients');
	if (existsSync(join(folder, 'node_modules/.package-lock.json'))) return;
	execFileSync('npm', ['ci'], { cwd: folder, stdio: 'inherit' });
}
