import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { locator } from '../../contract/fields/landing.mts';
import { example } from './printedRequests.mts';

/** @returns the parameter that names tasks */
export const ids = (...values: string[]): INodeParameters => ({ jobId: locator(values.join(',')) });

/** @returns the results that the reference prints */
export const list = (operationId: string): IDataObject[] => {
	const body = example(operationId, 'response');
	return (body.results ?? body.jobs ?? body.params_list) as IDataObject[];
};

/** @returns the tasks of the printed results */
export const idsOf = (operationId: string): string[] => [
	...new Set(
		list(operationId).map(({ id, job_id: jobId, precheck_id: checkId }) =>
			String(checkId ?? jobId ?? id),
		),
	),
];

/** The operations whose printed answers have one result a task: ID in the contract, resource, operation, parameters. */
export const RESPONSES: Array<[string, string, string, INodeParameters?]> = [
	[
		'changePasswords',
		'connection',
		'changePassword',
		{ newPassword: 'x', endPointType: '={{ $json.side }}' },
	],
	['modifyTasks', 'task', 'update', { updateFields: { name: 'shop-db' } }],
	['pauseTasks', 'task', 'pause'],
	['retryTasks', 'task', 'resume'],
	['startTasks', 'task', 'start'],
	['stopOrDeleteTasks', 'task', 'stop'],
	['precheck', 'precheck', 'run'],
	['getTaskStatuses', 'task', 'getStatus'],
	['getTaskDetails', 'task', 'get', { simplify: false }],
	['selectObjects', 'configuration', 'selectObjects', { selected: false }],
	['setDefiners', 'configuration', 'setDefiner'],
	['setSyncPolicies', 'configuration', 'setSyncPolicy', { policy: { slotName: 'x' } }],
	[
		'setFlowControl',
		'configuration',
		'setFlowControl',
		{ ranges: { range: [{ from: 1, to: 2, speed: 3 }] } },
	],
	[
		'setDataProcessing',
		'configuration',
		'setDataProcessing',
		{ filter: 'a > 1', tables: { table: [{ database: 'a', name: 'b' }] } },
	],
	['testConnections', 'connection', 'test', login()],
	['testClusterConnections', 'connection', 'testCluster', { ...login(), dbName: 'admin' }],
];

/** @returns the login of a source */
export function login(): INodeParameters {
	return {
		dbType: 'mongodb',
		sourceDatabase: { authentication: 'defineBelow', user: 'a', password: 'b', ip: '10.0.0.1' },
	};
}
