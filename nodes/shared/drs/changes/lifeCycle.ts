import type { Change } from '../change';
import { checkModification } from '../constraints/modification';
import { ALIVE, DELETABLE, GONE, PAUSED, STARTED, STOPPED } from '../statuses';

const AFTER_STOP = 'A stopped task cannot be used again. Create a new task.';

/** Saves settings, endpoints and logins of tasks (drs_03_0107). */
export const UPDATE: Change = {
	method: 'PUT',
	path: 'batch-modification',
	verb: 'update',
	allowedIn: ALIVE,
	alsoNeeds:
		'Endpoints and logins can only be changed in CONFIGURATION. Name, description and notification can be changed until the task is stopped.',
	check: checkModification,
};

/** Runs pre-checks; running one again only renews its result. */
export const PRECHECK: Change = {
	method: 'POST',
	path: 'batch-precheck',
	verb: 'run the pre-check',
	allowedIn: ['CONFIGURATION', 'START_JOB_FAILED'],
};

/** Starts tasks, now or at a time. */
export const START: Change = {
	method: 'POST',
	path: 'batch-starting',
	verb: 'start',
	allowedIn: ['CONFIGURATION', 'START_JOB_FAILED'],
	alsoNeeds: 'The pre-check must pass first. Run it, and fix the failed items.',
	hasHappened: (status) => status !== undefined && STARTED.includes(status),
	remedyFor: (status) => {
		if (STOPPED.includes(status)) return AFTER_STOP;
		return STARTED.includes(status)
			? 'This task has already been started. There is nothing to do.'
			: undefined;
	},
};

/** Pauses the transfer of tasks. */
export const PAUSE: Change = {
	method: 'POST',
	path: 'batch-pause-task',
	verb: 'pause',
	allowedIn: [
		'FULL_TRANSFER_STARTED',
		'FULL_TRANSFER_FAILED',
		'FULL_TRANSFER_COMPLETE',
		'INCRE_TRANSFER_STARTED',
		'INCRE_TRANSFER_FAILED',
	],
	hasHappened: (status) => status !== undefined && PAUSED.includes(status),
	remedyFor: (status) => {
		if (STOPPED.includes(status)) return AFTER_STOP;
		return PAUSED.includes(status)
			? 'This task is already paused. There is nothing to do.'
			: undefined;
	},
};

const RUNNING = [
	'STARTJOBING',
	'FULL_TRANSFER_STARTED',
	'FULL_TRANSFER_COMPLETE',
	'INCRE_TRANSFER_STARTED',
	'CHILD_TRANSFER_STARTING',
	'CHILD_TRANSFER_STARTED',
];

/** Resumes paused tasks and retries failed ones: the service has one operation for both. */
export const RESUME: Change = {
	method: 'POST',
	path: 'batch-retry-task',
	verb: 'resume or retry',
	allowedIn: ['PAUSING', 'FULL_TRANSFER_FAILED', 'INCRE_TRANSFER_FAILED', 'START_JOB_FAILED'],
	hasHappened: (status) => status !== undefined && RUNNING.includes(status),
	remedyFor: (status) => {
		if (STOPPED.includes(status)) return AFTER_STOP;
		return RUNNING.includes(status)
			? 'This task is already running. There is nothing to do.'
			: undefined;
	},
};

/** Stops tasks permanently. */
export const STOP: Change = {
	method: 'DELETE',
	path: 'batch-jobs',
	verb: 'stop',
	allowedIn: ALIVE,
	hasHappened: (status) => status === undefined || [...STOPPED, ...GONE].includes(status),
	remedyFor: (status) => {
		if (STOPPED.includes(status))
			return 'This task has already been stopped. There is nothing to do.';
		return status === 'CREATE_FAILED'
			? 'The creation of this task failed, so there is nothing to stop. Delete the task.'
			: undefined;
	},
};

/** Deletes tasks that have ended. */
export const DELETE: Change = {
	method: 'DELETE',
	path: 'batch-jobs',
	verb: 'delete',
	allowedIn: DELETABLE,
	hasHappened: (status) => status === undefined || GONE.includes(status),
	removes: true,
	remedyFor: (status) =>
		ALIVE.includes(status)
			? 'Turn on "Stop First", or stop the task and wait until it has stopped.'
			: undefined,
};
