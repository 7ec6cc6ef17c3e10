/** What a status means for the person who looks after the task. */
const NEXT_STEPS: ReadonlyArray<[statuses: readonly string[], step: string]> = [
	[['CREATING'], 'Wait until the task can be configured.'],
	[
		['CREATE_FAILED'],
		'Read the reason with Task → Get, fix the cause, delete the task and create it again.',
	],
	[
		['CONFIGURATION'],
		'Test the connections, save the logins, run the pre-check and start the task. Migration → Run does all of this.',
	],
	[
		['START_JOB_FAILED', 'STARTJOB_FAILED'],
		'Read the reason with Task → Get, fix the cause, run the pre-check again and start the task again.',
	],
	[['WAITING_FOR_START'], 'Nothing to do: the task starts at its scheduled time.'],
	[
		['STARTJOBING', 'FULL_TRANSFER_STARTED', 'CHILD_TRANSFER_STARTING', 'CHILD_TRANSFER_STARTED'],
		'Wait for the full transfer, for instance with Task → Wait for Status.',
	],
	[
		['FULL_TRANSFER_FAILED', 'INCRE_TRANSFER_FAILED', 'CHILD_TRANSFER_FAILED'],
		'Read the reason with Task → Get, fix the cause, and resume the task with Task → Resume or Retry.',
	],
	[
		['FULL_TRANSFER_COMPLETE', 'CHILD_TRANSFER_COMPLETE'],
		'Compare source and target, then stop the task.',
	],
	[
		['INCRE_TRANSFER_STARTED'],
		'Compare source and target, stop writing to the source, then stop the task.',
	],
	[['PAUSING', 'PAUSEING'], 'Resume the task with Task → Resume or Retry.'],
	[
		['REBUILD_NODE_STARTED', 'NODE_UPGRADE_START', 'NODE_UPGRADE_STARTED'],
		'Wait: the service is changing the replication instance.',
	],
	[['REBUILD_NODE_FAILED', 'NODE_UPGRADE_FAILED'], 'Contact support.'],
	[['DELETED'], 'Nothing to do: the task has been deleted.'],
	[['CHANGE_JOB_FAILED'], 'Check the change in the console, and repeat it.'],
	[['RELEASE_RESOURCE_FAILED'], 'Stop the task again. If it does not stop, contact support.'],
	[
		['RELEASE_RESOURCE_STARTED', 'RELEASE_CHILD_TRANSFER_STARTED'],
		'Wait until the task has ended.',
	],
	[
		['RELEASE_RESOURCE_COMPLETE', 'RELEASE_CHILD_TRANSFER_COMPLETE'],
		'Nothing to do: the task has ended. Delete it when you no longer need it.',
	],
];

/** @returns what to do next with a task in this status. */
export const nextStep = (status: string): string =>
	NEXT_STEPS.find(([statuses]) => statuses.includes(status))?.[1] ??
	'Check the task in the console.';
