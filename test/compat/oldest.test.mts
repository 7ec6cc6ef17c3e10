import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { putCredential, sampleCredentials } from '../../demo/lib/credentials.mts';
import { callWebhook } from '../../demo/lib/executions.mts';
import { fetchOnce } from '../../demo/lib/fetchOnce.mts';
import type { Demo } from '../../demo/lib/startDemo.mts';
import { publishWorkflow, putWorkflow, type WorkflowFile } from '../../demo/lib/workflows.mts';
import { DATABASE, importWithSettings, waitUntil } from '../e2e/support/exampleWorkflows.mts';
import { startHttpSink, type HttpSink } from '../e2e/support/httpSink.mts';
import { ROOT, SETUP_MILLISECONDS, startStack, type Stack } from '../e2e/support/stack.mts';
import { oldestN8n } from './support/oldestN8n.mts';

const PATIENCE = 240_000;
const SPEED = 100;

let stack: Stack;
let demo: Demo;
let sink: HttpSink;

beforeAll(async () => {
	sink = await startHttpSink();
	stack = await startStack(
		{ speed: SPEED },
		// The module that the demo leaves out does not exist yet.
		{ N8N_DISABLED_MODULES: '' },
		oldestN8n(ROOT),
	);
	demo = stack.demo;
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await stack?.close();
	await sink?.close();
}, 60_000);

const create = async (name: string) =>
	await callWebhook(`${demo.n8nUrl}/webhook/otc-drs/create-migration-task`, { name });

const { version: N8N } = JSON.parse(
	readFileSync(join(oldestN8n(ROOT).folder, 'node_modules', 'n8n', 'package.json'), 'utf8'),
) as { version: string };

describe(`the package in n8n ${N8N} on Node.js ${process.versions.node}`, () => {
	it('runs in the n8n that is named as the oldest', async () => {
		const { versionCli } = await demo.api.call<{ versionCli: string }>('GET', '/rest/settings');
		expect(versionCli).toMatch(/^2\.0\./);
		expect(versionCli).toBe(N8N);
	});

	it('is loaded, with all nodes and credentials, and without a complaint', async () => {
		const read = async (kind: string) => {
			const response = await fetchOnce(`${demo.n8nUrl}/types/${kind}.json`, {
				headers: { cookie: demo.api.cookie },
			});
			return ((await response.json()) as Array<{ name: string }>).map(({ name }) => name);
		};
		expect(await read('nodes')).toEqual(
			expect.arrayContaining(['n8n-nodes-otc-drs.otcDrs', 'n8n-nodes-otc-drs.otcDrsTrigger']),
		);
		expect(await read('credentials')).toEqual(
			expect.arrayContaining(['otcApi', 'otcDrsSourceDatabaseApi', 'otcDrsTargetDatabaseApi']),
		);
		const complaints = readFileSync(demo.logFile, 'utf8')
			.split('\n')
			.filter((line) => /otc-?drs/i.test(line) && /error|warn|fail|could not/i.test(line));
		expect(complaints).toEqual([]);
	});

	it('creates a task, with one login for several executions', async () => {
		demo.simulator.journal.clear();
		const answers = await Promise.all(['old-1', 'old-2', 'old-3'].map(create));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(demo.simulator.tasks.all()).toHaveLength(3);
		expect(demo.simulator.journal.count('createToken')).toBe(1);
	});

	it(
		'runs a migration, waits for it without holding a worker, and tells of it',
		async () => {
			const workflow = await importWithSettings(demo.api, 'migrate-and-notify', {
				slackWebhookUrl: sink.url,
			});
			await publishWorkflow(demo.api, workflow);
			const { status } = await callWebhook(`${demo.n8nUrl}/webhook/otc-drs/migrate`, [
				{ ...DATABASE, name: 'old-good' },
				{ ...DATABASE, name: 'old-unreachable', sourceHost: '10.0.0.13' },
			]);
			expect(status).toBe(200);
			await waitUntil('the messages', () => sink.bodies.length >= 2, PATIENCE);
			expect(sink.bodies.map(({ text }) => String(text)).sort()).toEqual([
				expect.stringMatching(/^Failed: old-unreachable: Connection Test: /),
				expect.stringMatching(/^Replicating: old-good/),
			]);
		},
		PATIENCE + 60_000,
	);

	it('activates the trigger', async () => {
		// The trigger of the template by itself: this n8n has an older Data Table node, see docs/be-told-when-it-breaks.md.
		const { nodes } = JSON.parse(
			readFileSync(join(ROOT, 'workflows', 'ticket-on-failure.json'), 'utf8'),
		) as WorkflowFile;
		const workflow = await putWorkflow(demo.api, {
			name: 'The trigger alone',
			nodes: nodes.filter(({ name }) => name === 'On Task Problem'),
			connections: {},
		});
		demo.simulator.journal.clear();
		await publishWorkflow(demo.api, workflow);
		await waitUntil(
			'the first look',
			() => demo.simulator.journal.count('listTasks') > 0,
			PATIENCE,
		);
		const { active } = await demo.api.call<{ active: boolean }>(
			'GET',
			`/rest/workflows/${workflow.id}`,
		);
		expect(active).toBe(true);
	});

	it('says what is wrong with a refused password, and logs in once', async () => {
		const [body] = sampleCredentials(demo.simulator.url, {
			...demo.simulator.accounts.operator,
			password: 'Not-The-Passw0rd',
		});
		await putCredential(demo.api, body);
		demo.simulator.journal.clear();
		const { status, text } = await create('refused');
		expect(status).toBe(400);
		expect(text).toMatch(/Login of .{0,4}drs-operator/);
		expect(demo.simulator.journal.count('createToken')).toBe(1);
		expect(
			demo.simulator.tasks.findByName(demo.simulator.tasks.all()[0].projectId, 'refused'),
		).toBeUndefined();
	});
});
