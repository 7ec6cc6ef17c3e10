import type { IDataObject } from 'n8n-workflow';
import { finiteNumber } from '../values/read';

const MS = 1_000;

/**
 * Reads how far a replication lags. The service gives it in seconds; where it gives milliseconds as well, these count.
 *
 * @param progress the progress of a task
 * @returns seconds; undefined where the service says none, which it may write as -1
 */
export function lagSeconds({
	incre_trans_delay: seconds,
	incre_trans_delay_millis: milliseconds,
}: IDataObject): number | undefined {
	const exact = finiteNumber(milliseconds);
	if (exact !== undefined && exact >= 0) return exact / MS;
	const lag = finiteNumber(seconds);
	return lag !== undefined && lag >= 0 ? lag : undefined;
}
