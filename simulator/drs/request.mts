import type { Answer } from '../http/answer.mts';
import { batchAnswer } from './batch.mts';
import type { DrsContext } from './context.mts';
import { leavesToChildren } from './family.mts';
import { advance } from './lifeCycle.mts';
import { failedResult, refuseCall, type AnyCode, type Code } from './problems.mts';
import type { RuleProblem } from './rules.mts';
import type { Json, Task } from './task.mts';

/** A request that the contract has accepted. */
export interface DrsRequest {
	projectId: string;
	query: Record<string, string>;
	body: unknown;
	pathParameters: Record<string, string>;
}

/** One operation of DRS. */
export type DrsHandler = (request: DrsRequest, context: DrsContext) => Answer;

/** @returns the list in a body that holds one under this key. */
export const listIn = <T = Json,>(body: unknown, key: string): T[] =>
	((body as Json)[key] ?? []) as T[];

/** @returns the task of this ID, as it stands now. */
export function lookUp(
	id: string,
	{ projectId }: DrsRequest,
	context: DrsContext,
): Task | undefined {
	const task = context.tasks.find(projectId, id);
	return task && advance(task, context);
}

/** @returns the code for a task that is not there: deleted, or never there */
export const whyGone = (id: string, { projectId }: DrsRequest, context: DrsContext): AnyCode =>
	context.tasks.wasRemoved(projectId, id) ? 'DRS.M05004' : context.forms.unknownTask;

/** What one entry of a batch comes to: fields of its result, or a code. */
export type EntryOutcome = Json | RuleProblem;

/**
 * Makes an operation that changes tasks in a batch: unknown tasks and wrong statuses fail by themselves, duplicates refuse
 * the call, and results come in another order than asked.
 *
 * @param options key of the list, key of the task ID in an entry, statuses that allow the operation, success status
 * @param apply does the work for one task
 */
export function batchChange(
	options: {
		list: string;
		id?: string;
		allowed?: ReadonlySet<string>;
		status: number;
		unique?: (entry: Json) => string;
		/** Whether a task with subtasks may be named; else its subtasks have to be. */
		parents?: boolean;
	},
	apply: (task: Task, entry: Json, context: DrsContext) => EntryOutcome | undefined,
): DrsHandler {
	const idKey = options.id ?? 'job_id';
	const keyOf = options.unique ?? ((entry: Json) => String(entry[idKey]));
	return (request, context) => {
		const entries = listIn(request.body, options.list);
		if (new Set(entries.map(keyOf)).size < entries.length) return refuseCall('DRS.M00301', idKey);
		const results = entries.map((entry): Json => {
			const id = String(entry[idKey]);
			const task = lookUp(id, request, context);
			if (!task) return failedResult(id, whyGone(id, request, context));
			if (leavesToChildren(task) && options.parents !== true) return failedResult(id, 'DRS.M00307');
			if (options.allowed && !options.allowed.has(task.status))
				return failedResult(id, 'DRS.M00304');
			const outcome = apply(task, entry, context) ?? {};
			return 'refused' in outcome
				? failedResult(id, outcome.refused as Code, outcome.name as string | undefined)
				: { id, status: 'success', ...outcome };
		});
		return batchAnswer(options.status, results, context);
	};
}
