import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callWebhook } from '../../../demo/lib/executions.mts';
import type { N8nApi } from '../../../demo/lib/n8nApi.mts';
import {
	publishWorkflow,
	putWorkflow,
	type WorkflowFile,
	type WorkflowReference,
} from '../../../demo/lib/workflows.mts';
import { byId } from '../../support/locators.mts';
import { DATABASE } from './exampleWorkflows.mts';
import type { Stack } from './stack.mts';

const CREDENTIALS = {
	otcApi: { id: null, name: 'Open Telekom Cloud' },
	otcDrsSourceDatabaseApi: { id: null, name: 'Source Database' },
	otcDrsTargetDatabaseApi: { id: null, name: 'Target Database' },
};
const TASK = byId('={{ $json.body.id }}');

/** The operations that wait for hours, with their parameters. */
export const OPERATIONS = {
	wait: { resource: 'task', operation: 'wait', jobId: TASK, target: 'readyForConfiguration' },
	delete: { resource: 'task', operation: 'delete', jobId: TASK, stopFirst: true },
	run: {
		resource: 'migration',
		operation: 'run',
		name: '={{ $json.body.name }}',
		targetInstance: byId(DATABASE.targetInstance),
		subnet: byId(DATABASE.subnet),
		sourceDatabase: { ip: DATABASE.sourceHost, dbPort: 3306, sslLink: false },
		targetDatabase: { ip: DATABASE.targetHost, dbPort: 3306, sslLink: false },
	},
};

/** The file of the items, as the webhook stores it. */
export const FILE = { name: 'note', text: 'A file of an item that waits for hours.' };

/** An operation that waits for hours. */
export type Parked = keyof typeof OPERATIONS;
export const PARKED = Object.keys(OPERATIONS) as Parked[];

/** An execution as n8n lists it. */
interface Listed {
	id: string;
	status: string;
	mode: string;
}

/** A workflow without a loop. */
export interface Chain {
	name: string;
	/** Path of its webhook. */
	path: string;
	/** The nodes of the package in a row, by their names, with their parameters. */
	steps: Record<string, object>;
	/** The file of the items that is read after them, into a field of the same name. */
	file?: string;
	/** Takes what comes out. */
	url: string;
	/** The body of what is told, as an expression. */
	tells: string;
}

/** Webhook → OTC DRS, once or more → HTTP Request; the file is read in between. */
function workflowOf({ name, path, steps, file, url, tells }: Chain): WorkflowFile {
	const node = (
		name: string,
		type: string,
		typeVersion: number,
		parameters: object,
		more = {},
	) => ({
		...{ id: name, name, type, typeVersion, position: [0, 0], ...more },
		parameters: { ...parameters },
	});
	const webhook = { httpMethod: 'POST', path, options: {} };
	const read = {
		...{ operation: 'text', binaryPropertyName: file, destinationKey: file },
		options: { keepSource: 'json' },
	};
	const tell = { method: 'POST', url, sendBody: true, specifyBody: 'json', options: {} };
	const nodes = [
		node('Webhook', 'n8n-nodes-base.webhook', 2, webhook, { webhookId: path }),
		...Object.entries(steps).map(([step, parameters]) =>
			node(step, 'n8n-nodes-otc-drs.otcDrs', 1, parameters, { credentials: CREDENTIALS }),
		),
		...(file === undefined ? [] : [node('Read', 'n8n-nodes-base.extractFromFile', 1, read)]),
		node('Tell', 'n8n-nodes-base.httpRequest', 4.2, { ...tell, jsonBody: tells }),
	];
	const connections = nodes
		.slice(1)
		.map(({ name: to }, index) => [
			nodes[index].name,
			{ main: [[{ node: to, type: 'main', index: 0 }]] },
		]);
	return { name, nodes, connections: Object.fromEntries(connections) };
}

/** Imports and publishes a workflow. @returns it as n8n has it */
export async function publishChain(api: N8nApi, chain: Chain): Promise<WorkflowReference> {
	const workflow = await putWorkflow(api, workflowOf(chain));
	await publishWorkflow(api, workflow);
	return workflow;
}

/** Imports and publishes a workflow for each operation. @param url takes what they tell */
export async function publishParked(api: N8nApi, url: string): Promise<void> {
	for (const operation of PARKED)
		await publishChain(api, {
			name: `Parked: ${operation}`,
			path: `parked-${operation}`,
			steps: { 'OTC DRS': OPERATIONS[operation] },
			// The results of the others take the place of their items.
			...(operation === 'wait' && { file: FILE.name }),
			url,
			tells: `={{ JSON.stringify({ operation: '${operation}', item: $json }) }}`,
		});
}

/** Creates a task in the simulator's world, which stays in creation until the clock moves. @returns its ID */
export async function createTask({ demo }: Stack, name: string): Promise<string> {
	const url = `${demo.n8nUrl}/webhook/otc-drs/create-migration-task`;
	const { text } = await callWebhook(url, { name });
	return (JSON.parse(text) as { job: { id: string } }).job.id;
}

/** Begins an execution of a workflow. @param body the item, such as `{ "id": … }`; it has a file as well */
export async function begin(
	{ demo }: Stack,
	operation: Parked,
	body: Record<string, string>,
): Promise<void> {
	const form = new FormData();
	for (const [name, value] of Object.entries(body)) form.append(name, value);
	form.append(FILE.name, new Blob([FILE.text], { type: 'text/plain' }), `${FILE.name}.txt`);
	await callWebhook(`${demo.n8nUrl}/webhook/parked-${operation}`, form);
}

/** @returns the executions of these statuses, newest first; those of the nodes' sub-workflows have the mode `integrated` */
export async function executionsIn(api: N8nApi, ...status: string[]): Promise<Listed[]> {
	const filter = encodeURIComponent(JSON.stringify({ status }));
	const { results } = await api.call<{ results: Listed[] }>(
		'GET',
		`/rest/executions?filter=${filter}&limit=100`,
	);
	return results;
}

/** @returns n8n's database as it lies on the disk, with its log of changes */
export function databaseOf({ home }: Stack): Buffer {
	const folder = join(home, '.n8n');
	const files = readdirSync(folder).filter((name) => name.startsWith('database.sqlite'));
	return Buffer.concat(files.map((name) => readFileSync(join(folder, name))));
}
