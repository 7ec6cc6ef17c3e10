const { execFile } = require('node:child_process');
const { mkdir, rm, writeFile } = require('node:fs/promises');
const { basename, dirname, relative } = require('node:path');
const { promisify } = require('node:util');
const { build } = require('esbuild');
const { dest, parallel, series, src, watch } = require('gulp');
const { n8n } = require('./package.json');

const clean = () => rm('dist', { recursive: true, force: true });

const run = (...parts) =>
	promisify(execFile)(process.execPath, parts).catch((error) => {
		throw new Error(error.stdout || error.message);
	});

const check = () => run(require.resolve('typescript/bin/tsc'), '--noEmit');

/** What the operations give, for n8n's editor: made from the contract, see contract/outputs. */
const schemas = () => run('--import', 'tsx', 'scripts/schemas.mts');

const registered = [...n8n.nodes, ...n8n.credentials];

/**
 * All code in one file: n8n loads it several times as fast as hundreds of small ones. Without comments
 * and blanks and with short names, to stay below the size limit.
 *
 * @param sourcemap whether to write a source map, too, with which a stack trace can be read
 */
const bundleWith = (sourcemap) =>
	build({
		stdin: {
			contents: registered
				.map((file) => `export * from './${file.replace(/^dist\/(.*)\.js$/, '$1.ts')}';`)
				.join('\n'),
			resolveDir: __dirname,
		},
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		minifyWhitespace: true,
		minifySyntax: true,
		minifyIdentifiers: true,
		sourcemap: sourcemap && 'external',
		external: ['n8n-workflow'],
		outfile: 'dist/package.js',
		logLevel: 'error',
	});

const bundle = () => bundleWith(false);

/** The files that n8n asks for: each hands on the class that it is named after. n8n reads its name, too. */
const entries = () =>
	Promise.all(
		registered.map(async (file) => {
			const [className] = basename(file).split('.');
			const shared = relative(dirname(file), 'dist/package.js').replaceAll('\\', '/');
			await mkdir(dirname(file), { recursive: true });
			await writeFile(
				file,
				`const { ${className} } = require('${shared}');
Object.defineProperty(${className}, 'name', { value: '${className}' });
exports.${className} = ${className};
`,
			);
		}),
	);

/** Copies what is not code: icons and codex files. */
const assets = () =>
	src(['nodes/**/*.{svg,png}', 'nodes/**/*.node.json', 'credentials/**/*.svg', 'icons/**/*.svg'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));

exports.clean = clean;
exports.assets = assets;
exports.sourcemap = () => bundleWith(true);
exports.build = series(clean, parallel(check, bundle, entries, assets, schemas));
exports.watch = () =>
	watch(
		['nodes/**', 'credentials/**', 'icons/**', 'contract/outputs/**'],
		{ ignoreInitial: false },
		exports.build,
	);
exports.default = exports.build;
