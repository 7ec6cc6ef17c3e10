import { operations } from '../../../simulator/contract/index.mts';
import { creation } from '../../simulator/client.mts';

/** A call of DRS that a client makes. `{name}` in path and body stands for what an earlier answer gave. */
export interface Step {
	operation: string;
	method: string;
	/** Path below the project. */
	path: string;
	body?: object;
	/** What later steps need, and where it stands in the answer. */
	save?: Record<string, ReadonlyArray<string | number>>;
}

const step = (operation: string, body?: object, more: Partial<Step> = {}): Step => {
	const found = operations.find(({ operationId }) => operationId === operation);
	if (!found) throw new Error(`The contract has no operation ${operation}`);
	return {
		operation,
		method: found.method,
		path: found.path.replace('/v3/{project_id}', '').replace('{job_id}', '{selfBuilt}'),
		body,
		...more,
	};
};

const jobs = (fields: object, ...ids: string[]) => ({
	jobs: (ids.length > 0 ? ids : ['{task}']).map((id) => ({ job_id: id, ...fields })),
});

const ALL = ['{task}', '{recovery}', '{selfBuilt}'];
const FIRST_ID = ['results', 0, 'id'];
const endpoint = { db_type: 'mysql', db_user: 'reader', db_password: 'Made-Up-1', db_port: 3306 };

const test = (side: 'so' | 'ta') => ({
	id: '{task}',
	net_type: 'eip',
	db_type: 'mysql',
	ip: '192.168.0.7',
	db_port: 3306,
	db_user: 'reader',
	db_password: 'Made-Up-1',
	end_point_type: side,
});

const node = (endpointtype: string, ip: string) => ({
	dbtype: 'mongodb',
	dbport: 0,
	ssllink: false,
	nettype: 'eip',
	endpointtype,
	ip,
	dbName: 'admin',
	dbuser: 'reader',
	dbpassword: 'Made-Up-1',
});

/** @returns all 26 operations of DRS, in an order in which each of them succeeds */
export function scenario(client: string): Step[] {
	const recovery = {
		...creation(`${client}-recovery`),
		db_use_type: 'cloudDataGuard',
		engine_type: 'cloudDataGuard-mysql',
		net_type: 'eip',
		multi_write: false,
	};
	const selfBuilt = {
		...creation(`${client}-self-built`),
		db_use_type: 'sync',
		job_direction: 'non-dbs',
	};
	const page = { cur_page: 1, per_page: 0 };
	return [
		step('createTasks', { jobs: [creation(`${client}-shop`)] }, { save: { task: FIRST_ID } }),
		step('createTasks', { jobs: [recovery] }, { save: { recovery: FIRST_ID } }),
		step('createTasks', { jobs: [selfBuilt] }, { save: { selfBuilt: FIRST_ID } }),
		step('listTasks', { cur_page: 1, per_page: 10, db_use_type: 'migration' }),
		step('getTaskStatuses', { jobs: ALL, page_req: page }),
		step('testConnections', { jobs: [test('so'), test('ta')] }),
		step('testClusterConnections', {
			jobs: [
				{
					action: 'testConnection',
					job_id: '{task}',
					property: JSON.stringify([node('so', '10.0.0.5:27017'), node('ls', '10.0.0.6:27018')]),
				},
			],
		}),
		step(
			'modifyTasks',
			jobs({
				source_endpoint: endpoint,
				target_endpoint: endpoint,
				store_db_info: true,
				engine_type: 'mysql',
				net_type: 'eip',
				node_type: 'high',
				replace_definer: true,
			}),
		),
		step('setSyncPolicies', jobs({ conflict_policy: 'overwrite' })),
		step('setDefiners', jobs({ replace_definer: true })),
		step('setFlowControl', {
			speed_limits: [
				{
					job_id: '{task}',
					speed_limit: [{ begin: '00:00', end: '02:59', speed: '10', is_utc: true }],
				},
			],
		}),
		step(
			'setDataProcessing',
			jobs({
				object_info: [],
				transformation_info: { transformation_type: 'contentConditionalFilter', value: 'id > 1' },
			}),
		),
		step(
			'selectObjects',
			jobs({
				selected: true,
				job: [{ id: 'shop', object_name: 'shop', object_type: 'database', select: 'true' }],
			}),
		),
		step('getParameters', { jobs: ['{task}'], refresh: '1' }),
		step(
			'modifyParameters',
			{ group: 'common', params: [{ key: 'max_connections', target_value: '500' }] },
			{ path: '/jobs/{task}/params' },
		),
		step('precheck', jobs({ precheck_mode: 'forStartJob' }, ...ALL)),
		step('getPrecheckResults', { jobs: ALL }),
		step('startTasks', jobs({}, ...ALL)),
		step('getTaskDetails', { jobs: ALL, page_req: page }),
		step('getTaskProgress', { jobs: ALL }),
		step(
			'createComparison',
			{
				job_id: '{recovery}',
				object_level_compare_type: 'objects',
				data_level_compare_info: { compare_type: 'lines', conflict_policy: 'keep' },
			},
			{
				save: {
					objects: ['object_level_compare_create_result', 'compare_task_id'],
					lines: ['data_level_compare_create_result', 'compare_task_id'],
				},
			},
		),
		step('getComparison', {
			job_id: '{recovery}',
			object_level_compare_id: '{objects}',
			line_compare_id: '{lines}',
			current_page: 1,
			per_page: 10,
		}),
		step('changePasswords', jobs({ db_password: 'Made-Up-2', end_point_type: 'so' })),
		step('switchVip', { mode: 'target' }),
		step('getSwitchVipStatus'),
		step('pauseTasks', jobs({ pause_mode: 'all' })),
		step('retryTasks', jobs({ is_sync_re_edit: false })),
		step('stopOrDeleteTasks', jobs({ delete_type: 'terminate' }, ...ALL)),
		step('stopOrDeleteTasks', jobs({ delete_type: 'delete' }, ...ALL)),
	];
}
