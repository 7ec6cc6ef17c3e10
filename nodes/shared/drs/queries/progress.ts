import { hasText, WHEN_MISSING, type TaskQuery } from '../query';

/** How far tasks are: share transferred, delay, remaining time. */
export const PROGRESS: TaskQuery = {
	path: 'batch-progress',
	idField: 'job_id',
	isAccepted: hasText('transfer_status'),
	paged: false,
	whenMissing: WHEN_MISSING,
};
