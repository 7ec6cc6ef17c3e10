import { hasText, WHEN_MISSING, type TaskQuery } from '../query';

/** The details of tasks (drs_api_0151). */
export const DETAILS: TaskQuery = {
	path: 'batch-detail',
	idField: 'id',
	isAccepted: hasText('status'),
	paged: true,
	whenMissing: WHEN_MISSING,
};
