import type { INodeParameters } from 'n8n-workflow';
import {
	endpointLandings,
	lands,
	locator,
	picks,
	type Landing,
	type OperationLandings,
} from './landing.mts';
import { task, TASK } from './operations.mts';

/** The engine with which the fields of MongoDB show in every scenario. */
const MONGODB: INodeParameters = {
	engineType: 'other',
	otherEngineType: 'mongodb',
	sourceDatabase: { dbType: 'mongodb' },
	targetDatabase: { dbType: 'mongodb' },
};

/** @returns where the tags of a group of fields land */
export const tags = (group: string): Landing[] => [
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

/** @returns a creation; `flat` is the body of a single task */
export function creation(
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

/** What migrations and synchronizations can set besides. */
export const SETTINGS: Landing[] = [
	lands('additionalFields.taskType', 'FULL_TRANS', 'task_type'),
	lands('additionalFields.multiWrite', true, 'multi_write'),
	lands('additionalFields.isTargetReadonly', false, 'is_target_readonly'),
];

/** The change of a task before it starts. */
export const update: OperationLandings = {
	resource: 'task',
	operation: 'update',
	operationId: 'modifyTasks',
	entry: 'jobs[0]',
	base: { ...TASK, updateFields: { description: 'The shop' } },
	landings: [
		task('job_id'),
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
