import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { buildPages } from './docs/pages.mts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stale: string[] = [];
for (const [path, markdown] of await buildPages()) {
	const file = join(root, path);
	const config = await resolveConfig(file);
	const content = await format(markdown, { ...config, filepath: file });
	if (!process.argv.includes('--check')) await writeFile(file, content);
	else if ((await readFile(file, 'utf8').catch(() => '')) !== content) stale.push(path);
}
if (stale.length > 0) {
	console.error(`Stale: ${stale.join(', ')}. Run "npm run docs" and commit the result.`);
	process.exitCode = 1;
} else {
	console.log('The reference pages are up to date.');
}
