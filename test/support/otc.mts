import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeParameters,
	INodeType,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { OtcApi } from '../../credentials/OtcApi.credentials.ts';
import { OtcDrsSourceDatabaseApi } from '../../credentials/OtcDrsSourceDatabaseApi.credentials.ts';
import { OtcDrsTargetDatabaseApi } from '../../credentials/OtcDrsTargetDatabaseApi.credentials.ts';
import { OtcDrs } from '../../nodes/OtcDrs/OtcDrs.node.ts';
import { OtcDrsTrigger } from '../../nodes/OtcDrsTrigger/OtcDrsTrigger.node.ts';
import { node, to } from './canvas.mts';
import type { StoredCredential } from './memoryCredentials.mts';
import { createEngine, type Engine, type EngineRun } from './n8nEngine.mts';
import { httpNode, noteNode, startNode } from './standInNodes.mts';

/** The password of the simulator's sample users. */
export const PASSWORD = 'Simulator-Passw0rd';

/** The fields of a credential that works with the simulator; with changes, any field of the form can be one. */
export function otcCredential(
	simulatorUrl: string,
	changes: ICredentialDataDecryptedObject = {},
): ICredentialDataDecryptedObject {
	return {
		advanced: Object.keys(changes).length > 0,
		region: 'custom',
		customRegion: 'eu-de',
		iamEndpoint: simulatorUrl,
		serviceEndpoint: `${simulatorUrl}/{service}`,
		domainName: 'OTC-EU-DE-00000000001000000001',
		userName: 'drs-operator',
		password: PASSWORD,
		...changes,
	};
}

/** @returns the stored credentials of the tests, with changes of the first one. */
export const storedCredentials = (
	simulatorUrl: string,
	changes: ICredentialDataDecryptedObject = {},
): Map<string, StoredCredential> =>
	new Map(
		Object.entries({
			otc: { name: 'OTC', type: 'otcApi', data: otcCredential(simulatorUrl, changes) },
			source: {
				name: 'Source',
				type: 'otcDrsSourceDatabaseApi',
				data: { user: 'src', password: 'Src-Secret-1' },
			},
			target: {
				name: 'Target',
				type: 'otcDrsTargetDatabaseApi',
				data: { user: 'tgt', password: 'Tgt-Secret-1' },
			},
		}),
	);

/**
 * An engine with our node and stand-ins for trigger, HTTP Request and notification.
 *
 * @param simulatorUrl of the cloud
 * @param changes of the credential
 * @param nodeTypes that the workflow needs besides
 * @param credentials in n8n's database, which engines may share; `changes` are not made to them
 */
export function otcEngine(
	simulatorUrl: string,
	changes: ICredentialDataDecryptedObject = {},
	nodeTypes: Record<string, INodeType> = {},
	credentials = storedCredentials(simulatorUrl, changes),
): Engine {
	return createEngine({
		nodeTypes: {
			'test.start': startNode(),
			'test.note': noteNode(),
			'test.http': httpNode(),
			'n8n-nodes-otc-drs.otcDrs': new OtcDrs(),
			'n8n-nodes-otc-drs.otcDrsTrigger': new OtcDrsTrigger(),
			'n8n-nodes-base.executeWorkflowTrigger': startNode(),
			...nodeTypes,
		},
		credentialTypes: [new OtcApi(), new OtcDrsSourceDatabaseApi(), new OtcDrsTargetDatabaseApi()],
		credentials,
	});
}

/** What the node needs in every workflow of the tests. */
export const CREATE: INodeParameters = {
	resource: 'task',
	operation: 'createMigration',
	name: '={{ $json.name }}',
	subnet: { __rl: true, mode: 'id', value: '352ad828-3467-4f03-987a-c55a5a9dd417' },
	targetInstance: { __rl: true, mode: 'id', value: 'e05a3679efe241d8b5dee80b17c1a863in01' },
};

/** The same from PostgreSQL to PostgreSQL. */
export const POSTGRESQL: INodeParameters = {
	engineType: 'postgresql',
	targetInstance: { __rl: true, mode: 'id', value: '8bd1f0c2a4e94d0f9b1c2d3e4f5a6b04in03' },
};

/**
 * Runs Start → OTC DRS → Note.
 *
 * A node that is parked is waited for.
 *
 * @param engine see `otcEngine`
 * @param parameters of the node
 * @param items what the start node hands on
 * @param onError n8n's setting On Error
 * @param mode how n8n started the execution: by hand, by a trigger such as Schedule, or by a webhook
 */
export async function runNode(
	engine: Engine,
	...more: Parameters<typeof beginNode> extends [Engine, ...infer R] ? R : never
): Promise<EngineRun> {
	return await engine.settle(await beginNode(engine, ...more));
}

/** The same, but a node that is parked stays so. */
export async function beginNode(
	engine: Engine,
	parameters: INodeParameters,
	items: IDataObject[] = [{}],
	onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput' = 'stopWorkflow',
	mode: WorkflowExecuteMode = 'manual',
): Promise<EngineRun> {
	return await engine.run(
		{
			nodes: [
				node('Start', 'test.start'),
				node('OTC DRS', 'n8n-nodes-otc-drs.otcDrs', {
					parameters,
					onError,
					credentials: {
						otcApi: { id: 'otc', name: 'OTC' },
						otcDrsSourceDatabaseApi: { id: 'source', name: 'Source' },
						otcDrsTargetDatabaseApi: { id: 'target', name: 'Target' },
					},
				}),
				node('Note', 'test.note'),
				node('Failed', 'test.note'),
			],
			connections: {
				Start: { main: [to('OTC DRS')] },
				'OTC DRS': { main: [to('Note'), to('Failed')] },
			},
		},
		{ startNode: 'Start', mode, pinData: { Start: items.map((json) => ({ json })) } },
	);
}

/** Creates tasks. @returns their IDs, in the order of the names */
export async function createNamed(
	engine: Engine,
	names: readonly string[],
	parameters: INodeParameters = {},
): Promise<string[]> {
	const items = names.map((name) => ({ name }));
	const run = await runNode(engine, { ...CREATE, ...parameters }, items);
	return run.items('OTC DRS').map(({ json }) => String(json.id));
}
