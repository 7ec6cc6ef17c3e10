/** What a status means for the person who looks after the task. */
const NEXT_STEPS: ReadonlyArray<[statuses: readonly string[], step: string]> = [
	[['CREATING'], 'Wait until the task can be configured.'],
	[
		['CREATE_FAILED'],
		'Read the reason with Task → Get, mend it, delete the task and create it anew.',
	],
	[
		['CONFIGURATION'],
		'Test the connections, save the logins, run the pre-check and start the task; Migration → Run does all that.',
	],
	[
		['START_JOB_FAILED'],
		'Read the reason with Task → Get, mend it, run the pre-check again and start the task anew.',
	],
	[['WAITING_FOR_START'], 'Nothing: the task starts at its time.'],
	[
		['STARTJOBING', 'FULL_TRANSFER_STARTED', 'CHILD_TRANSFER_STARTING', 'CHILD_TRANSFER_STARTED'],
		'Wait for the full transfer, for instance with Task → Wait for Status.',
	],
	[
		['FULL_TRANSFER_FAILED', 'INCRE_TRANSFER_FAILED', 'CHILD_TRANSFER_FAILED'],
		'Read the reason with Task → Get, mend it, and let the task go on with Task → Resume or Retry.',
	],
	[
		['FULL_TRANSFER_COMPLETE', 'CHILD_TRANSFER_COMPLETE'],
		'Compare source and target, then stop the task.',
	],
	[
		['INCRE_TRANSFER_STARTED'],
		'Compare source and target, stop writing to the source, then stop the task.',
	],
	[['PAUSING', 'PAUSEING'], 'Let the task go on with Task → Resume or Retry.'],
	[['CHANGE_JOB_FAILED'], 'Look at the change in the console, and make it again.'],
	[['RELEASE_RESOURCE_FAILED'], 'Stop the task again; if it stays, contact support.'],
	[
		['RELEASE_RESOURCE_STARTED', 'RELEASE_CHILD_TRANSFER_STARTED'],
		'Wait until the task has ended.',
	],
	[
		['RELEASE_RESOURCE_COMPLETE', 'RELEASE_CHILD_TRANSFER_COMPLETE'],
		'Nothing: the task has ended. Delete it when you do not need it any more.',
	],
];

/** @returns what to do next with a task in this status. */
export const nextStep = (status: string): string =>
	NEXT_STEPS.find(([statuses]) => statuses.includes(status))?.[1] ?? 'Look at the task.';
