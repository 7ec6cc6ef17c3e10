/** All statuses of a task, as the reference lists them (drs_api_0104). */
export const STATUSES: readonly string[] = [
	'CREATING',
	'CREATE_FAILED',
	'CONFIGURATION',
	'STARTJOBING',
	'WAITING_FOR_START',
	'START_JOB_FAILED',
	'PAUSING',
	'FULL_TRANSFER_STARTED',
	'FULL_TRANSFER_FAILED',
	'FULL_TRANSFER_COMPLETE',
	'INCRE_TRANSFER_STARTED',
	'INCRE_TRANSFER_FAILED',
	'RELEASE_RESOURCE_STARTED',
	'RELEASE_RESOURCE_FAILED',
	'RELEASE_RESOURCE_COMPLETE',
	'CHANGE_JOB_STARTED',
	'CHANGE_JOB_FAILED',
	'CHILD_TRANSFER_STARTING',
	'CHILD_TRANSFER_STARTED',
	'CHILD_TRANSFER_COMPLETE',
	'CHILD_TRANSFER_FAILED',
	'RELEASE_CHILD_TRANSFER_STARTED',
	'RELEASE_CHILD_TRANSFER_COMPLETE',
];

/** The statuses in which data flows, or has flowed: a task that has one of them was started. */
export const STARTED: readonly string[] = [
	'STARTJOBING',
	'WAITING_FOR_START',
	'FULL_TRANSFER_STARTED',
	'FULL_TRANSFER_FAILED',
	'FULL_TRANSFER_COMPLETE',
	'INCRE_TRANSFER_STARTED',
	'INCRE_TRANSFER_FAILED',
	'CHILD_TRANSFER_STARTING',
	'CHILD_TRANSFER_STARTED',
	'CHILD_TRANSFER_COMPLETE',
	'CHILD_TRANSFER_FAILED',
];

/** A task that is being stopped or has been. */
export const STOPPED: readonly string[] = [
	'RELEASE_RESOURCE_STARTED',
	'RELEASE_RESOURCE_COMPLETE',
	'RELEASE_CHILD_TRANSFER_STARTED',
	'RELEASE_CHILD_TRANSFER_COMPLETE',
];

/** A task that is gone, but that the service still answers for; the reference does not name this status. */
export const GONE: readonly string[] = ['DELETED'];

/** A task that has ended. */
export const ENDED: ReadonlySet<string> = new Set([
	...STOPPED.filter((status) => status.endsWith('_COMPLETE')),
	...GONE,
]);

/** Failures that the reference does not name; see `isFailedStatus` for any other. */
export const UNDOCUMENTED_FAILURES: readonly string[] = [
	'STARTJOB_FAILED',
	'REBUILD_NODE_FAILED',
	'NODE_UPGRADE_FAILED',
];

/** A paused task; the service's documents spell it in two ways. */
export const PAUSED: readonly string[] = ['PAUSING', 'PAUSEING'];

/** The statuses in which a task takes a new password (drs_03_0134). */
export const PASSWORD_CHANGEABLE: readonly string[] = [
	'STARTJOBING',
	'START_JOB_FAILED',
	'STARTJOB_FAILED',
	'FULL_TRANSFER_STARTED',
	'FULL_TRANSFER_FAILED',
	'FULL_TRANSFER_COMPLETE',
	'INCRE_TRANSFER_STARTED',
	'INCRE_TRANSFER_FAILED',
	'PAUSING',
];

/** The statuses from which a task can be deleted. */
export const DELETABLE: readonly string[] = [
	'CREATE_FAILED',
	'RELEASE_RESOURCE_COMPLETE',
	'RELEASE_CHILD_TRANSFER_COMPLETE',
];

/** A task on which work can still be done: neither being created, nor stopped, nor failed at its creation. */
export const ALIVE: readonly string[] = STATUSES.filter(
	(status) => !['CREATING', 'CREATE_FAILED', ...STOPPED].includes(status),
);

/** @returns whether a status says that something went wrong. */
export const isFailedStatus = (status: string): boolean => status.endsWith('_FAILED');

const LABELS: ReadonlyMap<string, string> = new Map(
	Object.entries({
		CREATING: 'Being Created',
		CREATE_FAILED: 'Creation Failed',
		CONFIGURATION: 'To Be Configured',
		STARTJOBING: 'Starting',
		WAITING_FOR_START: 'Start Scheduled',
		START_JOB_FAILED: 'Start Failed',
		PAUSING: 'Paused',
		PAUSEING: 'Paused',
		FULL_TRANSFER_STARTED: 'Full Transfer',
		FULL_TRANSFER_FAILED: 'Full Transfer Failed',
		FULL_TRANSFER_COMPLETE: 'Full Transfer Complete',
		INCRE_TRANSFER_STARTED: 'Replicating',
		INCRE_TRANSFER_FAILED: 'Replication Failed',
		RELEASE_RESOURCE_STARTED: 'Being Stopped',
		RELEASE_RESOURCE_FAILED: 'Stop Failed',
		RELEASE_RESOURCE_COMPLETE: 'Stopped',
		CHANGE_JOB_STARTED: 'Being Changed',
		CHANGE_JOB_FAILED: 'Change Failed',
		CHILD_TRANSFER_STARTING: 'Subtask Starting',
		CHILD_TRANSFER_STARTED: 'Subtask Transferring',
		CHILD_TRANSFER_COMPLETE: 'Subtask Complete',
		CHILD_TRANSFER_FAILED: 'Subtask Failed',
		RELEASE_CHILD_TRANSFER_STARTED: 'Subtask Being Stopped',
		RELEASE_CHILD_TRANSFER_COMPLETE: 'Subtask Stopped',
		STARTJOB_FAILED: 'Start Failed',
		REBUILD_NODE_STARTED: 'Instance Being Rebuilt',
		REBUILD_NODE_FAILED: 'Rebuilding Failed',
		NODE_UPGRADE_START: 'Instance Being Upgraded',
		NODE_UPGRADE_STARTED: 'Instance Being Upgraded',
		NODE_UPGRADE_COMPLETE: 'Instance Upgraded',
		NODE_UPGRADE_FAILED: 'Upgrade Failed',
		DELETED: 'Deleted',
	}),
);

/** @returns a status in the words of people, such as "Replicating"; one that is not known stays as it is. */
export const statusLabel = (status: string): string => LABELS.get(status) ?? status;

/** @returns a status in words with the API's value behind it, such as "Replicating (INCRE_TRANSFER_STARTED)". */
export const statusText = (status: string): string =>
	LABELS.has(status) ? `${statusLabel(status)} (${status})` : status;

/** @returns whether the creation of a task is over. A status that nobody knows is waited on: it may belong to the creation. */
export const hasBeenCreated = (status: string): boolean =>
	status !== 'CREATING' &&
	(STATUSES.includes(status) || isFailedStatus(status) || LABELS.has(status));
