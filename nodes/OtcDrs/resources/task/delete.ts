import { success } from '../../../shared/errors/failure';
import { changeOperation } from '../common/operations';
import { DELETABLE } from '../common/statuses';

/** Task → Delete (batch-jobs, delete). Only a task that has ended can be deleted. */
export const deleteTask = changeOperation(
	{
		resource: 'task',
		option: {
			name: 'Delete',
			value: 'delete',
			action: 'Delete a stopped task',
			description:
				'Remove tasks that were stopped, or whose creation failed; a running task has to be stopped first',
		},
	},
	{
		method: 'DELETE',
		path: 'batch-jobs',
		verb: 'delete',
		allowedIn: DELETABLE,
		hasHappened: (status) => status === undefined,
	},
	() => success({ delete_type: 'delete' }),
);
