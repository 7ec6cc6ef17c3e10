import type { INodeProperties } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../../shared/errors/failure';
import { locator } from '../../../shared/items/fields';
import { locatorValue, type ParameterReader } from '../../../shared/items/ParameterReader';

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

/**
 * @param reader the parameters of the node
 * @param item the item's index
 * @returns the task IDs that the item names, each once, or which of them cannot be an ID
 */
export function readTaskIds(reader: ParameterReader, item: number): Outcome<string[]> {
	const raw = reader.get<object | string>('jobId', item, '');
	const value = typeof raw === 'object' && 'value' in raw ? raw.value : raw;
	const list = Array.isArray(value) ? value : locatorValue(value).split(',');
	const ids = [...new Set(list.map((id) => String(id).trim()).filter((id) => id !== ''))];
	if (ids.length === 0) {
		return failed({
			message: 'Task: is empty',
			description: 'Choose a task from the list, or enter the ID that the creation returned.',
		});
	}
	const invalid = ids.find((id) => !ID.test(id));
	if (invalid !== undefined) {
		return failed({
			message: `Task: "${invalid.slice(0, 80)}" is not a task ID`,
			description:
				'An ID has letters, digits and hyphens, such as e11eaf8f-71ef-4fad-8890-aed7572ajb11.',
		});
	}
	return success(ids);
}
