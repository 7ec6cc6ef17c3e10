import { hasText, WHEN_MISSING, type TaskQuery } from '../query';

/** The statuses of tasks (drs_api_0150). */
export const STATUS: TaskQuery = {
	path: 'batch-status',
	idField: 'id',
	isAccepted: hasText('status'),
	paged: true,
	whenMissing: WHEN_MISSING,
};
