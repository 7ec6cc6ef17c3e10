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
		{
			displayName: 'If Task Exists',
			name: 'ifTaskExists',
			type: 'options',
			options: [
				{
					name: 'Fail',
					value: 'fail',
					description: 'Fail the item if a task with its name already exists',
				},
				{
					name: 'Return Existing Task',
					value: 'return',
					description: 'Return the existing task with already_existed and the settings that differ',
				},
			],
			default: 'fail',
			description: 'What to do if the project already has a task with this name',
		},
		{
			displayName: 'Request Format',
			name: 'requestFormat',
			type: 'options',
			options: [
				{
					name: 'Batch',
					value: 'batch',
					description: 'Create several tasks per API call',
				},
				{
					name: 'Single (Legacy)',
					value: 'single',
					description:
						'Create one task per API call in the flat format of the guide page "Task Creation Example". Without a selected subnet, the request has none.',
				},
			],
			default: 'batch',
			description: 'Request format. Keep Batch unless you need the legacy format.',
		},
		...sendingFields('change'),
	],
};
