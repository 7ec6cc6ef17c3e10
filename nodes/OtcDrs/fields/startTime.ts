import type { INodeProperties } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../shared/failures/failure';
import type { ParameterReader } from '../../shared/n8n/ParameterReader';

/** @returns the field for the time at which something starts. */
export const startTimeField = (description: string): INodeProperties => ({
	displayName: 'Start Time',
	name: 'startTime',
	type: 'dateTime',
	default: '',
	description,
});

/** @returns the time of that field in ms since 1970, as the requests hold it; undefined for now. */
export function readStartTime(reader: ParameterReader, item: number): Outcome<string | undefined> {
	const entered = reader.get('startTime', item, '');
	if (entered === '') return success(undefined);
	const milliseconds = Date.parse(String(entered));
	return Number.isNaN(milliseconds)
		? failed({
				message: `Start Time: "${String(entered).slice(0, 60)}" is not a time`,
				description:
					'Enter a date and time in ISO 8601, such as 2026-12-01T22:00:00Z, or leave it empty.',
			})
		: success(String(milliseconds));
}
