import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkProse } from './prose/check.mts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What people read: the package, its templates, its docs, and the comments of everything that is not a test. */
const READ = ['*.md', '*.ts', '*.mts', 'workflows/*.json'];

/** Generated from the API reference, or a list of the phrases themselves. */
const NOT_OURS = [
	':!test',
	':!simulator/contract',
	':!*.generated.ts',
	':!docs/reference/error-codes.md',
];

const paths = execFileSync('git', ['ls-files', '--', ...READ, ...NOT_OURS], {
	cwd: root,
	encoding: 'utf8',
})
	.split('\n')
	.filter((path) => path !== '');
let count = 0;
for (const path of paths) {
	for (const { line, message } of await checkProse(
		path,
		await readFile(join(root, path), 'utf8'),
	)) {
		console.error(`${path}:${line} ${message}`);
		count += 1;
	}
}
if (count > 0) process.exitCode = 1;
else console.log(`The prose of ${paths.length} files is clean.`);
