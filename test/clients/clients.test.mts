import { join } from 'node:path';
import { operations } from '../../simulator/contract/index.mts';
import type { Simulator, SimulatorOptions } from '../../simulator/index.mts';
import { runClient, type ClientRun } from './support/run.mts';
import { startStage, type Stage } from './support/simulators.mts';

const FOLDER = join(process.cwd(), 'test', 'clients');
const PYTHON = ['/usr/bin/python3', join(FOLDER, 'python', 'client.py'), 'otc-simulator'];
const NPM = ['node', join(FOLDER, 'npm', 'client.cjs')];
/** Debian's Go packages lie in a GOPATH of their own. */
const GO = { GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOFLAGS: '' };

const ALL = operations.filter(({ service }) => service === 'drs').map((found) => found.operationId);

let stage: Stage;

afterEach(async () => {
	await stage.close();
});

const begin = async (client: string, options?: SimulatorOptions, address?: string) => {
	stage = await startStage(client, options, address);
};

const isFailed = ({ status, error_code: code }: Record<string, unknown>): boolean =>
	status === 'failed' || status === 'false' || status === false || code !== undefined;

/** What of DRS was refused, as a whole or for a task. */
const refused = ({ journal }: Simulator): unknown[] =>
	journal.entries.filter(({ service, responseStatus, responseBody }) => {
		const { results = [] } = (responseBody ?? {}) as { results?: Array<Record<string, unknown>> };
		return service === 'drs' && (responseStatus >= 300 || results.some(isFailed));
	});

/** The client ended well, and has called all 26 operations with success. */
function expectAll({ code, output }: ClientRun): void {
	expect(output).toMatch(/done\n$/);
	expect(code).toBe(0);
	expect(refused(stage.simulator)).toEqual([]);
	const called = new Set(stage.simulator.journal.entries.map(({ operation }) => operation));
	expect(ALL.filter((operation) => !called.has(operation))).toEqual([]);
	expect(called).not.toContain('unknown');
}

describe('the command openstack', () => {
	const openstack = async (...words: string[]) =>
		await runClient(['/usr/bin/openstack', ...words, '-f', 'json'], stage.clouds);
	const COMMANDS = [
		['token', 'issue'],
		['catalog', 'list'],
		['project', 'list'],
		['project', 'show', 'eu-de'],
	];

	it('issues a token, lists the catalog, shows a project', async () => {
		await begin('command');
		const [token, catalog, projects, project] = await Promise.all(
			COMMANDS.map(async (words) => {
				const { code, output } = await openstack(...words);
				expect([words, code]).toEqual([words, 0]);
				return JSON.parse(output.slice(output.search(/[[{]/)));
			}),
		);
		expect(token.project_id).toBe('054ba152d480d55b2f5dc0069e7ddef0');
		expect(catalog.map(({ Type: type }: { Type: string }) => type)).toContain('volumev2');
		expect(projects).toHaveLength(3);
		expect(project).toMatchObject({ id: token.project_id, name: 'eu-de', enabled: true });
	});

	it('cannot show a project with a broken catalog', async () => {
		await begin('command', { catalog: 'broken' });
		expect((await openstack('project', 'show', 'eu-de')).code).not.toBe(0);
	});
});

describe('openstacksdk', () => {
	const run = async (more: Record<string, string> = {}) =>
		await runClient([...PYTHON, stage.steps], { ...stage.clouds, ...more });

	it('works by the catalog, with addresses by path', async () => {
		await begin('sdk');
		expectAll(await run());
	});

	it('works by the catalog, with the host names of the cloud', async () => {
		await begin('hosts', {}, 'http://iam.eu-de.otc.t-systems.com');
		expectAll(await run({ http_proxy: stage.simulator.url }));
		const paths = stage.simulator.journal.entries.map(({ path }) => path);
		expect(paths.filter((path) => /^\/(iam|rds|drs|vpc)\//.test(path))).toEqual([]);
	});

	it('fails with a broken catalog', async () => {
		await begin('sdk', { catalog: 'broken' });
		expect((await run()).code).not.toBe(0);
	});
});

describe('gophercloud', () => {
	const run = async () =>
		await runClient(
			['go', 'run', '.', `${stage.simulator.url}/v3`, stage.steps],
			{ GOCACHE: join(process.env.HOME ?? stage.folder, '.cache', 'go-build'), ...GO },
			join(FOLDER, 'go'),
		);

	it('works by the catalog, and decodes every answer', async () => {
		await begin('go');
		expectAll(await run());
	});

	it('fails with a broken catalog', async () => {
		await begin('go', { catalog: 'broken' });
		const { code, output } = await run();
		expect(code).not.toBe(0);
		expect(output).toContain('endpoint');
	});
});

describe("the vendor's SDK for Node.js", () => {
	it.each(['permanent', 'temporary'])('signs with a %s key', async (kind) => {
		await begin('npm');
		expectAll(await runClient([...NPM, `${stage.simulator.url}/{service}`, stage.steps, kind]));
		const { entries } = stage.simulator.journal;
		expect(
			entries.filter(({ auth, operation }) => auth !== 'aksk' && operation !== 'showVersion'),
		).toEqual([]);
	});
});
