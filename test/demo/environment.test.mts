import { compareSync } from 'bcryptjs';
import { createServer } from 'node:net';
import { n8nEnvironment } from '../../demo/lib/environment.mts';
import { duration, withProgress } from '../../demo/lib/log.mts';
import { readCommandLine } from '../../demo/lib/options.mts';
import { LOGIN, ownerEnvironment } from '../../demo/lib/owner.mts';
import { findPort } from '../../demo/lib/ports.mts';
import { DemoProblem } from '../../demo/lib/problem.mts';

const PLACE = { node: '/runtime/bin/node', userFolder: '/home', port: 5678, brokerPort: 5679 };

describe('The environment of n8n', () => {
	it('listens on loopback only and sends no telemetry', () => {
		expect(n8nEnvironment(PLACE, {})).toMatchObject({
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_HOST: '127.0.0.1',
			N8N_PORT: '5678',
			N8N_DIAGNOSTICS_ENABLED: 'false',
			N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
			N8N_TEMPLATES_ENABLED: 'false',
		});
	});

	it('takes over nothing of the user’s own n8n, proxy or Node.js options', () => {
		const environment = n8nEnvironment(PLACE, {
			PATH: '/usr/bin',
			HOME: '/root',
			DB_TYPE: 'postgresdb',
			N8N_ENCRYPTION_KEY: 'x',
			HTTP_PROXY: 'http://proxy:3128',
			NODE_OPTIONS: '--inspect',
		});
		expect(environment.HOME).toBe('/root');
		for (const name of ['DB_TYPE', 'N8N_ENCRYPTION_KEY', 'HTTP_PROXY', 'NODE_OPTIONS']) {
			expect(environment).not.toHaveProperty(name);
		}
	});

	it('puts the Node.js of n8n first in the path, for its task runner', () => {
		const { PATH } = n8nEnvironment(PLACE, { PATH: '/usr/bin' });
		expect(PATH).toMatch(/^\/runtime\/bin[:;]\/usr\/bin$/);
	});

	it('holds the owner’s password only as a hash', () => {
		const environment = ownerEnvironment(LOGIN);
		expect(Object.values(environment)).not.toContain(LOGIN.password);
		expect(compareSync(LOGIN.password, environment.N8N_INSTANCE_OWNER_PASSWORD_HASH)).toBe(true);
	});
});

describe('The command line', () => {
	it('has defaults', () => {
		expect(readCommandLine([])).toEqual({ once: false, fresh: false, help: false });
	});

	it('takes all options', () => {
		expect(readCommandLine(['--port', '5700', '--once', '--fresh', '--help'])).toEqual({
			port: 5700,
			once: true,
			fresh: true,
			help: true,
		});
	});

	it.each([[['--port', 'http']], [['--port', '70000']], [['--wrong']], [['stray']]])(
		'refuses %s with a remedy',
		(args) => {
			expect(() => readCommandLine(args)).toThrow(DemoProblem);
		},
	);
});

describe('Ports', () => {
	const listen = async (): Promise<{ port: number; close(): Promise<void> }> =>
		await new Promise((resolve) => {
			const server = createServer();
			server.listen(0, '127.0.0.1', () => {
				const address = server.address();
				resolve({
					port: typeof address === 'object' && address !== null ? address.port : 0,
					close: async () => await new Promise((closed) => server.close(() => closed())),
				});
			});
		});

	it('gives another one when the usual one is taken', async () => {
		const taken = await listen();
		const port = await findPort(undefined, taken.port);
		await taken.close();
		expect(port).toBeGreaterThan(0);
		expect(port).not.toBe(taken.port);
	});

	it('refuses a wanted one that is taken, and names the option', async () => {
		const taken = await listen();
		await expect(findPort(taken.port)).rejects.toMatchObject({
			message: expect.stringContaining(String(taken.port)),
			remedy: expect.stringContaining('--port'),
		});
		await taken.close();
	});

	it('gives the wanted one when it is free', async () => {
		const free = await listen();
		await free.close();
		expect(await findPort(free.port)).toBe(free.port);
	});
});

describe('Progress', () => {
	it.each([
		[850, '850 ms'],
		[12_300, '12 s'],
		[125_000, '2 min 5 s'],
	])('reads %d ms as %s', (milliseconds, text) => {
		expect(duration(milliseconds)).toBe(text);
	});

	it('tells the beginning, the state and the end of a step', async () => {
		const lines: string[] = [];
		let finish: (value: string) => void = () => undefined;
		const step = new Promise<string>((resolve) => {
			finish = resolve;
		});
		let asked = 0;
		const result = withProgress(
			(line) => lines.push(line),
			'Installing',
			async () => await step,
			() => {
				asked += 1;
				finish('installed');
				return `${asked} of 3`;
			},
			1,
		);
		expect(await result).toBe('installed');
		expect(lines[0]).toBe('Installing ...');
		expect(lines[1]).toContain('1 of 3');
		expect(lines.at(-1)).toContain('done in');
	});

	it('hands on what a step throws', async () => {
		const step = async () => await Promise.reject(new Error('no'));
		await expect(withProgress(() => undefined, 'Installing', step)).rejects.toThrow('no');
	});
});
