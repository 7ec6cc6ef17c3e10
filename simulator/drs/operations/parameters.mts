import { messageOf, refuseCall } from '../problems.mts';
import { listIn, lookUp, type DrsHandler } from '../request.mts';
import type { Json, Task } from '../task.mts';

const PARAMETERS: ReadonlyArray<
	[key: string, group: string, source: string, target: string, restart: boolean]
> = [
	['connect_timeout', 'common', '10', '10', false],
	['event_scheduler', 'common', 'ON', 'OFF', false],
	['innodb_lock_wait_timeout', 'common', '50', '50', false],
	['max_connections', 'common', '500', '800', false],
	['binlog_cache_size', 'performance', '16384', '32768', false],
	['innodb_buffer_pool_size', 'performance', '134217728', '1073741824', false],
	['sort_buffer_size', 'performance', '262144', '262144', true],
];

function describe(task: Task): Json {
	return {
		params: PARAMETERS.map(([key, group, source, target, restart]) => {
			const present = task.parameters.get(key) ?? target;
			return {
				key,
				group,
				source_value: source,
				target_value: present,
				compare_result: String(source === present),
				data_type: 'figure',
				value_range: '0-18446744073709551615',
				need_restart: String(restart),
			};
		}),
	};
}

/** Obtaining database parameters in batches. */
export const getParameters: DrsHandler = (request, context) => {
	const list = listIn<string>(request.body, 'jobs').map((id): Json => {
		const task = lookUp(id, request, context);
		return task
			? describe(task)
			: { params: [{ error_code: 'DRS.M05003', error_message: messageOf('DRS.M05003') }] };
	});
	return { status: 202, body: { count: list.length, params_list: list } };
};

/** Modifying database parameters of one task. */
export const modifyParameters: DrsHandler = (request, context) => {
	const task = lookUp(request.pathParameters.job_id, request, context);
	if (!task) return refuseCall('DRS.M05003');
	if (task.childIds) return refuseCall('DRS.M00307');
	if (task.status !== 'CONFIGURATION') return refuseCall('DRS.M00304');
	const changes = listIn(request.body, 'params');
	const unknown = changes.find(({ key }) => !PARAMETERS.some(([known]) => known === key));
	if (unknown) return refuseCall('DRS.M00202', String(unknown.key));
	for (const { key, target_value: value } of changes)
		task.parameters.set(String(key), String(value));
	const restart = changes.some(({ key }) =>
		PARAMETERS.some(([known, , , , needed]) => known === key && needed),
	);
	return { status: 202, body: { success: true, should_restart: String(restart) } };
};
