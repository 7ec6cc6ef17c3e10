import { failed, success } from '../../../shared/failures/failure';
import { changeOperation } from '../../operations/change';
import { SET_FLOW_CONTROL } from '../../../shared/drs/changes/configuration';
import { MOST_RANGES } from '../../../shared/drs/constraints/flowControl';

const pad = (hour = 0): string => String(hour).padStart(2, '0');

/** Configuration → Set Flow Control (batch-limit-speed): up to three time ranges, in whole hours. */
export const setFlowControl = changeOperation(
	{
		resource: 'configuration',
		option: {
			name: 'Set Flow Control',
			value: 'setFlowControl',
			action: 'Set flow control',
			description: 'Limit the transfer speed of tasks at certain hours of the day',
		},
		fields: [
			{
				displayName: 'Lift the Limit',
				name: 'lift',
				type: 'boolean',
				default: false,
				description:
					'Whether to remove the limit of the tasks. Off: the time ranges below are set.',
			},
			{
				displayName: 'Time Ranges',
				name: 'ranges',
				displayOptions: { show: { lift: [false] } },
				type: 'fixedCollection',
				typeOptions: { multipleValues: true, maxAllowedFields: MOST_RANGES },
				placeholder: 'Add Time Range',
				default: {},
				description: 'Up to three ranges of whole hours',
				options: [
					{
						displayName: 'Range',
						name: 'range',
						values: [
							{
								displayName: 'First Hour',
								name: 'from',
								type: 'number',
								typeOptions: { minValue: 0, maxValue: 23 },
								default: 8,
								description: 'First hour of the range, from 0 to 23',
							},
							{
								displayName: 'Last Hour',
								name: 'to',
								type: 'number',
								typeOptions: { minValue: 0, maxValue: 23 },
								default: 17,
								description: 'Last hour of the range, from 0 to 23',
							},
							{
								displayName: 'Speed Limit (MB per Second)',
								name: 'speed',
								type: 'number',
								typeOptions: { minValue: 1, maxValue: 9_999 },
								default: 10,
								description: 'MB per second, from 1 to 9999',
							},
						],
					},
				],
			},
			{
				displayName: 'Use UTC',
				name: 'isUtc',
				displayOptions: { show: { lift: [false] } },
				type: 'boolean',
				default: true,
				description: 'Whether the hours are in UTC instead of local time',
			},
		],
	},
	SET_FLOW_CONTROL,
	(fields) => {
		if (fields.flag('lift')) return success({ speed_limit: [] });
		const ranges = fields.group('ranges').entries('range');
		if (ranges.length === 0) {
			return failed({
				message: 'Time Ranges: has 0 entries',
				description: `Enter one to ${MOST_RANGES} time ranges.`,
			});
		}
		return success({
			speed_limit: ranges.map((range) => ({
				begin: `${pad(range.number('from'))}:00`,
				end: `${pad(range.number('to'))}:59`,
				speed: String(range.number('speed')),
				is_utc: fields.flag('isUtc'),
			})),
		});
	},
);
