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
