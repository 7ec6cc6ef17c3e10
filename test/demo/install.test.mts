import { spawnSync } from 'node:child_process';
import {
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	realpathSync,
	rmSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { lockHome } from '../../demo/lib/homeLock.mts';
import { isInstalled, type LockFile } from '../../demo/lib/n8nInstall.mts';
import { installPackage, isStale } from '../../demo/lib/nodePackage.mts';
import { remedyForInstall } from '../../demo/lib/npmInstall.mts';

const LOCK: LockFile = {
	packages: {
		'': { dependencies: { n8n: '2.41.1' } },
		'node_modules/n8n': { version: '2.41.1', integrity: 'sha512-a' },
		'node_modules/other-platform': { version: '1.0.0', integrity: 'sha512-b' },
	},
};

describe('Whether n8n is installed', () => {
	const recorded = (packages: LockFile['packages']): LockFile => ({ packages });

	it('is so when everything npm recorded is as locked, also without packages of other platforms', () => {
		const record = recorded({ 'node_modules/n8n': { version: '2.41.1', integrity: 'sha512-a' } });
		expect(isInstalled(LOCK, record)).toBe(true);
	});

	it.each([
		['another version', { 'node_modules/n8n': { version: '2.40.0', integrity: 'sha512-a' } }],
		['other content', { 'node_modules/n8n': { version: '2.41.1', integrity: 'sha512-x' } }],
		[
			'a package that is not locked',
			{
				'node_modules/n8n': { version: '2.41.1', integrity: 'sha512-a' },
				'node_modules/extra': { version: '1.0.0', integrity: 'sha512-c' },
			},
		],
		['nothing', {}],
	])('is not so with %s', (_, packages) => {
		expect(isInstalled(LOCK, recorded(packages))).toBe(false);
	});
});

describe('The remedy for an installation that npm gave up', () => {
	it.each([
		['npm error code ENOTFOUND', 'network'],
		['npm error connect ECONNREFUSED 127.0.0.1:4873', 'network'],
		['npm error ENOSPC: no space left on device', 'disk'],
		['npm error EACCES: permission denied, mkdir', 'written'],
		['npm error something else', 'Start again'],
	])('%s → %s', (output, word) => {
		expect(remedyForInstall(output)).toContain(word);
	});
});

describe('The package in n8n', () => {
	let folder: string;
	const write = (name: string, text: string, seconds: number) => {
		const path = join(folder, name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
		utimesSync(path, seconds, seconds);
		utimesSync(dirname(path), seconds, seconds);
	};

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'otc-drs-demo-'));
		const n8n = { nodes: ['dist/nodes/A.node.js'], credentials: ['dist/credentials/B.js'] };
		write('nodes/A.node.ts', 'source', 1000);
		write('credentials/B.ts', 'source', 1000);
		write('dist/nodes/A.node.js', 'built', 2000);
		write('dist/credentials/B.js', 'built', 2000);
		write('package.json', JSON.stringify({ name: 'n8n-nodes-sample', n8n }), 1000);
	});

	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	it('is not built again when the build is newer than every source', () => {
		expect(isStale(folder)).toBe(false);
	});

	it.each(['nodes/A.node.ts', 'nodes/deep/C.ts', 'credentials/B.ts', 'package.json'])(
		'is built again when %s has changed since',
		(name) => {
			write(name, readFileSync(join(folder, 'package.json'), 'utf8'), 3000);
			expect(isStale(folder)).toBe(true);
		},
	);

	it('is built when a part of the build is missing', () => {
		rmSync(join(folder, 'dist', 'credentials'), { recursive: true });
		expect(isStale(folder)).toBe(true);
	});

	it('is a copy of what is published, and finds the n8n-workflow of n8n', () => {
		const modules = join(folder, 'n8n', 'node_modules');
		mkdirSync(join(modules, 'n8n-workflow'), { recursive: true });
		const target = installPackage(folder, join(folder, 'home', '.n8n'), modules);
		expect(readFileSync(join(target, 'dist', 'nodes', 'A.node.js'), 'utf8')).toBe('built');
		expect(lstatSync(target).isSymbolicLink()).toBe(false);
		expect(existsSync(join(target, 'nodes'))).toBe(false);
		expect(realpathSync(join(target, '..', 'n8n-workflow'))).toBe(
			realpathSync(join(modules, 'n8n-workflow')),
		);
	});

	it('replaces the copy of an earlier start', () => {
		const modules = join(folder, 'n8n', 'node_modules');
		mkdirSync(join(modules, 'n8n-workflow'), { recursive: true });
		const install = () => installPackage(folder, join(folder, 'home', '.n8n'), modules);
		writeFileSync(join(install(), 'dist', 'left-over.js'), '');
		expect(existsSync(join(install(), 'dist', 'left-over.js'))).toBe(false);
	});
});

describe('The home folder of a demo', () => {
	let home: string;
	beforeEach(() => {
		home = mkdtempSync(join(tmpdir(), 'otc-drs-demo-'));
	});
	afterEach(() => rmSync(home, { recursive: true, force: true }));

	it('is refused to a second demo while the first one runs', () => {
		const unlock = lockHome(home);
		expect(() => lockHome(home)).toThrow(`process ${process.pid}`);
		unlock();
		expect(lockHome(home)).toEqual(expect.any(Function));
	});

	it('is free when the process that held it no longer runs', () => {
		const { pid } = spawnSync(process.execPath, ['--version']);
		writeFileSync(join(home, 'demo.pid'), String(pid));
		expect(lockHome(home)).toEqual(expect.any(Function));
	});
});
