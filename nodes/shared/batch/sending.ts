import type { RetryPolicy } from '../http/types';

/** The most a batch call may carry: `page_req.per_page` ends at 100. */
export const MAX_BATCH_SIZE = 100;

/** How the items of a run are sent. */
export interface SendingOptions {
	batchSize: number;
	concurrency: number;
	retry: RetryPolicy;
}
