import type { INodeProperties } from 'n8n-workflow';
import { failed, success, type Outcome } from '../failures/failure';
import { locator } from '../n8n/fields';
import type { Fields } from '../n8n/parameters/fields';
import { shown } from '../values/visible';

/** The filter by name of lists of tasks. */
export const NAME_FILTER: INodeProperties = {
	displayName: 'Name or ID',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. shop',
	description: 'Only return tasks whose name contains this text, or the task with this ID',
};

/** The field with which the user picks a task; an expression may also give a list of IDs. */
export const TASK_FIELD: INodeProperties = locator({
	displayName: 'Task',
	name: 'jobId',
	required: true,
	searchListMethod: 'searchTasks',
	exampleId: 'e11eaf8f-71ef-4fad-8890-aed7572ajb11',
	description:
		'The task. "By ID" also accepts a comma-separated list or an array from an expression.',
});

const ID = /^[A-Za-z0-9-]{1,64}$/;

/** @returns whether a value can be the ID of a task, whose IDs have fewer characters than those of other services. */
export const isTaskId = (id: unknown): id is string => typeof id === 'string' && ID.test(id);

/** The most tasks that an item may name for an operation which takes a call for a few of them. */
export const MAX_CHANGED_TASKS = 1_000;

/**
 * @param fields the fields of an item
 * @param most how many tasks an item may name; by default as many as it likes
 * @returns the task IDs that the item names, each once, or which of them cannot be an ID
 */
export function taskIdsOf(fields: Fields, most = Infinity): Outcome<string[]> {
	const ids = fields.list('jobId') ?? [];
	if (ids.length === 0) {
		return failed({
			message: 'Task: is empty',
			description: 'Choose a task from the list, or enter the ID returned by its creation.',
		});
	}
	const invalid = ids.find((id) => !ID.test(id));
	if (invalid !== undefined) {
		return failed({
			message: `Task: ${shown(invalid)} is not a task ID`,
			description:
				'An ID has letters, digits and hyphens, such as e11eaf8f-71ef-4fad-8890-aed7572ajb11.',
		});
	}
	return ids.length <= most
		? success(ids)
		: failed({
				message: `Task: ${ids.length} IDs in one item are too many`,
				description: `At most ${most} task IDs per item. Split them into more items.`,
			});
}
