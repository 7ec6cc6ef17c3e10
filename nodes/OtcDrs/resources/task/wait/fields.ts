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
			'Whether to fail if a task does not reach the status, instead of returning an item with an outcome',
	},
	{
		displayName: 'Initial Interval (Seconds)',
		name: 'interval',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MAX_PAUSE },
		default: FIRST_SECONDS,
		description: 'Pause before the second check. The pauses grow from check to check.',
	},
	{
		displayName: 'Max Interval (Seconds)',
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
			'The task to wait for. "By ID" also accepts a comma-separated list or an array from an expression.',
	},
	{
		displayName: 'Wait For',
		name: 'target',
		type: 'options',
		options: [
			{
				name: 'Full Transfer',
				value: 'fullTransferComplete',
				description: 'The initial data load has finished',
			},
			{
				name: 'Ready for Configuration',
				value: 'readyForConfiguration',
				description: 'The task has been created and can be configured',
			},
			{
				name: 'Replication',
				value: 'replicating',
				description: 'The full transfer is done and changes are replicated',
			},
			{ name: 'Statuses', value: 'statuses', description: 'One of the selected statuses' },
			{ name: 'Stopped', value: 'stopped', description: 'The task has ended and can be deleted' },
		],
		default: 'replicating',
		description: 'Condition to wait for',
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
		description: 'Stop waiting at any of these statuses',
		displayOptions: { show: { target: ['statuses'] } },
	},
	{
		displayName: 'Time Limit',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 24,
		description:
			'Time after which a task is returned with the outcome "timedOut". 0 means no limit. From one minute on, the execution is parked and holds no worker.',
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
