import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand } from '../../demo/lib/command.mts';
import { buildEnvironment } from '../../demo/lib/nativeModules.mts';
import { DemoProblem } from '../../demo/lib/problem.mts';
import { chooseRuntime, NODE_MAJOR } from '../../demo/lib/runtime.mts';

const runtimeFolder = join(__dirname, '..', '..', 'demo', 'runtime');

interface RuntimeManifest {
	optionalDependencies: Record<string, string>;
}

interface RuntimeLock {
	packages: Record<string, { version: string; os?: string; cpu?: string; resolved?: string }>;
}

const readJson = <T,>(name: string): T =>
	JSON.parse(readFileSync(join(runtimeFolder, name), 'utf8')) as T;

const PLATFORMS = [
	['darwin', 'arm64'],
	['darwin', 'x64'],
	['linux', 'arm64'],
	['linux', 'x64'],
	['win32', 'x64'],
];

describe('The Node.js that runs n8n', () => {
	it.each(['24.0.0', '24.21.0', '26.1.0'])('is the system’s when that is %s', (version) => {
		expect(chooseRuntime(version, 'linux', 'x64')).toBe('system');
		expect(chooseRuntime(version, 'freebsd', 'riscv64')).toBe('system');
	});

	it.each(PLATFORMS)('is brought along for %s %s when the system’s is older', (platform, arch) => {
		const choice = chooseRuntime('20.19.0', platform, arch);
		expect(choice).toMatchObject({ name: expect.stringContaining(`${arch}`) });
	});

	it.each(PLATFORMS)('is locked for %s %s, and npm installs it only there', (platform, arch) => {
		const choice = chooseRuntime('22.0.0', platform, arch);
		const name = choice === 'system' ? '' : choice.name;
		const version = readJson<RuntimeManifest>('package.json').optionalDependencies[name];
		expect(Number.parseInt(version, 10)).toBe(NODE_MAJOR);
		expect(readJson<RuntimeLock>('package-lock.json').packages[`node_modules/${name}`]).toEqual(
			expect.objectContaining({ version, os: platform, cpu: arch }),
		);
	});

	it('has a lock file that works with any registry', () => {
		const { packages } = readJson<RuntimeLock>('package-lock.json');
		expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
	});

	it('names the remedy where none can be brought along', () => {
		let problem: unknown;
		try {
			chooseRuntime('20.19.0', 'freebsd', 'x64');
		} catch (error) {
			problem = error;
		}
		expect(problem).toBeInstanceOf(DemoProblem);
		expect((problem as DemoProblem).message).toContain('freebsd x64');
		expect((problem as DemoProblem).remedy).toContain('Install Node.js 24');
	});
});

describe('Building native modules', () => {
	it('puts the Node.js of n8n first and uses the headers that came with it', () => {
		const environment = buildEnvironment(
			{ node: '/runtime/bin/node', version: '24.21.0', headers: '/runtime' },
			{ PATH: '/usr/bin', CFLAGS: '-O3' },
		);
		expect(environment.PATH).toMatch(/^\/runtime\/bin[:;]\/usr\/bin$/);
		expect(environment.npm_config_nodedir).toBe('/runtime');
		expect(environment.CFLAGS).toBe('-O3');
		expect(environment.CXXFLAGS).toBe('-O0');
	});

	it('leaves the headers of the system’s Node.js to npm', () => {
		const environment = buildEnvironment({ node: '/usr/bin/node', version: '24.1.0' }, {});
		expect(environment).not.toHaveProperty('npm_config_nodedir');
	});
});

describe('npm', () => {
	it('is not taken from a path where it is not', () => {
		const script = join(__dirname, '..', 'fixtures', 'npm-cli.js');
		const found = npmCommand({ npm_execpath: script }, '/nowhere/bin/node');
		expect(found.args).not.toContain(script);
	});

	it('is looked for by name when its script is not beside Node.js', () => {
		expect(npmCommand({}, '/nowhere/bin/node')).toMatchObject({ args: [] });
		expect(npmCommand({}, '/nowhere/bin/node').command).toMatch(/^npm/);
	});

	it('is run by its own script when npm tells where that is', () => {
		const script = process.env.npm_execpath ?? '';
		const expected = script.endsWith('npm-cli.js') ? [script] : [];
		expect(npmCommand({ npm_execpath: script }, '/nowhere/bin/node').args).toEqual(expected);
	});
});
