import { success } from '../../../shared/failures/failure';
import { changeOperation } from '../../operations/change';
import { RESUME } from '../../../shared/drs/changes/lifeCycle';

/** Task → Resume or Retry (batch-retry-task): the service has one operation for paused and for failed tasks. */
export const resume = changeOperation(
	{
		resource: 'task',
		option: {
			name: 'Resume or Retry',
			value: 'resume',
			action: 'Resume or retry a task',
			description: 'Let paused tasks go on, or try failed tasks again from where they stopped',
		},
		fields: [
			{
				displayName: 'Synchronization Is Re-Edited',
				name: 'isSyncReEdit',
				type: 'boolean',
				default: false,
				description:
					'Whether the objects of a synchronization were changed and the task is to go on with them',
			},
		],
	},
	RESUME,
	(fields) => success(fields.flag('isSyncReEdit') ? { is_sync_re_edit: true } : {}),
);
