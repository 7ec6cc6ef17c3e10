import { callWebhook, latestExecutions, readStatus } from '../../demo/lib/executions.mts';
import type { Demo } from '../../demo/lib/startDemo.mts';
import { publishWorkflow } from '../../demo/lib/workflows.mts';
import { DATABASE, importWithSettings, waitUntil } from './support/exampleWorkflows.mts';
import { runByHand } from './support/runByHand.mts';
import { startHttpSink, type HttpSink } from './support/httpSink.mts';
import { SETUP_MILLISECONDS, startStack, type Stack } from './support/stack.mts';

/** Slow enough that every stage can be hit, fast enough to end. */
const SPEED = 10;
const PATIENCE = 240_000;

let stack: Stack;
let demo: Demo;
let sink: HttpSink;
let workflowId: string;

beforeAll(async () => {
	sink = await startHttpSink();
	stack = await startStack({ speed: SPEED });
	demo = stack.demo;
	const workflow = await importWithSettings(demo.api, 'migrate-and-notify', {
		slackWebhookUrl: sink.url,
	});
	await publishWorkflow(demo.api, workflow);
	workflowId = workflow.id;
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await stack?.close();
	await sink?.close();
}, 60_000);

const migrate = async () =>
	await callWebhook(`${demo.n8nUrl}/webhook/otc-drs/migrate`, {
		...DATABASE,
		name: 'killed-often',
	});

async function crash(): Promise<void> {
	await demo.killN8n();
	await demo.restartN8n();
}

const count = (operation: string) => demo.simulator.journal.count(operation);

/** How often the service said that it did something for a task. */
const done = (operation: string): number =>
	demo.simulator.journal
		.of(operation)
		.flatMap(({ responseBody }) => (responseBody as { results?: object[] }).results ?? [])
		.filter((result) => !('error_code' in result)).length;

const statusOfLatest = async (): Promise<string> => {
	const [id] = await latestExecutions(demo.api, workflowId);
	return await readStatus(demo.api, id);
};

describe('n8n is killed', () => {
	it.each(['createTasks', 'testConnections', 'modifyTasks', 'precheck'])(
		'while the run is at %s: n8n calls the execution crashed, and does not run it again',
		async (operation) => {
			const before = count(operation);
			await migrate();
			await waitUntil(operation, () => count(operation) > before, PATIENCE, 5);
			await crash();
			await waitUntil('the end', async () => (await statusOfLatest()) === 'crashed', PATIENCE);
			expect(sink.bodies).toEqual([]);
		},
		PATIENCE,
	);

	it(
		'while it waits: the workflow goes on by itself; there is one task, and it was started once',
		async () => {
			await migrate();
			await waitUntil('the wait', async () => (await statusOfLatest()) === 'waiting', PATIENCE);
			await crash();
			await waitUntil('the message', () => sink.bodies.length > 0, PATIENCE);
			expect(sink.bodies[0].text).toMatch(/^Replicating: killed-often/);
			expect(demo.simulator.tasks.all().map(({ name }) => name)).toEqual(['killed-often']);
			expect([done('createTasks'), done('startTasks')]).toEqual([1, 1]);
		},
		PATIENCE + 60_000,
	);
});

describe('Migrate and Recover', () => {
	it(
		'finishes by its schedule what a kill interrupted; there is one task, and it was started once',
		async () => {
			const recover = await importWithSettings(demo.api, 'migrate-and-recover', {
				slackWebhookUrl: sink.url,
				staleMinutes: 0.01,
			});
			await runByHand(demo.api, recover.id, 'Set Up Once');
			await publishWorkflow(demo.api, recover);
			const created = count('createTasks');
			const startedBefore = done('startTasks');
			const answer = await callWebhook(`${demo.n8nUrl}/webhook/otc-drs/migrate-and-recover`, {
				...DATABASE,
				name: 'recovered',
			});
			expect(answer.status).toBe(202);
			await waitUntil('the creation', () => count('createTasks') > created, PATIENCE, 5);
			await crash();
			sink.bodies.length = 0;

			const run = await runByHand(demo.api, recover.id, 'Every 5 Minutes', PATIENCE);
			expect(run.status).toBe('success');
			expect(run.outputs['Original Request']).toEqual([{ ...DATABASE, name: 'recovered' }]);
			expect(sink.bodies.map(({ text }) => text)).toEqual([
				expect.stringMatching(/^Replicating: recovered/),
			]);
			const tasks = demo.simulator.tasks.all().filter(({ name }) => name === 'recovered');
			expect(tasks).toHaveLength(1);
			expect(done('startTasks') - startedBefore).toBe(1);

			const again = await runByHand(demo.api, recover.id, 'Every 5 Minutes', PATIENCE);
			expect(again.outputs['Original Request'] ?? []).toEqual([]);
		},
		2 * PATIENCE,
	);
});
