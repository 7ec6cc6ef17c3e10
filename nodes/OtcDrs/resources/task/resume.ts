import { success } from '../../../shared/failures/failure';
import { changeOperation } from '../../operations/change';

const RUNNING = [
	'STARTJOBING',
	'FULL_TRANSFER_STARTED',
	'FULL_TRANSFER_COMPLETE',
	'INCRE_TRANSFER_STARTED',
];

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
	{
		method: 'POST',
		path: 'batch-retry-task',
		verb: 'resume or retry',
		allowedIn: ['PAUSING', 'FULL_TRANSFER_FAILED', 'INCRE_TRANSFER_FAILED', 'START_JOB_FAILED'],
		hasHappened: (status) => status !== undefined && RUNNING.includes(status),
	},
	(reader, item) =>
		success(reader.get('isSyncReEdit', item, false) ? { is_sync_re_edit: true } : {}),
);
