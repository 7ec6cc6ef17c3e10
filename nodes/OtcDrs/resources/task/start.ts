import { failed, success } from '../../../shared/failures/failure';
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
		fields: [
			{
				displayName: 'Start Time',
				name: 'startTime',
				type: 'dateTime',
				default: '',
				description: 'When to start. Empty: now.',
			},
		],
	},
	START,
	(reader, item) => {
		const time = reader.get('startTime', item, '');
		if (time === '') return success({});
		const milliseconds = Date.parse(String(time));
		return Number.isNaN(milliseconds)
			? failed({
					message: `Start Time: "${String(time).slice(0, 60)}" is not a time`,
					description:
						'Enter a date and time in ISO 8601, such as 2026-12-01T22:00:00Z, or leave it empty.',
				})
			: success({ start_time: String(milliseconds) });
	},
);
