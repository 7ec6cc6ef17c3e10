import type { INodeProperties } from 'n8n-workflow';
import { TASK_MODES } from '../../shared/fields/selectOptions';

/** The field for the name of a task. */
export const taskNameField = (description: string, required = false): INodeProperties => ({
	displayName: 'Task Name',
	name: 'name',
	type: 'string',
	...(required ? { required } : {}),
	default: '',
	placeholder: 'e.g. shop-mysql-to-rds',
	description,
});

/** The field for the description of a task. */
export const DESCRIPTION_FIELD: INodeProperties = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
	description:
		'Up to 256 characters, without exclamation marks, angle brackets, quotes, ampersands and backslashes',
};

/** The field for what a task transfers. */
export const TASK_MODE_FIELD: INodeProperties = {
	displayName: 'Task Mode',
	name: 'taskType',
	type: 'options',
	options: TASK_MODES,
	default: 'FULL_INCR_TRANS',
	description: 'What the task transfers',
};
