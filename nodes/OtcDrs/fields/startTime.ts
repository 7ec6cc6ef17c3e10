import type { INodeProperties } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../shared/failures/failure';
import type { Fields } from '../../shared/n8n/parameters/fields';

/** A time given as "now" is over by the time it is read; clocks differ by as much. */
const TOLERANCE_MS = 60_000;

/** @returns the field for the time at which something starts. */
export const startTimeField = (description: string): INodeProperties => ({
	displayName: 'Start Time',
	name: 'startTime',
	type: 'dateTime',
	default: '',
	description,
});

/**
 * @param fields the fields of an item
 * @param now the present, in ms since 1970
 * @param past whether a time that is over is refused, or means now
 * @returns the time of that field in ms since 1970, as the requests hold it; undefined for now
 */
export function readStartTime(
	fields: Fields,
	now: number,
	past: 'refused' | 'now' = 'refused',
): Outcome<string | undefined> {
	const time = fields.time('startTime');
	if (time === undefined) return success(undefined);
	if (time.milliseconds >= now - TOLERANCE_MS) return success(String(time.milliseconds));
	return past === 'now'
		? success(undefined)
		: failed({
				message: `Start Time: ${time.local} is in the past`,
				description: 'Enter a time in the future, or leave the field empty to start now.',
			});
}

/** @returns what an output says of the start time: in UTC and in the workflow's time zone; nothing for now. */
export function describeStartTime(fields: Fields): { start_at_utc?: string; start_at?: string } {
	const time = fields.time('startTime');
	return time === undefined ? {} : { start_at_utc: time.utc, start_at: time.local };
}
