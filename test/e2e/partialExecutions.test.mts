import { parse } from 'flatted';
import { readExecution, readStatus } from '../../demo/lib/executions.mts';
import type { WorkflowReference } from '../../demo/lib/workflows.mts';
import { chain } from '../support/canvas.mts';
import { waitUntil } from './support/exampleWorkflows.mts';
import { startHttpSink, type HttpSink } from './support/httpSink.mts';
import { fasterClock } from './support/kills/fasterClock.mts';
import { createTask } from './support/parkingTrial.mts';
import { SETUP_MILLISECONDS, startStack, type Stack } from './support/stack.mts';
import { waitingNodes } from './support/waitingNodes.mts';

const PATIENCE = 60_000;
/** A minute of n8n takes two seconds. */
const SPEED = 30;
const DAY = 24 * 60 * 60_000;

const CREATE = 'Create Migration Task';
const WAIT = 'Wait for Status';
const MESSAGE = 'Message';

let stack: Stack;
let sink: HttpSink;
let workflow: WorkflowReference;
/** The task that is there already: the output of Create is pinned to it. */
let id: string;
/** The executions, by what was run. */
const executions: Record<string, string> = {};

const NAME = 'pinned';

const creations = () => stack.demo.simulator.journal.of('createTasks').length;

/** @returns the message that is told when the task is created */
const message = () => ({ id, name: NAME, outcome: 'reached', status: 'CONFIGURATION' });

/** @returns trigger → Create → Wait → message. @param pinData what is pinned, by nodes */
function workflowWith(pinData: Record<string, object[]>): object {
	const named = waitingNodes(stack.demo.credentials, sink.url);
	const { nodes, connections } = chain(...named.map((node) => ({ id: node.name, ...node })));
	return {
		...{ name: 'Run in part', nodes, connections, pinData },
		settings: { executionOrder: 'v1' },
	};
}

/** Runs the workflow as the editor does, until it is parked. @param payload what the editor sends */
async function run(payload: object): Promise<string> {
	const { api } = stack.demo;
	const { executionId } = await api.call<{ executionId: string }>(
		'POST',
		`/rest/workflows/${workflow.id}/run`,
		payload,
	);
	await waitUntil(
		'the execution is parked',
		async () => (await statusOf(executionId)) === 'waiting',
		PATIENCE,
	);
	return executionId;
}

const statusOf = async (execution: string) => await readStatus(stack.demo.api, execution);

/** @returns what the editor knows of an execution: what came out of its nodes */
async function runDataOf(execution: string): Promise<Record<string, unknown>> {
	const { data } = await stack.demo.api.call<{ data: string }>(
		'GET',
		`/rest/executions/${execution}`,
	);
	return (parse(data) as { resultData: { runData: Record<string, unknown> } }).resultData.runData;
}

beforeAll(async () => {
	sink = await startHttpSink();
	const { clock, environment } = fasterClock(SPEED);
	// So slow that the task is not created before all are parked.
	stack = await startStack({ clock, speed: 0.01 }, environment);
	id = await createTask(stack, NAME);
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await stack?.close();
	await sink?.close();
}, 60_000);

describe('trigger, Create, Wait and a message in the editor', () => {
	it('are parked with the pinned output of Create, which is not run', async () => {
		const pinned = workflowWith({ [CREATE]: [{ json: { id, name: NAME } }] });
		workflow = await stack.demo.api.call('POST', '/rest/workflows', pinned);
		executions.pinned = await run({ triggerToStartFrom: { name: 'Start' } });
		expect(creations()).toBe(1);
	});

	it('are run in part from Wait on, with what came out of the nodes before it', async () => {
		const { Start, [CREATE]: created } = await runDataOf(executions.pinned);
		const path = `/rest/workflows/${workflow.id}?forceSave=true`;
		await stack.demo.api.call('PATCH', path, workflowWith({}));
		for (const nodeName of [WAIT, MESSAGE])
			executions[nodeName] = await run({
				runData: { Start, [CREATE]: created },
				destinationNode: { nodeName, mode: 'inclusive' },
				dirtyNodeNames: [],
			});
		expect(creations()).toBe(1);
		expect(sink.bodies).toEqual([]);
	});

	it('go on to the node that was to be run, when the task is created', async () => {
		const [task] = stack.demo.simulator.tasks.all();
		task.since -= 100 * DAY;
		const all = Object.values(executions);
		await waitUntil(
			'the end',
			async () => (await Promise.all(all.map(statusOf))).every((status) => status === 'success'),
			PATIENCE,
		);
		expect(sink.bodies).toEqual([message(), message()]);
		const { outputs } = await readExecution(stack.demo.api, executions[WAIT]);
		expect(Object.keys(outputs)).toEqual(['Start', CREATE, WAIT]);
		expect(outputs[WAIT]).toEqual([expect.objectContaining(message())]);
	});

	it('create nothing', () => {
		expect(creations()).toBe(1);
		expect(stack.demo.simulator.tasks.all().map(({ name }) => name)).toEqual([NAME]);
	});
});
