import { answerOf, pick } from './api.mts';
import type { Fields } from './shape.mts';

const results = (operationId: string): Fields => answerOf(operationId, 'results');

const created = results('createTasks');
const listed = answerOf('listTasks', 'jobs');
const precheck = results('getPrecheckResults');
const progress = results('getTaskProgress');

const MADE_OF_LIST = ['id', 'name', 'status', 'db_use_type', 'engine_type', 'task_type'];

/** A setting of an existing task that is not as an item asks for. */
export const DIFFERENCE = { field: 'string', requested: 'any', existing: 'any' } as const;

const CREATED: Fields = {
	...pick(created, ['id', 'name', 'status', 'create_time', 'child_ids']),
	already_existed: 'boolean',
	differences: [DIFFERENCE],
};

/** What operations give that hand on an answer of the service, with what the node adds. */
export const ANSWERS: Readonly<Record<string, Fields>> = {
	'comparison/create': answerOf('createComparison'),
	'comparison/getResult': answerOf('getComparison'),
	'configuration/getParameters': {
		job_id: 'string',
		params: answerOf('getParameters', 'params_list').params,
	},
	'configuration/selectObjects': results('selectObjects'),
	'configuration/setDataProcessing': results('setDataProcessing'),
	'configuration/setDefiner': results('setDefiners'),
	'configuration/setFlowControl': results('setFlowControl'),
	'configuration/setSyncPolicy': results('setSyncPolicies'),
	'configuration/updateParameters': { job_id: 'string', ...answerOf('modifyParameters') },
	'connection/changePassword': results('changePasswords'),
	'connection/test': results('testConnections'),
	'connection/testCluster': results('testClusterConnections'),
	'precheck/getResult': {
		...precheck,
		is_finished: 'boolean',
		failed_items: precheck.precheck_result,
	},
	'precheck/run': results('precheck'),
	'switchover/getVipStatus': answerOf('getSwitchVipStatus'),
	'switchover/switchVip': answerOf('switchVip'),
	'task/createDisasterRecovery': CREATED,
	'task/createMigration': CREATED,
	'task/createSync': CREATED,
	'task/delete': results('stopOrDeleteTasks'),
	'task/get': {
		...pick(listed, [...MADE_OF_LIST, 'create_time']),
		source: 'string?',
		target: 'string?',
		failed_reason: 'string?',
	},
	'task/getMany': pick(listed, [
		...MADE_OF_LIST,
		'net_type',
		'job_direction',
		'create_time',
		'description',
	]),
	'task/getProgress': {
		...progress,
		numbers: {
			progress: 'number',
			incre_trans_delay: 'number',
			incre_trans_delay_millis: 'number',
			process_time: 'number',
			remaining_time: 'number',
			lag_seconds: 'number',
		},
	},
	'task/getStatus': results('getTaskStatuses'),
	'task/pause': results('pauseTasks'),
	'task/resume': results('retryTasks'),
	'task/start': { ...results('startTasks'), start_at_utc: 'string', start_at: 'string' },
	'task/stop': results('stopOrDeleteTasks'),
	'task/update': results('modifyTasks'),
};
