import { lands, locator, picks, type Landing, type OperationLandings } from './landing.mts';
import { change, task, TASK, unsent } from './operations.mts';
import { creation, SETTINGS, tags, update } from './taskSettings.mts';

const query = (
	operation: string,
	operationId: string,
	landings: Landing[] = [],
): OperationLandings => ({
	resource: 'task',
	operation,
	operationId,
	entry: '',
	base: TASK,
	landings: [task('jobs[]'), ...landings],
	automatic: {
		'page_req.cur_page': 'batches are one page',
		'page_req.per_page': 'Options → Batch Size',
	},
});

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
	change('task', 'start', 'startTasks', [
		{ field: 'startTime', value: '2026-12-01T22:00:00Z', sent: { start_time: '1796162400000' } },
	]),
	change('task', 'pause', 'pauseTasks', [lands('pauseMode', 'all', 'pause_mode')]),
	change('task', 'resume', 'retryTasks', [lands('isSyncReEdit', true, 'is_sync_re_edit')]),
	change('task', 'stop', 'stopOrDeleteTasks', [
		{ field: 'force', value: true, sent: { delete_type: 'force_terminate' } },
	]),
	change('task', 'delete', 'stopOrDeleteTasks', [
		unsent('stopFirst', true),
		unsent('stopTimeout', 1),
	]),
	{
		resource: 'task',
		operation: 'getMetrics',
		operationId: 'getMetricData',
		entry: '',
		base: {
			...TASK,
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
