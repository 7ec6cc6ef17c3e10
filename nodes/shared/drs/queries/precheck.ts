import { hasText, type TaskQuery } from '../query';

/** The results of pre-checks, as far as these are. */
export const PRECHECK_RESULT: TaskQuery = {
	path: 'batch-precheck-result',
	idField: 'precheck_id',
	isAccepted: (result) => typeof result.process === 'number' || hasText('process')(result),
	paged: false,
	whenMissing: 'No pre-check has been run yet. Use Pre-Check → Run first.',
};
