import { success } from '../../../shared/failures/failure';
import { changeOperation } from '../../operations/change';
import { STOP } from '../../../shared/drs/changes/lifeCycle';

/** Task → Stop (batch-jobs, terminate). A stopped task cannot be started again. */
export const stop = changeOperation(
	{
		resource: 'task',
		option: {
			name: 'Stop',
			value: 'stop',
			action: 'Stop a task permanently (destructive)',
			description:
				'Permanently stop tasks and release their replication instances, without touching the databases (destructive)',
		},
		fields: [
			{
				displayName:
					'Stopping is final: the task cannot be started again, and changes are no longer replicated. To interrupt the transfer, use Pause.',
				name: 'stopNotice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Force',
				name: 'force',
				type: 'boolean',
				default: false,
				description: 'Whether to stop immediately. Changes in flight may be lost.',
			},
		],
	},
	STOP,
	(fields) => success({ delete_type: fields.flag('force') ? 'force_terminate' : 'terminate' }),
);
