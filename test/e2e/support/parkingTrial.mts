import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callWebhook } from '../../../demo/lib/executions.mts';
import { publishWorkflow, putWorkflow, type WorkflowFile } from '../../../demo/lib/workflows.mts';
import { DATABASE } from './exampleWorkflows.mts';
import type { Stack } from './stack.mts';

const CREDENTIALS = {
	otcApi: { id: null, name: 'Open Telekom Cloud' },
	otcDrsSourceDatabaseApi: { id: null, name: 'Source Database' },
	otcDrsTargetDatabaseApi: { id: null, name: 'Target Database' },
};
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const TASK = byId('={{ $json.body.id }}');

/** The operations that wait for hours. */
const OPERATIONS = {
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

/** An operation that waits for hours. */
export type Parked = keyof typeof OPERATIONS;
export const PARKED = Object.keys(OPERATIONS) as Parked[];

/** An execution as n8n lists it. */
interface Listed {
	id: string;
	status: string;
	mode: string;
}

/** A workflow with one operation and no loop: Webhook → OTC DRS → HTTP Request. */
const workflowOf = (operation: Parked, url: string): WorkflowFile => {
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
	const to = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
	const path = `parked-${operation}`;
	return {
		name: `Parked: ${operation}`,
		nodes: [
			node(
				'Webhook',
				'n8n-nodes-base.webhook',
				2,
				{ httpMethod: 'POST', path, options: {} },
				{ webhookId: path },
			),
			node('OTC DRS', 'n8n-nodes-otc-drs.otcDrs', 1, OPERATIONS[operation], {
				credentials: CREDENTIALS,
			}),
			node('Tell', 'n8n-nodes-base.httpRequest', 4.2, {
				...{ method: 'POST', url, sendBody: true, specifyBody: 'json', options: {} },
				jsonBody: `={{ JSON.stringify({ operation: '${operation}', item: $json }) }}`,
			}),
		],
		connections: { Webhook: to('OTC DRS'), 'OTC DRS': to('Tell') },
	};
};

/** Imports and publishes the three workflows. @param url takes what they tell */
export async function publishParked({ demo }: Stack, url: string): Promise<void> {
	for (const operation of PARKED)
		await publishWorkflow(demo.api, await putWorkflow(demo.api, workflowOf(operation, url)));
}

/** Creates a task in the simulator's world, which stays in creation until the clock moves. @returns its ID */
export async function createTask({ demo }: Stack, name: string): Promise<string> {
	const url = `${demo.n8nUrl}/webhook/otc-drs/create-migration-task`;
	const { text } = await callWebhook(url, { name });
	return (JSON.parse(text) as { job: { id: string } }).job.id;
}

/** Begins an execution of a workflow. @param body the item, such as `{ "id": … }` */
export const begin = async ({ demo }: Stack, operation: Parked, body: object): Promise<void> => {
	await callWebhook(`${demo.n8nUrl}/webhook/parked-${operation}`, body);
};

/** @returns the executions of a status; those of the nodes' sub-workflows have the mode `integrated` */
export async function executionsIn({ demo }: Stack, status: string): Promise<Listed[]> {
	const filter = encodeURIComponent(JSON.stringify({ status: [status] }));
	const { results } = await demo.api.call<{ results: Listed[] }>(
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
