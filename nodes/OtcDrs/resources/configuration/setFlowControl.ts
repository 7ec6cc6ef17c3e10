import { failed, success } from '../../../shared/failures/failure';
import { changeOperation } from '../../operations/change';
import { SET_FLOW_CONTROL } from '../../../shared/drs/changes/configuration';

const MAX_RANGES = 3;

const pad = (hour = 0): string => String(hour).padStart(2, '0');

/** Configuration → Set Flow Control (batch-limit-speed): up to three time ranges, in whole hours. */
export const setFlowControl = changeOperation(
	{
		resource: 'configuration',
		option: {
			name: 'Set Flow Control',
			value: 'setFlowControl',
			action: 'Set flow control',
			description: 'Limit the speed of tasks at certain hours of the day',
		},
		fields: [
			{
				displayName: 'Time Ranges',
				name: 'ranges',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true, maxAllowedFields: MAX_RANGES },
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
								description: 'The limit counts from the beginning of this hour',
							},
							{
								displayName: 'Last Hour',
								name: 'to',
								type: 'number',
								typeOptions: { minValue: 0, maxValue: 23 },
								default: 17,
								description: 'The limit counts to the end of this hour',
							},
							{
								displayName: 'Speed (MB/S)',
								name: 'speed',
								type: 'number',
								typeOptions: { minValue: 1, maxValue: 9_999 },
								default: 10,
								description: 'Megabytes a second, from 1 to 9999',
							},
						],
					},
				],
			},
			{
				displayName: 'Times Are UTC',
				name: 'isUtc',
				type: 'boolean',
				default: true,
				description: 'Whether the hours are in UTC',
			},
		],
	},
	SET_FLOW_CONTROL,
	(fields) => {
		const ranges = fields.group('ranges').entries('range');
		if (ranges.length === 0 || ranges.length > MAX_RANGES) {
			return failed({
				message: `Time Ranges: has ${ranges.length} entries`,
				description: `Enter one to ${MAX_RANGES} time ranges.`,
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
