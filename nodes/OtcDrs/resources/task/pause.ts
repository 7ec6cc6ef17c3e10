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
			description: 'Interrupt the transfer of running tasks; resume it later from where it stopped',
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
						description:
							'Changes are still read from the source; only the replay on the target pauses',
					},
					{ name: 'All', value: 'all', description: 'Reading and replaying pause' },
				],
				default: 'target',
				description: 'What pauses',
			},
		],
	},
	PAUSE,
	(fields) => success({ pause_mode: fields.option('pauseMode') }),
);
