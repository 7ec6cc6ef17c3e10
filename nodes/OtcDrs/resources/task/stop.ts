import { success } from '../../../shared/failures/failure';
import type { Change } from '../../../shared/drs/change';
import { changeOperation } from '../../operations/change';
import { ALIVE, STOPPED } from '../../../shared/drs/statuses';

/** How a task is stopped. */
export const STOP: Change = {
	method: 'DELETE',
	path: 'batch-jobs',
	verb: 'stop',
	allowedIn: ALIVE,
	hasHappened: (status) => status === undefined || STOPPED.includes(status),
};

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
	(reader, item) =>
		success({ delete_type: reader.get('force', item, false) ? 'force_terminate' : 'terminate' }),
);
