import { parse } from 'flatted';
import { callWebhook } from '../../demo/lib/executions.mts';
import type { Demo } from '../../demo/lib/startDemo.mts';
import { publishWorkflow, putWorkflow } from '../../demo/lib/workflows.mts';
import type { SubjectNode } from './subjects.mts';

/** What one run of a node took, as n8n's own record says. */
export interface NodeRun {
	/** Time of the node in ms. */
	milliseconds: number;
	/** Items that came out without an error. */
	results: number;
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
function workflowOf(path: string, { takesList, ...subject }: SubjectNode) {
	const spread = {
		...place('Spread', 1),
		...(takesList
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
			{ ...place(SUBJECT, 2), ...subject, onError: 'continueRegularOutput' },
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

/** Counts what the service answered: one for each task, and none for an item with an error. */
const resultsIn = (json: Record<string, unknown>): number => {
	if (json.error !== undefined) return 0;
	return Array.isArray(json.results) ? json.results.length : 1;
};

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

/** Publishes the workflow of a subject. */
export async function prepareNode(
	demo: Demo,
	path: string,
	subject: SubjectNode,
): Promise<PreparedNode> {
	await publishWorkflow(demo.api, await putWorkflow(demo.api, workflowOf(path, subject)));

	async function call(tasks: readonly Task[]): Promise<string> {
		const answer = await callWebhook(`${demo.n8nUrl}/webhook/${path}`, { tasks });
		if (answer.status !== 200) throw new Error(`${path}: n8n answered ${answer.text}`);
		return (JSON.parse(answer.text) as { id: string }).id;
	}

	async function measure(tasks: readonly Task[]): Promise<NodeRun> {
		const { journal } = demo.simulator;
		journal.clear();
		const id = await call(tasks);
		const calls = journal.entries.filter(({ service }) => service === 'drs').length;
		const { data } = await demo.api.call<{ data: string }>('GET', `/rest/executions/${id}`);
		const [run] = (parse(data) as RunData).resultData.runData[SUBJECT];
		const items = run.data?.main?.[0] ?? [];
		return {
			milliseconds: run.executionTime,
			results: items.reduce((sum, { json }) => sum + resultsIn(json), 0),
			calls,
		};
	}

	return { call, measure };
}
