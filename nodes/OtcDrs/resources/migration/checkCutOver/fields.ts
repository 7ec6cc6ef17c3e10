import type { INodeProperties } from 'n8n-workflow';
import { MAX_MINUTES } from '../../../../shared/fields/minutes';
import { TASK_FIELD } from '../../../../shared/fields/task';
import { showFor, showWhen } from '../../../../shared/n8n/fields';
import { optionsCollection, sendingFields } from '../../../../shared/n8n/options';

/** How old a verification may be, in hours. */
export const A_DAY = 24;
/** The largest lag of a task that is ready, in seconds. */
export const USUAL_LAG = 5;

/** The fields of Migration → Check Cut-Over. */
export const CHECK_FIELDS: INodeProperties[] = showFor(
	{ resource: 'migration', operations: ['checkCutOver'] },
	[
		{
			...TASK_FIELD,
			description:
				'The task to check. "By ID" also accepts a comma-separated list or an array from an expression.',
		},
		{
			displayName: 'Largest Lag (Seconds)',
			name: 'maxLag',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 86_400 },
			default: USUAL_LAG,
			description: 'How far the target may be behind the source',
		},
		{
			displayName: 'For (Minutes)',
			name: 'lagMinutes',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: MAX_MINUTES },
			default: 0,
			description:
				'How long the lag has to stay that small: it is read about once a minute, or ten times in a longer time. 0: it is read once.',
		},
		{
			displayName: 'Past Lag',
			name: 'lagSource',
			type: 'options',
			options: [
				{
					name: 'From Checks',
					value: 'checks',
					description: 'Read the lag again and again until the time is over',
				},
				{
					name: 'From Cloud Eye',
					value: 'cloudEye',
					description:
						'Read the current lag from DRS and the earlier lag from Cloud Eye. If Cloud Eye has no data, the lag is checked instead, and the output says so.',
				},
			],
			default: 'checks',
			description: 'Where the lag of these minutes is read from',
		},
		{
			displayName: 'Require a Verification',
			name: 'requireVerification',
			type: 'boolean',
			default: false,
			description:
				'Whether a task is only ready when both databases were verified recently, with Verification → Evaluate',
		},
		...showWhen({ requireVerification: [true] }, [
			{
				displayName: 'Verdict',
				name: 'verdict',
				type: 'string',
				default: '',
				placeholder: 'e.g. {{ $json.verdict }}',
				description: 'What the verification says; the task is ready only with "identical"',
			},
			{
				displayName: 'Verified At',
				name: 'verifiedAt',
				type: 'dateTime',
				default: '',
				description: 'When the verification was made',
			},
			{
				displayName: 'Not Older Than (Hours)',
				name: 'maxAgeHours',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 8_760 },
				default: A_DAY,
				description: 'How old the verification may be',
			},
		]),
		optionsCollection(sendingFields('query')),
	],
);
