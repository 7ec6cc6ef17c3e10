import type { IDataObject } from 'n8n-workflow';
import { readNumber } from '../../../shared/values/read';
import { recordsIn } from '../../../shared/values/json';
import { failed, success } from '../../../shared/failures/failure';
import { changeOperation } from '../../operations/change';
import { SET_FLOW_CONTROL } from '../../../shared/drs/changes/configuration';
import {
	isWholeBetween,
	fieldProblem,
	toFailure,
	type FieldProblem,
} from '../../../shared/failures/fieldProblems';

const MAX_RANGES = 3;
const HOUR = /^([01]?\d|2[0-3])$/;

interface Range {
	from: string;
	to: string;
	speed: number;
}

function readRanges(value: unknown): Range[] {
	const entries = (value as IDataObject | undefined)?.range;
	return recordsIn(entries).map(({ from, to, speed }) => ({
		from: String(from ?? '').trim(),
		to: String(to ?? '').trim(),
		speed: readNumber(speed) ?? NaN,
	}));
}

function check(ranges: readonly Range[]): FieldProblem[] {
	if (ranges.length === 0 || ranges.length > MAX_RANGES) {
		return [
			fieldProblem(
				'Time Ranges',
				`has ${ranges.length} entries`,
				`Enter one to ${MAX_RANGES} time ranges.`,
			),
		];
	}
	return ranges.flatMap(({ from, to, speed }) => [
		...(HOUR.test(from) && HOUR.test(to)
			? []
			: [
					fieldProblem(
						'Time Ranges → Hour',
						`"${from}" to "${to}" is not possible`,
						'Enter whole hours from 0 to 23.',
					),
				]),
		...(isWholeBetween(speed, 1, 9_999)
			? []
			: [
					fieldProblem(
						'Time Ranges → Speed Limit',
						`${speed} is not possible`,
						'Enter whole megabytes per second from 1 to 9999.',
					),
				]),
	]);
}

const pad = (hour: string): string => hour.padStart(2, '0');

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
	(reader, item) => {
		if (reader.get('lift', item, false)) return success({ speed_limit: [] });
		const ranges = readRanges(reader.get<object>('ranges', item, {}));
		const problems = check(ranges);
		if (problems.length > 0) return failed(toFailure(problems));
		const isUtc = reader.get('isUtc', item, true);
		return success({
			speed_limit: ranges.map(({ from, to, speed }) => ({
				begin: `${pad(from)}:00`,
				end: `${pad(to)}:59`,
				speed: String(speed),
				is_utc: isUtc,
			})),
		});
	},
);
