import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ROOT } from '../measure/built.mts';

/** What a running n8n has loaded long before it loads a community package, and what is therefore not counted. */
const SCRIPT = `
for (const name of ['crypto', 'fs', 'http', 'https', 'os', 'path', 'stream', 'url', 'util', 'zlib']) require(name);
require('n8n-workflow');
const start = performance.now();
const times = process.argv.slice(1).map((file) => {
	require(file);
	return performance.now() - start;
});
console.log(JSON.stringify([times[0], times.at(-1)]));
`;

/** How long a new process takes, in ms. */
export interface ColdRequire {
	/** For the first file. */
	node: number;
	/** For all files. */
	all: number;
}

/** Requires files in a new Node.js process that has loaded what n8n has, and nothing else. @throws Error if one does not load */
export async function coldRequire(files: readonly string[]): Promise<ColdRequire> {
	const { stdout } = await promisify(execFile)(process.execPath, ['-e', SCRIPT, ...files], {
		cwd: ROOT,
		env: { PATH: process.env.PATH },
	});
	const [node, all] = JSON.parse(stdout) as [number, number];
	return { node, all };
}
