import type { INodeParameters } from 'n8n-workflow';
import {
	endpointLandings,
	lands,
	locator,
	picks,
	type Landing,
	type OperationLandings,
} from './landing.mts';

/** The engine with which the fields of MongoDB show in every scenario. */
const MONGODB: INodeParameters = {
	engineType: 'other',
	otherEngineType: 'mongodb',
	sourceDatabase: { dbType: 'mongodb' },
	targetDatabase: { dbType: 'mongodb' },
};

const tags = (group: string): Landing[] => [
	{
		field: `${group}.tags.tag[].key`,
		value: 'team',
		sent: { 'tags[].key': 'team', 'tags[].value': 'dba' },
		with: { [group]: { tags: { tag: [{ value: 'dba' }] } } },
	},
	{
		field: `${group}.tags.tag[].value`,
		value: 'dba',
		sent: { 'tags[].key': 'team', 'tags[].value': 'dba' },
		with: { [group]: { tags: { tag: [{ key: 'team' }] } } },
	},
];

function creation(
	operation: string,
	engine: string,
	own: Landing[],
	flat = false,
): OperationLandings {
	const [source, target] = flat
		? ['source_Endpoint', 'target_Endpoint']
		: ['source_endpoint', 'target_endpoint'];
	const format: INodeParameters = flat ? { options: { requestFormat: 'single' } } : {};
	return {
		resource: 'task',
		operation,
		operationId: flat ? 'listTasks' : 'createTasks',
		entry: flat ? '' : 'jobs[0]',
		base: {
			name: 'shop-db',
			engineType: engine,
			subnet: locator('subnet-0'),
			targetInstance: locator('instance-0'),
			...format,
		},
		landings: [
			lands('name', 'shop-db-2', 'name'),
			{
				field: 'engineType',
				value: 'other',
				sent: { engine_type: 'oracle-to-gaussdb' },
				with: {
					otherEngineType: 'oracle-to-gaussdb',
					sourceDatabase: { dbType: 'mysql' },
					targetDatabase: { dbType: 'mysql' },
				},
			},
			lands('otherEngineType', 'db2-to-gaussdb', 'engine_type', {
				engineType: 'other',
				sourceDatabase: { dbType: 'mysql' },
				targetDatabase: { dbType: 'mysql' },
			}),
			lands('additionalFields.jobDirection', 'down', 'job_direction', {
				sourceDatabase: { instId: locator('instance-1') },
			}),
			picks('targetInstance', 'instance-2', `${target}.inst_id`),
			lands('additionalFields.region', 'eu-nl', `${target}.region`),
			lands('additionalFields.netType', 'vpn', 'net_type'),
			{ field: 'additionalFields.bindEip', value: true, sent: { bind_eip: true } },
			picks('subnet', 'subnet-1', 'customize_sutnet_id'),
			lands('additionalFields.description', 'The shop', 'description'),
			picks('additionalFields.enterpriseProject', 'project-1', 'sys_tags[].value'),
			lands('additionalFields.nodeType', 'low', 'node_type'),
			lands('additionalFields.nodeNum', 3, 'node_num'),
			picks('additionalFields.masterAz', 'eu-de-01', 'master_az', {
				additionalFields: { slaveAz: locator('eu-de-02') },
			}),
			picks('additionalFields.slaveAz', 'eu-de-03', 'slave_az', {
				additionalFields: { masterAz: locator('eu-de-01') },
			}),
			{ field: 'additionalFields.expiredDays', value: 20, sent: { expired_days: '20' } },
			{
				field: 'additionalFields.additionalRequestFields',
				value: '{"description":"by JSON"}',
				sent: { description: 'by JSON' },
			},
			...tags('additionalFields'),
			...own,
			...endpointLandings('source', { path: `${source}.`, mongo: MONGODB }),
			...endpointLandings('target', { path: `${target}.`, mongo: MONGODB }),
		],
		automatic: {
			db_use_type: 'the operation says it',
			'sys_tags[].key': 'fixed by the service',
		},
	};
}

const SETTINGS: Landing[] = [
	lands('additionalFields.taskType', 'FULL_TRANS', 'task_type'),
	lands('additionalFields.multiWrite', true, 'multi_write'),
	lands('additionalFields.isTargetReadonly', false, 'is_target_readonly'),
];

const update: OperationLandings = {
	resource: 'task',
	operation: 'update',
	operationId: 'modifyTasks',
	entry: 'jobs[0]',
	base: { jobId: locator('task-1'), updateFields: { description: 'The shop' } },
	landings: [
		{ field: 'jobId', value: locator('task-2'), sent: { job_id: 'task-2' } },
		lands('storeDbInfo', true, 'store_db_info', {
			updateFields: {
				engineType: 'mysql',
				netType: 'vpn',
				nodeType: 'high',
				replaceDefiner: false,
			},
			sourceDatabase: { dbType: 'mysql' },
			targetDatabase: { dbType: 'mysql' },
		}),
		lands('updateFields.description', 'Another shop', 'description'),
		lands('updateFields.name', 'shop-db-2', 'name'),
		lands('updateFields.taskType', 'INCR_TRANS', 'task_type'),
		lands('updateFields.nodeType', 'low', 'node_type'),
		lands('updateFields.engineType', 'mongodb', 'engine_type'),
		lands('updateFields.netType', 'vpn', 'net_type'),
		lands('updateFields.jobDirection', 'down', 'job_direction'),
		lands('updateFields.dbUseType', 'sync', 'db_use_type'),
		lands('updateFields.isTargetReadonly', false, 'is_target_readonly'),
		lands('updateFields.isRecreate', true, 'is_recreate'),
		lands('updateFields.replaceDefiner', false, 'replace_definer'),
		...tags('updateFields'),
		...(
			[
				['delayTime', 61, 'alarm_notify.delay_time'],
				['rpoDelay', 62, 'alarm_notify.rpo_delay'],
				['rtoDelay', 63, 'alarm_notify.rto_delay'],
				['alarmToUser', true, 'alarm_notify.alarm_to_user'],
			] as const
		).map(([field, value, path]) => lands(`updateFields.alarm.settings.${field}`, value, path)),
		{
			field: 'updateFields.alarm.settings.emails',
			value: 'dba@example.com',
			sent: {
				'alarm_notify.subscriptions[].protocol': 'email',
				'alarm_notify.subscriptions[].endpoints[]': 'dba@example.com',
			},
		},
		{
			field: 'updateFields.alarm.settings.phones',
			value: '+49151',
			sent: {
				'alarm_notify.subscriptions[].protocol': 'sms',
				'alarm_notify.subscriptions[].endpoints[]': '+49151',
			},
		},
		...endpointLandings('source', { path: 'source_endpoint.' }),
		...endpointLandings('target', { path: 'target_endpoint.' }),
		lands('sourceDatabase.dbName', 'admin', 'source_endpoint.db_name'),
		lands('targetDatabase.dbName', 'admin', 'target_endpoint.db_name'),
	],
};

const query = (
	operation: string,
	operationId: string,
	landings: Landing[] = [],
): OperationLandings => ({
	resource: 'task',
	operation,
	operationId,
	entry: '',
	base: { jobId: locator('task-1') },
	landings: [
		{ field: 'jobId', value: locator('task-2'), sent: { 'jobs[]': 'task-2' } },
		...landings,
	],
	automatic: {
		'page_req.cur_page': 'batches are one page',
		'page_req.per_page': 'Options → Batch Size',
	},
});

const change = (
	operation: string,
	operationId: string,
	landings: Landing[],
): OperationLandings => ({
	resource: 'task',
	operation,
	operationId,
	entry: 'jobs[0]',
	base: { jobId: locator('task-1') },
	landings: [{ field: 'jobId', value: locator('task-2'), sent: { job_id: 'task-2' } }, ...landings],
});

const unsent = (field: string, value: unknown): Landing => ({ field, value, sent: {} });

/** Where the fields of all operations of the resource "Task" land. */
export const TASK_LANDINGS: OperationLandings[] = [
	creation('createMigration', 'mysql', SETTINGS),
	creation('createMigration', 'mysql', SETTINGS, true),
	creation('createSync', 'mysql', SETTINGS),
	creation('createDisasterRecovery', 'cloudDataGuard-mysql', [
		lands('additionalFields.taskType', 'FULL_INCR_TRANS', 'task_type'),
		lands('additionalFields.multiWrite', true, 'multi_write'),
		lands('additionalFields.isTargetReadonly', true, 'is_target_readonly'),
	]),
	update,
	query('get', 'getTaskDetails', [unsent('simplify', false)]),
	query('getStatus', 'getTaskStatuses'),
	query('wait', 'getTaskStatuses', [
		unsent('target', 'stopped'),
		unsent('statuses', ['CONFIGURATION']),
		unsent('timeout', 1),
		unsent('timeoutUnit', 'minutes'),
		unsent('options.failUnlessReached', true),
		unsent('options.interval', 30),
		unsent('options.maxInterval', 60),
	]),
	query('getProgress', 'getTaskProgress'),
	{
		resource: 'task',
		operation: 'getMany',
		operationId: 'listTasks',
		entry: '',
		base: { dbUseType: 'migration', filters: { engineType: 'mysql' } },
		landings: [
			lands('dbUseType', 'sync', 'db_use_type'),
			unsent('returnAll', true),
			unsent('limit', 7),
			unsent('simplify', false),
			lands('filters.engineType', 'mongodb', 'engine_type'),
			picks('filters.enterpriseProject', 'project-1', 'enterprise_project_id'),
			lands('filters.name', 'shop', 'name'),
			lands('filters.netType', 'vpn', 'net_type'),
			lands('filters.serviceName', 'drs', 'service_name'),
			lands('filters.status', 'CREATING', 'status'),
			...tags('filters'),
		],
		automatic: { cur_page: 'paging', per_page: 'paging' },
	},
	change('start', 'startTasks', [
		{ field: 'startTime', value: '2026-12-01T22:00:00Z', sent: { start_time: '1796162400000' } },
	]),
	change('pause', 'pauseTasks', [lands('pauseMode', 'all', 'pause_mode')]),
	change('resume', 'retryTasks', [lands('isSyncReEdit', true, 'is_sync_re_edit')]),
	change('stop', 'stopOrDeleteTasks', [
		{ field: 'force', value: true, sent: { delete_type: 'force_terminate' } },
	]),
	change('delete', 'stopOrDeleteTasks', [unsent('stopFirst', true), unsent('stopTimeout', 1)]),
	{
		resource: 'task',
		operation: 'getMetrics',
		operationId: 'getMetricData',
		entry: '',
		base: {
			jobId: locator('task-1'),
			timeRange: 0,
			from: '2026-11-20T08:00:00Z',
			to: '2026-11-20T10:00:00Z',
		},
		landings: [
			{ field: 'jobId', value: locator('task-2'), sent: { 'dim.0': 'instance_id,task-2' } },
			{ field: 'metrics', value: ['cpu_util'], sent: { metric_name: 'cpu_util' } },
			{ field: 'from', value: '2026-11-20T09:00:00Z', sent: { from: '1795165200000' } },
			{ field: 'to', value: '2026-11-20T11:00:00Z', sent: { to: '1795172400000' } },
			{ field: 'period', value: 3600, sent: { period: '3600' } },
			{ field: 'aggregation', value: 'max', sent: { filter: 'max' } },
			unsent('options.chart', true),
			unsent('timeRange', 0),
		],
		automatic: { namespace: 'fixed' },
	},
];
