import type { Failure } from '../../../../shared/failures/failure';

/** The key of the one thing that an item asks for: its task. */
export const THE_TASK = 'task';

/** @returns the failure of an item that repeats the task name of an earlier one. */
export const repeatedName = (name: string, first: number, remedy: string): Failure => ({
	message: `Task Name: "${name}" is also the name of item ${first}`,
	description: `Names are unique and not case-sensitive. ${remedy}`,
	jobName: name,
});
