import {
	MAX_PACKAGE_BYTES,
	checkDependencies,
	checkFiles,
	checkLockFile,
	checkRequires,
	checkSchemas,
	checkSize,
	type Tarball,
} from '../../scripts/packageRules.mts';

const tarball = (paths: string[], size = 1000, unpackedSize = 5000): Tarball => ({
	files: paths.map((path) => ({ path })),
	size,
	unpackedSize,
});
const documents = ['README.md', 'LICENSE', 'package.json'];

describe('files of the tarball', () => {
	it('accepts dist and the three documents', () => {
		expect(checkFiles(tarball([...documents, 'dist/nodes/OtcDrs/OtcDrs.node.js']))).toEqual([]);
	});

	it.each(['simulator/main.mts', 'dist.old/a.js', 'CHANGELOG.md', 'docs/README.md'])(
		'refuses %s',
		(path) => {
			expect(checkFiles(tarball([...documents, 'dist/a.js', path]))).toEqual([
				`${path} must not be published`,
			]);
		},
	);

	it.each(documents)('misses %s', (path) => {
		const others = documents.filter((name) => name !== path);
		expect(checkFiles(tarball([...others, 'dist/a.js']))).toEqual([`${path} is missing`]);
	});

	it('notices that nothing was built', () => {
		expect(checkFiles(tarball(documents))).toEqual([expect.stringContaining('npm run build')]);
	});
});

describe('size', () => {
	it('accepts exactly the limit', () => {
		expect(checkSize(tarball([], MAX_PACKAGE_BYTES, MAX_PACKAGE_BYTES))).toEqual([]);
	});

	it('judges packed and unpacked size each', () => {
		expect(checkSize(tarball([], 1, MAX_PACKAGE_BYTES + 1))).toEqual([
			expect.stringContaining('unpacked size is 600001 bytes'),
		]);
		expect(checkSize(tarball([], MAX_PACKAGE_BYTES + 1, MAX_PACKAGE_BYTES + 1))).toHaveLength(2);
	});

	it('does not take a missing number for a small one', () => {
		expect(checkSize({ files: [] } as unknown as Tarball)).toHaveLength(2);
	});
});

describe('dependencies', () => {
	const peerDependencies = { 'n8n-workflow': '*' };

	it('accepts none, or an empty list', () => {
		expect(checkDependencies({ peerDependencies })).toEqual([]);
		expect(checkDependencies({ peerDependencies, dependencies: {} })).toEqual([]);
	});

	it('names what is there', () => {
		expect(checkDependencies({ peerDependencies, dependencies: { axios: '1', ajv: '8' } })).toEqual(
			['dependencies must be empty, found axios, ajv'],
		);
		expect(checkDependencies({ peerDependencies, optionalDependencies: { a: '1' } })).toHaveLength(
			1,
		);
		expect(checkDependencies({ peerDependencies, bundleDependencies: ['a'] })).toHaveLength(1);
		expect(checkDependencies({ peerDependencies, bundledDependencies: true })).toHaveLength(1);
	});

	it('demands n8n-workflow as the only peer', () => {
		expect(checkDependencies({})).toHaveLength(1);
		expect(
			checkDependencies({ peerDependencies: { ...peerDependencies, 'n8n-core': '*' } }),
		).toHaveLength(1);
	});
});

describe('output schemas', () => {
	const node = 'dist/nodes/A/A.node.js';
	const check = (paths: string[]) =>
		checkSchemas(tarball(paths), node, [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				displayOptions: { show: { resource: ['task'] } },
				options: [
					{ name: 'Get', value: 'get' },
					{ name: 'Stop', value: 'stop' },
				],
				default: 'get',
			},
			{ displayName: 'Name', name: 'name', type: 'string', default: '' },
		]);
	const files = ['get', 'stop'].map((name) => `dist/nodes/A/__schema__/v1.0.0/task/${name}.json`);

	it('are demanded for every operation, where n8n looks for them', () => {
		expect(check(files)).toEqual([]);
		expect(check(files.slice(1))).toEqual([`${files[0]} is missing`]);
	});
});

describe('lock files', () => {
	const lock = (entry: object) => JSON.stringify({ packages: { '': {}, 'node_modules/a': entry } });

	it('accepts integrity without an address, and addresses of sponsors', () => {
		const entry = { version: '1.0.0', integrity: 'sha512-x', funding: 'https://example.org/fund' };
		expect(checkLockFile('package-lock.json', lock(entry))).toEqual([]);
	});

	it('names the package with an address', () => {
		expect(checkLockFile('demo/package-lock.json', lock({ resolved: 'file:../a' }))).toEqual([
			'demo/package-lock.json: node_modules/a has a "resolved" address',
		]);
	});

	it('finds a download address under any key', () => {
		const entry = { version: 'https://npm.example.org/a/-/a-1.0.0.tgz' };
		expect(checkLockFile('package-lock.json', lock(entry))).toEqual([
			expect.stringContaining('https://npm.example.org/a/-/a-1.0.0.tgz'),
		]);
	});
});

describe('modules that built files load', () => {
	const check = (source: string) => checkRequires('dist/a.js', source);

	it('accepts n8n-workflow, node:crypto and relative paths', () => {
		expect(
			check(`const a = require("n8n-workflow"), b = require("node:crypto");
			require("./b"); require('../c.js'); __exportStar(require("./d"), exports);`),
		).toEqual([]);
	});

	it.each(['node:fs', 'crypto', 'axios', 'n8n-core', '/etc/passwd', 'n8n-workflow/dist/x'])(
		'refuses %s, wherever it is loaded',
		(name) => {
			expect(check(`function f() { return require("${name}"); }`)).toEqual([
				`dist/a.js: loads ${name}`,
			]);
			expect(check(`const f = async () => await import("${name}");`)).toHaveLength(1);
			expect(check(`import x from "${name}";`)).toHaveLength(1);
			expect(check(`export * from "${name}";`)).toHaveLength(1);
		},
	);

	it('refuses computed names', () => {
		expect(check('require("n8n-" + x); import(y);')).toHaveLength(2);
	});

	it('is not misled by text and comments', () => {
		expect(check('// require("fs")\nconst text = \'require("axios")\';')).toEqual([]);
	});
});
