import { locator } from '../../contract/fields/landing.mts';
import { CREDENTIAL_NAMES } from '../../demo/lib/credentials.mts';

const NODE = 'n8n-nodes-otc-drs.otcDrs';

const credentials = Object.fromEntries(
	Object.entries(CREDENTIAL_NAMES).map(([type, name]) => [type, { id: null, name }]),
);

const CREATION = {
	name: '={{ $json.id }}',
	targetInstance: locator('e05a3679efe241d8b5dee80b17c1a863in01'),
	subnet: locator('352ad828-3467-4f03-987a-c55a5a9dd417'),
	options: { batchSize: 100 },
};

/** What is done with the items of an execution. */
export const WORK = {
	getStatus: { jobId: locator('={{ $json.id }}') },
	get: { jobId: locator('={{ $json.id }}') },
	getProgress: { jobId: locator('={{ $json.id }}') },
	createMigration: CREATION,
} satisfies Record<string, object>;

export type Work = keyof typeof WORK;

/**
 * @param operation what the node does
 * @returns a workflow: a webhook takes `{ items }`, the node works on each, the answer is how many succeeded and failed
 */
export const workflowOf = (operation: Work) => ({
	name: `Soak ${operation}`,
	nodes: [
		{
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			webhookId: `soak-${operation}`,
			parameters: {
				httpMethod: 'POST',
				path: `soak-${operation}`,
				responseMode: 'lastNode',
				options: {},
			},
		},
		{
			name: 'Items',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'body.items', options: {} },
		},
		{
			name: 'OTC DRS',
			type: NODE,
			typeVersion: 1,
			parameters: { resource: 'task', operation, ...WORK[operation] },
			credentials,
			onError: 'continueRegularOutput',
		},
		{
			name: 'Count',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			executeOnce: true,
			parameters: {
				mode: 'raw',
				jsonOutput:
					'={{ { ok: $input.all().filter((item) => !item.json.error).length, failed: $input.all().filter((item) => item.json.error).length } }}',
				options: {},
			},
		},
	].map((node, index) => ({ ...node, id: String(index), position: [index * 220, 0] })),
	connections: Object.fromEntries(
		[
			['Webhook', 'Items'],
			['Items', 'OTC DRS'],
			['OTC DRS', 'Count'],
		].map(([from, to]) => [from, { main: [[{ node: to, type: 'main', index: 0 }]] }]),
	),
	settings: { executionOrder: 'v1' },
});
