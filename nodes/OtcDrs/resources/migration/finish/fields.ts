import type { INodeProperties } from 'n8n-workflow';
import { MAX_MINUTES } from '../../../../shared/fields/minutes';
import { TASK_FIELD } from '../../../../shared/fields/task';
import { showFor } from '../../../../shared/n8n/fields';
import { optionsCollection, sendingFields } from '../../../../shared/n8n/options';

/** How many checks in a row have to find no lag. */
export const CHECKS = 3;
export const INTERVAL_SECONDS = 60;
export const DRAIN_MINUTES = 15;
export const STOP_MINUTES = 60;

/** The fields of Migration → Finish. */
export const FINISH_FIELDS: INodeProperties[] = showFor(
	{ resource: 'migration', operations: ['finish'] },
	[
		{
			...TASK_FIELD,
			description:
				'The task to finish. "By ID" also accepts a comma-separated list or an array from an expression.',
		},
		{
			displayName: 'Checks Without Lag',
			name: 'drainChecks',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100 },
			default: CHECKS,
			description: 'How many checks in a row have to find a lag of 0 before the task is stopped',
		},
		{
			displayName: 'Drain at Most (Minutes)',
			name: 'drainMinutes',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: MAX_MINUTES },
			default: DRAIN_MINUTES,
			description:
				'How long the target may take to catch up. After that nothing is stopped, and the output says so.',
		},
		optionsCollection([
			{
				displayName: 'Interval (Seconds)',
				name: 'drainInterval',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 3_600 },
				default: INTERVAL_SECONDS,
				description:
					'Pause between two checks of the lag. A parked node is woken once a minute at most.',
			},
			{
				displayName: 'Stop at Most (Minutes)',
				name: 'stopMinutes',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: MAX_MINUTES },
				default: STOP_MINUTES,
				description: 'How long a stop may take. A later run continues to wait for it.',
			},
			...sendingFields('change'),
		]),
	],
);
