import { leavesToChildren } from '../family.mts';
import type { DrsContext } from '../context.mts';
import { messageOf, refuseCall, type Code } from '../problems.mts';
import { listIn, lookUp, type DrsHandler } from '../request.mts';
import { parametersProblem } from '../rules.mts';
import type { Json, Task } from '../task.mts';

/** A database parameter on both sides. */
interface Parameter {
	group: string;
	source: string;
	target: string;
	/** What the target takes: the least and the most, or a list of words. */
	range: string;
	restart?: boolean;
}

const parameter = (group: string, source: string, target: string, range: string): Parameter => ({
	group,
	source,
	target,
	range,
});

const BUFFER_POOL = 'innodb_buffer_pool_size';
const PARAMETERS = new Map<string, Parameter>([
	['connect_timeout', parameter('common', '10', '10', '2-31536000')],
	['event_scheduler', parameter('common', 'ON', 'OFF', 'ON|OFF')],
	['innodb_lock_wait_timeout', parameter('common', '50', '50', '1-1073741824')],
	['max_connections', parameter('common', '500', '800', '30-100000')],
	['binlog_cache_size', parameter('performance', '16384', '32768', '4096-16777216')],
	[BUFFER_POOL, parameter('performance', '134217728', '1073741824', '134217728-137438953472')],
	[
		'sort_buffer_size',
		{
			...parameter('performance', '262144', '262144', '32768-18446744073709551615'),
			restart: true,
		},
	],
]);

function describe(task: Task): Json {
	return {
		params: [...PARAMETERS].map(([key, { group, source, target, range, restart }]) => {
			const given = task.sourceParameters?.get(key) ?? source;
			const present = task.parameters.get(key) ?? target;
			return {
				key,
				group,
				source_value: given,
				target_value: present,
				compare_result: String(given === present),
				data_type: range.includes('|') ? 'option' : 'figure',
				value_range: range,
				need_restart: String(restart === true),
			};
		}),
	};
}

const GIB = 1024 ** 3;

/** The share of the target's memory that its buffer pool may take (drs_03_0131). */
const BUFFER_POOL_SHARE = 0.7;

/** @returns whether the target takes the value of a parameter */
function isPossible(key: string, value: string, task: Task, context: DrsContext): boolean {
	const range = PARAMETERS.get(key)?.range ?? '';
	if (range.includes('|')) return range.split('|').includes(value);
	const [least, most] = range.split('-').map(Number);
	const number = Number(value);
	const memory = context.knownInstances?.get?.(String(task.target.inst_id))?.mem;
	const limit =
		key === BUFFER_POOL && memory !== undefined ? Number(memory) * GIB * BUFFER_POOL_SHARE : most;
	return number >= least && number <= Math.min(most, limit);
}

/** Obtaining database parameters in batches. */
export const getParameters: DrsHandler = (request, context) => {
	const list = listIn<string>(request.body, 'jobs').map((id): Json => {
		const task = lookUp(id, request, context);
		const refused = (code: Code): Json => ({
			params: [{ error_code: code, error_message: messageOf(code) }],
		});
		if (!task) return refused('DRS.M05003');
		if (leavesToChildren(task)) return refused('DRS.M00307');
		const problem = parametersProblem(task);
		return problem ? refused(problem.refused) : describe(task);
	});
	return { status: 202, body: { count: list.length, params_list: list } };
};

/** Modifying database parameters of one task. */
export const modifyParameters: DrsHandler = (request, context) => {
	const task = lookUp(request.pathParameters.job_id, request, context);
	if (!task) return refuseCall('DRS.M05003');
	if (leavesToChildren(task)) return refuseCall('DRS.M00307');
	const problem = parametersProblem(task);
	if (problem) return refuseCall(problem.refused);
	const changes = listIn(request.body, 'params');
	const wrong = changes.find(
		({ key, target_value: value }) => !isPossible(String(key), String(value), task, context),
	);
	if (wrong) return refuseCall('DRS.M00202', String(wrong.key));
	for (const { key, target_value: value } of changes)
		task.parameters.set(String(key), String(value));
	const restart = changes.some(({ key }) => PARAMETERS.get(String(key))?.restart === true);
	return { status: 202, body: { success: true, should_restart: String(restart) } };
};
