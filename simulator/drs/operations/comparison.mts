import { leavesToChildren } from '../family.mts';
import type { DrsContext } from '../context.mts';
import { messageOf, type Code } from '../problems.mts';
import { lookUp, type DrsHandler } from '../request.mts';
import { comparisonProblem } from '../rules.mts';
import type { Json, Task } from '../task.mts';

const COMPARABLE = new Set([
	'FULL_TRANSFER_COMPLETE',
	'INCRE_TRANSFER_STARTED',
	'INCRE_TRANSFER_FAILED',
]);
const TABLES = ['orders', 'customers', 'invoices'];

const refused = (id: unknown, code: Code) => ({
	status: 200,
	body: { job_id: id, error_code: code, error_msg: messageOf(code) },
});

/** A task has one unfinished data comparison at the most. */
const runningDataComparisons = (task: Task, { clock, durations }: DrsContext): string[] =>
	[...task.comparisons]
		.filter(
			([, { kind, startedAt }]) =>
				kind !== 'objects' && clock.now() < startedAt + durations.comparison,
		)
		.map(([id]) => id);

/** Creating a comparison: of objects, and of lines or contents. */
export const createComparison: DrsHandler = (request, context) => {
	const body = request.body as Json;
	const task = lookUp(String(body.job_id), request, context);
	if (!task) return refused(body.job_id, 'DRS.M05003');
	if (leavesToChildren(task)) return refused(body.job_id, 'DRS.M00307');
	if (!COMPARABLE.has(task.status)) return refused(body.job_id, 'DRS.M00304');
	const problem = context.forms.comparesAll ? undefined : comparisonProblem(task);
	if (problem) return refused(body.job_id, problem.refused);
	const open = (kind: 'objects' | 'lines' | 'contents'): Json => {
		const id = context.tasks.newId();
		task.comparisons.set(id, { kind, startedAt: context.clock.now() });
		return { compare_task_id: id };
	};
	const data = body.data_level_compare_info as
		| { compare_type: 'lines' | 'contents'; conflict_policy: 'cancel' | 'keep' }
		| undefined;
	const running = runningDataComparisons(task, context);
	if (data?.conflict_policy === 'cancel') for (const id of running) task.comparisons.delete(id);
	const kept = data?.conflict_policy === 'keep' ? running.at(0) : undefined;
	return {
		status: 200,
		body: {
			job_id: task.id,
			...(body.object_level_compare_type
				? { object_level_compare_create_result: open('objects') }
				: {}),
			...(data
				? {
						data_level_compare_create_result: kept
							? { compare_task_id: kept }
							: open(data.compare_type),
					}
				: {}),
		},
	};
};

const databaseOf = (task: Task): string =>
	String(task.objects.find(({ object_name: name }) => name)?.object_name ?? 'shop');

const page = <T,>(values: readonly T[], body: Json): T[] => {
	const size = Number(body.per_page) || values.length;
	const current = Math.max(1, Number(body.current_page) || 1);
	return values.slice((current - 1) * size, current * size);
};

/** Querying comparison results, in pages. */
export const getComparison: DrsHandler = (request, context) => {
	const body = request.body as Json;
	const task = lookUp(String(body.job_id), request, context);
	if (!task) return refused(body.job_id, 'DRS.M05003');
	const database = databaseOf(task);
	const names = { source_db_name: database, target_db_name: database };
	const stateOf = (id: unknown): string | undefined => {
		const comparison = task.comparisons.get(String(id));
		if (!comparison) return undefined;
		return context.clock.now() < comparison.startedAt + context.durations.comparison
			? 'COMPARING'
			: 'CONSISTENT';
	};
	const section = (id: unknown, make: (state: string) => Json): Json | undefined => {
		if (id === undefined || id === '') return undefined;
		const state = stateOf(id);
		return state === undefined
			? { compare_task_id: id, error_code: 'DRS.M05003', error_msg: messageOf('DRS.M05003') }
			: { compare_task_id: id, ...make(state) };
	};
	const asked = [body.object_level_compare_id, body.line_compare_id, body.content_compare_id];
	if (asked.every((id) => id === undefined || id === '')) {
		const all = [...task.comparisons].map(([id, { kind }]) => ({
			compare_task_id: id,
			compare_type: kind === 'objects' ? 'object_comparison' : kind,
			compare_task_status: stateOf(id) === 'COMPARING' ? 'RUNNING' : 'SUCCESSFUL',
		}));
		const list = { compare_task_list: page(all, body), compare_task_list_count: all.length };
		return { status: 200, body: { job_id: task.id, compare_task_list_results: list } };
	}
	const objects = section(body.object_level_compare_id, (state) => ({
		object_compare_overview: ['DB', 'TABLE', 'INDEX'].map((type, index) => ({
			object_type: type,
			object_compare_result: state,
			source_count: 1 + index * 2,
			target_count: 1 + index * 2,
			diff_count: 0,
		})),
		object_compare_details: {
			TABLE: page(TABLES, body).map((table) => ({
				...names,
				source_db_value: table,
				target_db_value: table,
			})),
		},
	}));
	const lines = section(body.line_compare_id, (state) => ({
		line_compare_overview: [{ ...names, line_compare_result: state }],
		line_compare_overview_count: 1,
		line_compare_details: [
			{
				source_db_name: database,
				line_compare_detail: page(TABLES, body).map((table, index) => ({
					source_table_name: table,
					target_table_name: table,
					source_row_num: 1000 * (index + 1),
					target_row_num: 1000 * (index + 1),
					diff_row_num: 0,
					line_compare_result: state,
				})),
				line_compare_detail_count: TABLES.length,
			},
		],
	}));
	const contents = section(body.content_compare_id, (state) => ({
		content_compare_overview: [{ ...names, content_compare_result: state }],
		content_compare_overview_count: 1,
	}));
	return {
		status: 200,
		body: {
			job_id: task.id,
			...(objects ? { object_level_compare_results: objects } : {}),
			...(lines ? { line_compare_results: lines } : {}),
			...(contents ? { content_compare_results: contents } : {}),
		},
	};
};
