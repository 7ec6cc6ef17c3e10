import type { DrsContext } from './context.mts';
import type { Json, Task } from './task.mts';

/** @returns the status that a query shows: the task's own, unless another one is prescribed */
export function shownStatus(task: Task, { outcomes }: DrsContext): string {
	const [outcome] = outcomes.due('status', task);
	if (!outcome) return task.status;
	outcomes.note(outcome, task);
	return outcome.status ?? task.status;
}

/** @returns the record without what is undefined */
export const defined = (record: Json): Json =>
	Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
