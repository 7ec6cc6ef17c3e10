import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Where the package lies; the benchmark is started from there. */
export const ROOT = process.cwd();

/** @returns the absolute path of a built file of the package. @throws Error if the package is not built */
export function builtPath(path: string): string {
	const file = resolve(ROOT, 'dist', path);
	if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first.`);
	return file;
}
