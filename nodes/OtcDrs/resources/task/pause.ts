import { success } from '../../../shared/failures/failure';
import { changeOperation } from '../../operations/change';
import { PAUSE } from '../../../shared/drs/changes/lifeCycle';

/** Task → Pause (batch-pause-task). */
export const pause = changeOperation(
	{
		resource: 'task',
		option: {
			name: 'Pause',
			value: 'pause',
			action: 'Pause a task',
			description: 'Pause the transfer of running tasks until you resume it',
		},
		fields: [
			{
				displayName: 'Pause Mode',
				name: 'pauseMode',
				type: 'options',
				options: [
					{
						name: 'Target Only',
						value: 'target',
						description: 'Pause the replay on the target, but keep reading changes from the source',
					},
					{ name: 'All', value: 'all', description: 'Pause reading and replay' },
				],
				default: 'target',
				description: 'What to pause',
			},
		],
	},
	PAUSE,
	(fields) => success({ pause_mode: fields.option('pauseMode') }),
);
