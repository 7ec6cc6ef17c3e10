import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'flatted';
import { callWebhook } from '../../demo/lib/executions.mts';
import { N8nApiRefusal } from '../../demo/lib/n8nApi.mts';
import type { Demo } from '../../demo/lib/startDemo.mts';
import { publishWorkflow, putWorkflow } from '../../demo/lib/workflows.mts';
import { LIST_SIZE, type Subject } from './subjects.mts';

/** What one run of a node took, as n8n's own record says. */
export interface NodeRun {
	/** Time of the node in ms. */
	milliseconds: number;
	/** The tasks that came out without an error, by ID, or by name where they were created. */
	results: string[];
	/** Calls of DRS that the simulator got. */
	calls: number;
}

interface RunData {
	resultData: {
		runData: Record<
			string,
			Array<{
				executionTime: number;
				data?: { main?: Array<Array<{ json: Record<string, unknown> }> | null> };
			}>
		>;
	};
}

const SUBJECT = 'Subject';

const place = (name: string, column: number) => ({
	id: name,
	name,
	position: [column * 220, 0],
});

/** The workflow of the benchmark: a webhook takes the tasks, the subject works, the answer names the execution. */
function workflowOf(path: string, { node, input }: Subject) {
	const spread = {
		...place('Spread', 1),
		...(input === 'list'
			? {
					type: 'n8n-nodes-base.set',
					typeVersion: 3.4,
					parameters: {
						mode: 'raw',
						jsonOutput: '={{ { ids: $json.body.tasks.map(({ id }) => id) } }}',
						options: {},
					},
				}
			: {
					type: 'n8n-nodes-base.splitOut',
					typeVersion: 1,
					parameters: { fieldToSplitOut: 'body.tasks', options: {} },
				}),
	};
	return {
		name: `Benchmark ${path}`,
		nodes: [
			{
				...place('Webhook', 0),
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				webhookId: path,
				parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', options: {} },
			},
			spread,
			{ ...place(SUBJECT, 2), ...node, onError: 'continueRegularOutput' },
			{
				...place('Which', 3),
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				executeOnce: true,
				parameters: { mode: 'raw', jsonOutput: '={{ { id: $execution.id } }}', options: {} },
			},
		],
		connections: Object.fromEntries(
			[
				['Webhook', 'Spread'],
				['Spread', SUBJECT],
				[SUBJECT, 'Which'],
			].map(([from, to]) => [from, { main: [[{ node: to, type: 'main', index: 0 }]] }]),
		),
		settings: { executionOrder: 'v1' },
	};
}

interface Answered {
	id?: unknown;
	name?: unknown;
	error?: unknown;
	results?: Answered[];
}

/** What the service answered, task by task; an item with an error holds none. A created task is known by its name. */
const resultsIn = ({ error, results, id, name }: Answered, isCreation: boolean): string[] => {
	if (error !== undefined) return [];
	if (results !== undefined) return results.flatMap((entry) => resultsIn(entry, isCreation));
	return [String(isCreation ? name : id)];
};

const NOT_READY = 503;
const READY_TRIES = 60;
const READY_PAUSE = 500;

/** Asks n8n again while it says that its database is not ready, as it does for a moment after a large execution. */
async function onceReady<T>(ask: () => Promise<T>): Promise<T> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await ask();
		} catch (error) {
			const isBusy = error instanceof N8nApiRefusal && error.status === NOT_READY;
			if (!isBusy || attempt === READY_TRIES) throw error;
			await sleep(READY_PAUSE);
		}
	}
}

/** A published workflow around a subject. */
export interface PreparedNode {
	/** Runs it. @returns the id of the execution */
	call(tasks: readonly Task[]): Promise<string>;
	/** Runs it, and reads what it took. */
	measure(tasks: readonly Task[]): Promise<NodeRun>;
}

interface Task {
	id: string;
}

const inLists = (tasks: readonly Task[]): Array<{ ids: string[] }> =>
	Array.from({ length: Math.ceil(tasks.length / LIST_SIZE) }, (_, index) => ({
		ids: tasks.slice(index * LIST_SIZE, (index + 1) * LIST_SIZE).map(({ id }) => id),
	}));

/**
 * Publishes the workflow of a subject.
 *
 * @param demo the running n8n
 * @param path of the webhook, and what the workflow is called
 * @param subject the node to measure
 * @param isCreation whether it creates tasks, which are then known by their names
 */
export async function prepareNode(
	demo: Demo,
	path: string,
	subject: Subject,
	isCreation: boolean,
): Promise<PreparedNode> {
	await publishWorkflow(demo.api, await putWorkflow(demo.api, workflowOf(path, subject)));

	async function call(tasks: readonly Task[]): Promise<string> {
		const body = { tasks: subject.input === 'lists' ? inLists(tasks) : tasks };
		const url = `${demo.n8nUrl}/webhook/${path}`;
		return await onceReady(async () => {
			const { status, text } = await callWebhook(url, body);
			if (status !== 200) throw new N8nApiRefusal(status, `POST ${url}`, text);
			return (JSON.parse(text) as { id: string }).id;
		});
	}

	async function measure(tasks: readonly Task[]): Promise<NodeRun> {
		const { journal } = demo.simulator;
		journal.clear();
		const id = await call(tasks);
		const calls = journal.entries.filter(({ service }) => service === 'drs').length;
		const { data } = await onceReady(
			async () => await demo.api.call<{ data: string }>('GET', `/rest/executions/${id}`),
		);
		const [run] = (parse(data) as RunData).resultData.runData[SUBJECT];
		const items = run.data?.main?.[0] ?? [];
		return {
			milliseconds: run.executionTime,
			results: items.flatMap(({ json }) => resultsIn(json, isCreation)),
			calls,
		};
	}

	return { call, measure };
}
