import type { IDataObject } from 'n8n-workflow';
import { withoutUndefined } from '../../../shared/values/withoutUndefined';
import { finiteNumber } from '../../../shared/values/read';
import { queryOperation } from '../../operations/query';
import { lagSeconds } from '../../../shared/drs/lag';
import { PROGRESS } from '../../../shared/drs/queries/progress';

const NUMBERS = [
	'progress',
	'incre_trans_delay',
	'incre_trans_delay_millis',
	'process_time',
	'remaining_time',
];

/** @returns the progress with the API's texts; and the same values as numbers under `numbers`, with the lag in seconds. */
function withNumbers(progress: IDataObject): IDataObject {
	const numbers = NUMBERS.map((field) => [field, finiteNumber(progress[field])] as const);
	const lag = lagSeconds(progress);
	return {
		...progress,
		numbers: withoutUndefined({ ...Object.fromEntries(numbers), lag_seconds: lag }) as IDataObject,
	};
}

/** Task → Get Progress (batch-progress): share in percent, delay in seconds, times in ms, remaining time in seconds. */
export const getProgress = queryOperation(
	{
		resource: 'task',
		option: {
			name: 'Get Progress',
			value: 'getProgress',
			action: 'Get task progress',
			description: 'Get the progress, delay and remaining time of tasks',
		},
	},
	PROGRESS,
	() => withNumbers,
);
