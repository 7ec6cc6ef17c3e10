import { callWebhook } from '../../demo/lib/executions.mts';
import type { Demo } from '../../demo/lib/startDemo.mts';
import { publishWorkflow, putWorkflow, type WorkflowFile } from '../../demo/lib/workflows.mts';
import { waitUntil } from './support/exampleWorkflows.mts';
import { startHttpSink, type HttpSink } from './support/httpSink.mts';
import { SETUP_MILLISECONDS, startStack, type Stack } from './support/stack.mts';

const PATIENCE = 240_000;

let stack: Stack;
let demo: Demo;
let sink: HttpSink;

beforeAll(async () => {
	sink = await startHttpSink();
	stack = await startStack();
	demo = stack.demo;
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await stack?.close();
	await sink?.close();
}, 60_000);

const node = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: Record<string, unknown>,
	more: object = {},
) => ({ id: name, name, type, typeVersion, position: [0, 0], parameters, ...more });

const to = (name: string) => [{ node: name, type: 'main', index: 0 }];

async function publish(workflow: object): Promise<string> {
	const saved = await putWorkflow(demo.api, workflow as WorkflowFile);
	await publishWorkflow(demo.api, saved);
	return saved.id;
}

const waiting = {
	name: 'Waits in a sub-workflow',
	nodes: [
		node('Start', 'n8n-nodes-base.executeWorkflowTrigger', 1.1, { inputSource: 'passthrough' }),
		node(
			'Wait',
			'n8n-nodes-otc-drs.otcDrs',
			1,
			{
				resource: 'task',
				operation: 'wait',
				jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
				target: 'readyForConfiguration',
			},
			{ credentials: { otcApi: { id: null, name: 'Open Telekom Cloud' } } },
		),
		node('Reached', 'n8n-nodes-base.noOp', 1, {}),
	],
	connections: {
		Start: { main: [to('Wait')] },
		Wait: { main: [to('Reached')] },
	},
};

const calling = (childId: string) => ({
	name: 'Calls a workflow that waits',
	nodes: [
		node(
			'Webhook',
			'n8n-nodes-base.webhook',
			2,
			{ httpMethod: 'POST', path: 'calls-waiting', options: {} },
			{ webhookId: 'calls-waiting' },
		),
		node(
			'Create',
			'n8n-nodes-otc-drs.otcDrs',
			1,
			{
				resource: 'task',
				operation: 'createMigration',
				name: 'in-a-sub-workflow',
				targetInstance: {
					__rl: true,
					mode: 'id',
					value: 'e05a3679efe241d8b5dee80b17c1a863in01',
				},
				subnet: { __rl: true, mode: 'id', value: '352ad828-3467-4f03-987a-c55a5a9dd417' },
			},
			{ credentials: { otcApi: { id: null, name: 'Open Telekom Cloud' } } },
		),
		node('Sub-Workflow', 'n8n-nodes-base.executeWorkflow', 1.2, {
			workflowId: { __rl: true, mode: 'id', value: childId },
			options: { waitForSubWorkflow: true },
		}),
		node('Tell', 'n8n-nodes-base.httpRequest', 4.2, {
			method: 'POST',
			url: sink.url,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ JSON.stringify($json) }}',
			options: {},
		}),
	],
	connections: {
		Webhook: { main: [to('Create')] },
		Create: { main: [to('Sub-Workflow')] },
		'Sub-Workflow': { main: [to('Tell')] },
	},
});

it(
	'Wait for Status in a sub-workflow: both executions are stored while it waits, and the result comes back',
	async () => {
		await publish(calling(await publish(waiting)));
		await callWebhook(`${demo.n8nUrl}/webhook/calls-waiting`, {});
		await waitUntil('the result', () => sink.bodies.length > 0, PATIENCE);
		expect(sink.bodies).toEqual([
			expect.objectContaining({
				name: 'in-a-sub-workflow',
				status: 'CONFIGURATION',
				waited_seconds: expect.any(Number),
			}),
		]);
		expect(Number(sink.bodies[0].waited_seconds)).toBeGreaterThanOrEqual(60);
	},
	PATIENCE + 60_000,
);
