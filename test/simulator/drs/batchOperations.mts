import { clusterProperty, SAVED, type Engine, type Fields } from './engine.mts';
import statuses from '../../fixtures/reference/task-statuses.json' with { type: 'json' };

/** The reference names them, but not when a task comes to them. */
export const UNEXPLAINED = [
	'CHANGE_JOB_STARTED',
	'CHANGE_JOB_FAILED',
	'CHILD_TRANSFER_STARTING',
	'CHILD_TRANSFER_STARTED',
	'CHILD_TRANSFER_COMPLETE',
	'CHILD_TRANSFER_FAILED',
	'RELEASE_CHILD_TRANSFER_STARTED',
	'RELEASE_CHILD_TRANSFER_COMPLETE',
];

/** The statuses that the reference explains. */
export const STATUSES = statuses
	.map(({ status }) => status)
	.filter((status) => !UNEXPLAINED.includes(status));

const CONFIGURING = ['CONFIGURATION', 'WAITING_FOR_START'];

const TRANSFER = ['FULL_TRANSFER_STARTED', 'FULL_TRANSFER_COMPLETE', 'INCRE_TRANSFER_STARTED'];

const LIVING = STATUSES.filter(
	(status) => status !== 'CREATE_FAILED' && !status.startsWith('RELEASE_'),
);

/** An operation that takes several tasks, and the statuses in which it does. */
export interface BatchOperation {
	operation: string;
	/** The name of the operation with what it is asked to do. */
	title?: string;
	entry: (id: string) => Fields;
	allowed: string[];
	list?: string;
	/** The statuses to try, unless all. */
	tried?: string[];
	/** What comes before the operation in the life of a task. */
	prepare?: (drs: Engine, id: string) => void;
	/** A batch may name a task several times, such as once for each side. */
	repeatable?: boolean;
}

const endpoint = { net_type: 'eip', db_type: 'mysql', ip: '192.168.0.7', db_user: 'reader' };

const stop = (kind: string) => (id: string) => ({ job_id: id, delete_type: kind });

/** The operations that take several tasks. */
export const BATCHES: BatchOperation[] = [
	{
		operation: 'testConnections',
		repeatable: true,
		entry: (id) => ({ id, ...endpoint, db_password: 'Secret-1', end_point_type: 'so' }),
		allowed: [...CONFIGURING, 'START_JOB_FAILED'],
	},
	{
		operation: 'testClusterConnections',
		repeatable: true,
		entry: (id) => ({
			job_id: id,
			action: 'testConnection',
			property: clusterProperty(),
		}),
		allowed: [...CONFIGURING, 'START_JOB_FAILED'],
	},
	{
		operation: 'modifyTasks',
		title: 'modifyTasks (description)',
		entry: (id) => ({ job_id: id, description: 'New' }),
		allowed: LIVING,
	},
	{
		operation: 'modifyTasks',
		title: 'modifyTasks (endpoints)',
		entry: (id) => ({
			job_id: id,
			...SAVED,
			source_endpoint: { db_type: 'mysql', ip: '192.168.0.7' },
		}),
		allowed: CONFIGURING,
	},
	{
		operation: 'selectObjects',
		repeatable: true,
		prepare: (drs, id) => drs.saveDatabases(id),
		entry: (id) => ({ job_id: id, selected: false }),
		allowed: ['CONFIGURATION'],
	},
	{
		operation: 'setSyncPolicies',
		entry: (id) => ({ job_id: id, conflict_policy: 'stop' }),
		allowed: CONFIGURING,
	},
	{
		operation: 'setDefiners',
		entry: (id) => ({ job_id: id, replace_definer: false }),
		allowed: CONFIGURING,
	},
	{
		operation: 'setDataProcessing',
		repeatable: true,
		entry: (id) => ({
			job_id: id,
			transformation_info: { transformation_type: 'contentConditionalFilter', value: 'id > 1' },
		}),
		allowed: CONFIGURING,
	},
	{
		operation: 'setFlowControl',
		entry: (id) => ({ job_id: id, speed_limit: [{ begin: '01:00', end: '15:59', speed: '10' }] }),
		list: 'speed_limits',
		allowed: LIVING,
	},
	{
		operation: 'changePasswords',
		repeatable: true,
		tried: LIVING,
		entry: (id) => ({ job_id: id, end_point_type: 'so', db_password: 'Secret-2' }),
		allowed: [
			'STARTJOBING',
			'START_JOB_FAILED',
			...TRANSFER,
			'FULL_TRANSFER_FAILED',
			'INCRE_TRANSFER_FAILED',
			'PAUSING',
		],
	},
	{
		operation: 'precheck',
		entry: (id) => ({ job_id: id, precheck_mode: 'forStartJob' }),
		allowed: ['CONFIGURATION', 'START_JOB_FAILED'],
	},
	{
		operation: 'pauseTasks',
		entry: (id) => ({ job_id: id, pause_mode: 'all' }),
		allowed: [...TRANSFER, 'FULL_TRANSFER_FAILED', 'INCRE_TRANSFER_FAILED'],
	},
	{
		operation: 'retryTasks',
		entry: (id) => ({ job_id: id, is_sync_re_edit: true }),
		allowed: ['PAUSING', 'START_JOB_FAILED', 'FULL_TRANSFER_FAILED', 'INCRE_TRANSFER_FAILED'],
	},
	{
		operation: 'stopOrDeleteTasks',
		title: 'stopOrDeleteTasks (terminate)',
		entry: stop('terminate'),
		allowed: [...LIVING.filter((status) => status !== 'CREATING'), 'RELEASE_RESOURCE_FAILED'],
	},
	{
		operation: 'stopOrDeleteTasks',
		title: 'stopOrDeleteTasks (force_terminate)',
		entry: stop('force_terminate'),
		allowed: [...LIVING, 'RELEASE_RESOURCE_FAILED'],
	},
	{
		operation: 'stopOrDeleteTasks',
		title: 'stopOrDeleteTasks (delete)',
		entry: stop('delete'),
		allowed: ['CREATE_FAILED', 'RELEASE_RESOURCE_COMPLETE'],
	},
];
