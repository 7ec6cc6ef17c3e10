import { success } from '../../../shared/failures/failure';
import { readStartTime, startTimeField } from '../../fields/startTime';
import { changeOperation } from '../../operations/change';
import { START } from '../../../shared/drs/changes/lifeCycle';

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
	(reader, item) => {
		const time = readStartTime(reader, item);
		if (!time.ok) return time;
		return success(time.value === undefined ? {} : { start_time: time.value });
	},
);
