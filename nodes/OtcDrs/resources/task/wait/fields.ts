import type { INodeProperties } from 'n8n-workflow';
import { statusLabel, STATUSES } from '../../../../shared/drs/statuses';
import { TASK_FIELD } from '../../../../shared/fields/task';
import { optionsCollection, sendingFields } from '../../../../shared/n8n/options';

/** The usual pauses between two checks, in seconds. */
export const FIRST_SECONDS = 60;
export const LONGEST_SECONDS = 600;

/** The longest pause that can be set, in seconds: a week. */
const MAX_PAUSE = 7 * 86_400;

const OPTIONS: INodeProperties[] = [
	{
		displayName: 'Fail Unless Reached',
		name: 'failUnlessReached',
		type: 'boolean',
		default: false,
		description:
			'Whether a task that does not reach the status is an error, instead of an item with an outcome',
	},
	{
		displayName: 'First Interval (Seconds)',
		name: 'interval',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MAX_PAUSE },
		default: FIRST_SECONDS,
		description: 'Pause before the second check; the pauses grow from check to check',
	},
	{
		displayName: 'Longest Interval (Seconds)',
		name: 'maxInterval',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MAX_PAUSE },
		default: LONGEST_SECONDS,
		description: 'Longest pause between two checks',
	},
	...sendingFields('query'),
];

/** The fields of Task → Wait for Status, without resource and operation. */
export const WAIT_FIELDS: INodeProperties[] = [
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
		options: STATUSES.map((status) => ({
			name: `${statusLabel(status)} (${status})`,
			value: status,
		})).sort((a, b) => (a.name < b.name ? -1 : 1)),
		default: [],
		description: 'Any of these ends the wait',
		displayOptions: { show: { target: ['statuses'] } },
	},
	{
		displayName: 'Time Limit',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 24,
		description:
			'After this time a task comes out with the outcome "timedOut". 0: no limit. Below a minute the node stays busy; otherwise it is parked and holds no worker.',
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
