import type { INodeProperties } from 'n8n-workflow';
import { sendingFields } from '../../../../../shared/n8n/options';

/** The collection of options of the create operations. */
export const CREATE_OPTIONS: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		...sendingFields('change'),
		{
			displayName: 'If Task Exists',
			name: 'ifTaskExists',
			type: 'options',
			options: [
				{
					name: 'Fail',
					value: 'fail',
					description: 'The item fails when a task with its name exists already',
				},
				{
					name: 'Return Existing Task',
					value: 'return',
					description:
						'The existing task is the output, with already_existed and the settings that differ',
				},
			],
			default: 'fail',
			description: 'What to do when the project already has a task with this name',
		},
		{
			displayName: 'Request Format',
			name: 'requestFormat',
			type: 'options',
			options: [
				{
					name: 'Batch Creation',
					value: 'batch',
					description: 'The documented operation: several tasks in one call',
				},
				{
					name: 'Single Task, as in the Guide',
					value: 'single',
					description:
						'One call a task, in the flat form of the guide page "Task Creation Example"; works without a subnet',
				},
			],
			default: 'batch',
			description: 'Which of the two documented forms of the request to send',
		},
	],
};
