import type { INodeProperties } from 'n8n-workflow';
import { statusLabel, STATUSES } from '../shared/drs/statuses';
import { TASK_FIELD } from '../shared/fields/task';
import { optionsCollection, sendingFields } from '../shared/n8n/options';

const OPTIONS: INodeProperties[] = [
	{
		displayName: 'First Interval (Seconds)',
		name: 'interval',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 60,
		description:
			'Pause before the second check; the pauses grow from check to check. Usual are 60 seconds, in memory 5.',
	},
	{
		displayName: 'Leave Together',
		name: 'releaseTogether',
		type: 'boolean',
		default: false,
		description: 'Whether tasks leave the node only when the wait has ended for all of them',
	},
	{
		displayName: 'Longest Interval (Seconds)',
		name: 'maxInterval',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 600,
		description: 'Longest pause between two checks. Usual are 600 seconds, in memory 60.',
	},
	...sendingFields('query'),
];

/** The fields of the node. */
export const WAIT_FIELDS: INodeProperties[] = [
	{
		displayName:
			'Connect the output "Check Again" back to the input of this node, best through a No Operation node that lies below all others: n8n runs branches from top to bottom, so tasks that have arrived go on before the next pause',
		name: 'notice',
		type: 'notice',
		default: '',
		displayOptions: { show: { mode: ['durable'] } },
	},
	{
		...TASK_FIELD,
		description:
			'The task to wait for. By ID also takes several: a list from an expression, or IDs separated by commas.',
	},
	{
		displayName: 'Wait For',
		name: 'target',
		type: 'options',
		options: [
			{
				name: 'Full Transfer',
				value: 'fullTransferComplete',
				description: 'All data that was there at the start is in the target',
			},
			{
				name: 'Ready for Configuration',
				value: 'readyForConfiguration',
				description: 'The task is created and can be configured',
			},
			{
				name: 'Replication',
				value: 'replicating',
				description: 'The full transfer is done and changes are replicated',
			},
			{ name: 'Statuses', value: 'statuses', description: 'One of the statuses that you choose' },
			{ name: 'Stopped', value: 'stopped', description: 'The task has ended and can be deleted' },
		],
		default: 'replicating',
		description: 'What the tasks have to reach',
	},
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		required: true,
		options: STATUSES.map((status) => ({
			name: `${statusLabel(status)} (${status})`,
			value: status,
		})).sort((a, b) => (a.name < b.name ? -1 : 1)),
		default: [],
		description: 'Any of these ends the wait',
		displayOptions: { show: { target: ['statuses'] } },
	},
	{
		displayName: 'Mode',
		name: 'mode',
		type: 'options',
		options: [
			{
				name: 'Durable',
				value: 'durable',
				description:
					'For hours and days: between two checks the execution is stored, holds no worker, and survives restarts',
			},
			{
				name: 'In Memory',
				value: 'inMemory',
				description: 'For minutes: the node stays busy until the wait has ended',
			},
		],
		default: 'durable',
		description: 'How to wait',
	},
	{
		displayName: 'Time Limit',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 24,
		description: 'After this time a task leaves on "Timed Out". 0: no limit.',
	},
	{
		displayName: 'Unit',
		name: 'timeoutUnit',
		type: 'options',
		options: [
			{ name: 'Minutes', value: 'minutes' },
			{ name: 'Hours', value: 'hours' },
			{ name: 'Days', value: 'days' },
		],
		default: 'hours',
		description: 'Unit of the time limit',
		displayOptions: { hide: { timeout: [0] } },
	},
	optionsCollection(OPTIONS),
];
