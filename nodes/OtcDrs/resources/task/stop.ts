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
			action: 'Stop a task for good (destructive)',
			description:
				'Destructive: end tasks for good and release their replication instances; the databases stay as they are',
		},
		fields: [
			{
				displayName: 'Force',
				name: 'force',
				type: 'boolean',
				default: false,
				description:
					'Whether to stop without waiting for the transfer to end in order. Changes under way may be lost.',
			},
		],
	},
	STOP,
	(fields) => success({ delete_type: fields.flag('force') ? 'force_terminate' : 'terminate' }),
);
