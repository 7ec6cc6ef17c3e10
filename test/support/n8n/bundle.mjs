import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));
const require = createRequire(import.meta.url);

/** n8n-core gets n8n-workflow from `require`, because the tests replace some of it. */
const ENTRY = `
	exports.core = () => require('n8n-core');
	exports.workflow = () => require(${JSON.stringify(require.resolve('n8n-workflow'))});
	exports.fastify = () => require('fastify');
	exports.ajv2020 = () => require('ajv/dist/2020.js');
`;

/** Big tables, as text to parse: V8 reads JSON much faster than the code that makes the same object. */
const tablesAsText = {
	name: 'tables-as-text',
	setup({ onLoad }) {
		const text = (value) => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
		onLoad({ filter: /[\\/]mime-db[\\/]db\.json$/ }, ({ path }) => ({
			contents: `module.exports = ${text(require(path))}`,
		}));
	},
};

/** Loads a package only when something of it is used: few tests name a file in another script than the Latin one. */
const lazyTransliteration = {
	name: 'lazy-transliteration',
	setup({ onLoad, onResolve }) {
		const namespace = 'lazy';
		onResolve({ filter: /^transliteration$/ }, ({ importer }) =>
			importer === namespace ? undefined : { path: namespace, namespace },
		);
		onLoad({ filter: /./, namespace }, () => ({
			contents: `
				for (const name of ${JSON.stringify(Object.keys(require('transliteration')))})
					Object.defineProperty(exports, name, { get: () => require('transliteration')[name] });
			`,
			resolveDir: PROJECT,
		}));
	},
};

const hash = createHash('sha256');
for (const file of [join(PROJECT, 'package-lock.json'), fileURLToPath(import.meta.url)])
	hash.update(readFileSync(file));

/** The file with n8n-core, n8n-workflow, the packages of the simulator and all that they need: one for each state of the lock file. */
export const bundlePath = join(
	PROJECT,
	`node_modules/.cache/n8n-bundle/${hash.digest('hex').slice(0, 16)}.cjs`,
);

/** Makes the bundle, unless it is there. */
export async function makeBundle() {
	if (existsSync(bundlePath)) return;
	const unfinished = `${bundlePath}.${process.pid}`;
	await build({
		stdin: { contents: ENTRY, resolveDir: dirname(fileURLToPath(import.meta.url)) },
		outfile: unfinished,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		mainFields: ['main'],
		// n8n tells errors apart by the names of their classes.
		keepNames: true,
		external: ['n8n-workflow', 'reflect-metadata', '*.node'],
		plugins: [tablesAsText, lazyTransliteration],
		logLevel: 'error',
	});
	renameSync(unfinished, bundlePath);
}
