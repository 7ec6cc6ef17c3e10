/** The statuses in which a task is configured. */
export const CONFIGURING: ReadonlySet<string> = new Set(['CONFIGURATION', 'WAITING_FOR_START']);

/** The statuses from the start of a task to its end. */
export const STARTED: ReadonlySet<string> = new Set([
	'STARTJOBING',
	'START_JOB_FAILED',
	'FULL_TRANSFER_STARTED',
	'FULL_TRANSFER_COMPLETE',
	'FULL_TRANSFER_FAILED',
	'INCRE_TRANSFER_STARTED',
	'INCRE_TRANSFER_FAILED',
	'PAUSING',
]);
