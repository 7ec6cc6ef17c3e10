import type { INodeParameters } from 'n8n-workflow';
import type { CredentialReference } from '../../../demo/lib/credentials.mts';
import { DATABASE } from './exampleWorkflows.mts';
import { byId } from '../../support/locators.mts';

/** A node as n8n copies it to the clipboard. */
interface CopiedNode {
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: INodeParameters;
	credentials?: Record<string, CredentialReference>;
}

/**
 * @param credentials the credentials that n8n has, by their types
 * @param url takes the message
 * @returns trigger, Create, Wait and a message, side by side and not connected
 */
export function waitingNodes(
	credentials: Record<string, CredentialReference>,
	url: string,
): CopiedNode[] {
	const drs = (name: string, parameters: INodeParameters) => ({
		name,
		type: 'n8n-nodes-otc-drs.otcDrs',
		typeVersion: 1,
		parameters: { resource: 'task', ...parameters },
		credentials,
	});
	const nodes = [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		drs('Create Migration Task', {
			operation: 'createMigration',
			name: 'shop-mysql-to-rds',
			targetInstance: byId(DATABASE.targetInstance),
			subnet: byId(DATABASE.subnet),
			sourceDatabase: { ip: DATABASE.sourceHost, dbPort: 3306 },
		}),
		drs('Wait for Status', {
			operation: 'wait',
			jobId: byId('={{ $json.id }}'),
			target: 'readyForConfiguration',
		}),
		{
			name: 'Message',
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: {
				method: 'POST',
				url,
				sendBody: true,
				specifyBody: 'json',
				jsonBody:
					'={{ JSON.stringify({ id: $json.id, name: $json.name, outcome: $json.outcome, status: $json.status }) }}',
				options: {},
			},
		},
	];
	return nodes.map((node, index) => ({ ...node, position: [260 * index, 0] }));
}
