import { success } from '../../../shared/errors/failure';
import { changeOperation } from '../common/operations';
import { STOPPED } from '../common/statuses';

/** Task → Stop (batch-jobs, terminate). A stopped task cannot be started again. */
export const stop = changeOperation(
	{
		resource: 'task',
		option: {
			name: 'Stop',
			value: 'stop',
			action: 'Stop a task for good',
			description:
				'End tasks for good and release their replication instances; the databases stay as they are',
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
	{
		method: 'DELETE',
		path: 'batch-jobs',
		verb: 'stop',
		allowedIn: ['any status but CREATING, CREATE_FAILED and the stopped ones'],
		hasHappened: (status) => status === undefined || STOPPED.includes(status),
	},
	(reader, item) =>
		success({ delete_type: reader.get('force', item, false) ? 'force_terminate' : 'terminate' }),
);
