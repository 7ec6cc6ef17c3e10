import type { IDataObject } from 'n8n-workflow';
import { success, type Outcome } from '../../../shared/failures/failure';
import type { Fields } from '../../../shared/n8n/parameters/fields';
import { describeStartTime, readStartTime, startTimeField } from '../../fields/startTime';
import { changeOperation } from '../../operations/change';
import { START } from '../../../shared/drs/changes/lifeCycle';

/**
 * @param fields the fields of an item
 * @param now the present, in ms since 1970
 * @param past whether a start time that is over is refused, or means now
 * @returns the body of a start, without the task's ID
 */
export function readStart(
	fields: Fields,
	now: number,
	past?: 'refused' | 'now',
): Outcome<IDataObject> {
	const time = readStartTime(fields, now, past);
	if (!time.ok) return time;
	return success(time.value === undefined ? {} : { start_time: time.value });
}

/** Task → Start (batch-starting): now, or at a time. A start with an unclear end is looked up, never repeated blindly. */
export const start = changeOperation(
	{
		resource: 'task',
		option: {
			name: 'Start',
			value: 'start',
			action: 'Start a task',
			description: 'Start configured tasks after a successful pre-check, now or at a given time',
		},
		fields: [startTimeField('When to start. Leave empty to start now.')],
	},
	START,
	(fields, { now }) => readStart(fields, now),
	{ describe: describeStartTime },
);
