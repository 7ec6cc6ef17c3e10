import type { INodeProperties } from 'n8n-workflow';
import { failed, success, type Outcome } from '../failures/failure';
import { locator } from '../n8n/fields';
import { locatorValue, type ParameterReader } from '../n8n/ParameterReader';
import type { Fields } from '../n8n/parameters/fields';
import { isObject } from '../values/isObject';
import { readText } from '../values/read';

/** The filter by name of lists of tasks. */
export const NAME_FILTER: INodeProperties = {
	displayName: 'Name or ID',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. shop',
	description: 'Only tasks whose name contains this text, or the task with this ID',
};

/** The field with which the user picks a task; an expression may also give a list of IDs. */
export const TASK_FIELD: INodeProperties = locator({
	displayName: 'Task',
	name: 'jobId',
	required: true,
	searchListMethod: 'searchTasks',
	exampleId: 'e11eaf8f-71ef-4fad-8890-aed7572ajb11',
	description:
		'The task to look at. By ID also takes several: a list from an expression, or IDs separated by commas.',
});

const ID = /^[A-Za-z0-9-]{1,64}$/;

/** @returns whether a value can be the ID of a task. */
export const isTaskId = (id: unknown): id is string => typeof id === 'string' && ID.test(id);

/** The most tasks that an item may name for an operation which takes a call for a few of them. */
export const MAX_CHANGED_TASKS = 1_000;

/** @returns a value of a list as it is shown to the user, who meant it as an ID. */
const shown = (value: unknown): string => {
	const found = readText(value);
	return (found === undefined ? JSON.stringify(value) : `"${found}"`).slice(0, 80);
};

/**
 * @param reader the parameters of the node
 * @param item the item's index
 * @param most how many tasks an item may name; by default as many as it likes
 * @returns the task IDs that the item names, each once, or which of them cannot be an ID
 */
export function readTaskIds(
	reader: ParameterReader,
	item: number,
	most = Infinity,
): Outcome<string[]> {
	const raw = reader.get<object | string | null>('jobId', item, '');
	const value = isObject(raw) && 'value' in raw ? raw.value : raw;
	return checkTaskIds(Array.isArray(value) ? value : locatorValue(value).split(','), most);
}

/**
 * @param fields the fields of an item
 * @param most how many tasks an item may name; by default as many as it likes
 * @returns the task IDs that the item names, each once, or which of them cannot be an ID
 */
export const taskIdsOf = (fields: Fields, most = Infinity): Outcome<string[]> =>
	checkTaskIds(fields.list('jobId') ?? [], most);

function checkTaskIds(list: readonly unknown[], most: number): Outcome<string[]> {
	const named = list.filter((id) => typeof id !== 'string' || id.trim() !== '');
	if (named.length === 0) {
		return failed({
			message: 'Task: is empty',
			description: 'Choose a task from the list, or enter the ID that the creation returned.',
		});
	}
	const invalid = named.find((id) => !ID.test(readText(id) ?? ''));
	if (invalid !== undefined) {
		return failed({
			message: `Task: ${shown(invalid)} is not a task ID`,
			description:
				'An ID has letters, digits and hyphens, such as e11eaf8f-71ef-4fad-8890-aed7572ajb11.',
		});
	}
	const ids = [...new Set(named.map((id) => readText(id) as string))];
	return ids.length <= most
		? success(ids)
		: failed({
				message: `Task: ${ids.length} IDs in one item are too many`,
				description: `Name at most ${most} tasks in an item, and use more items.`,
			});
}
