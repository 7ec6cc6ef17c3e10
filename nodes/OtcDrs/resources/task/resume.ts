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
			description: 'Resume paused tasks, or retry failed tasks from where they stopped',
		},
		fields: [
			{
				displayName: 'Apply Changed Objects',
				name: 'isSyncReEdit',
				type: 'boolean',
				default: false,
				description: 'Whether to continue with the object selection changed since the pause',
			},
		],
	},
	RESUME,
	(fields) => success(fields.flag('isSyncReEdit') ? { is_sync_re_edit: true } : {}),
);
