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

/** A paused task; the service's documents spell it in two ways. */
export const PAUSED: readonly string[] = ['PAUSING', 'PAUSEING'];

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
