import type { ApiClient } from '../../../../shared/client/client';
import { fetchMetric, pointsIn, type MetricPoint } from '../../../../shared/drs/metric';

const MINUTE = 60_000;
const SECOND = 1_000;

/** Data of Cloud Eye arrives so late at the most (DRS user guide, drs_05_0012). */
const LATEST_ARRIVAL = 10 * MINUTE;

/** Up to so many minutes the raw values are read, one per minute; above that, the largest of five minutes. */
const MOST_RAW = 180;
const RAW = { period: 1, largestGap: 2 * MINUTE };
const JOINED = { period: 300, largestGap: 10 * MINUTE };

/** @returns how the values are read, and how far apart they may be, so that one may be missing. */
const resolutionFor = (minutes: number) => (minutes <= MOST_RAW ? RAW : JOINED);

/** The delay of the replication, in milliseconds. */
const METRIC = 'apply_latency';

/** How large a lag was in seconds, or in a sentence why nobody knows. */
export type RecordedLag = { ok: true; worst: number } | { ok: false; why: string };

const INSTEAD = 'The lag was checked instead.';

/**
 * Finds the largest lag of the last minutes that Cloud Eye has data of.
 *
 * @param points the delay in milliseconds, in time order
 * @param minutes how long the data has to reach back from its newest value
 * @param now in ms since 1970
 */
export function worstOf(points: readonly MetricPoint[], minutes: number, now: number): RecordedLag {
	const newest = points.at(-1);
	if (newest === undefined || newest.time < now - LATEST_ARRIVAL) {
		return { ok: false, why: `Cloud Eye has no data of the last 10 minutes. ${INSTEAD}` };
	}
	const from = newest.time - minutes * MINUTE;
	const { largestGap } = resolutionFor(minutes);
	const within = points.filter(({ time }) => time >= from);
	const times = [from, ...within.map(({ time }) => time)];
	const hasGap = times.some((time, index) => index > 0 && time - times[index - 1] > largestGap);
	if (hasGap) {
		return { ok: false, why: `Cloud Eye lacks data of the last ${minutes} minutes. ${INSTEAD}` };
	}
	const worst = within.reduce((most, { value }) => Math.max(most, value), 0);
	return { ok: true, worst: worst / SECOND };
}

/**
 * Asks Cloud Eye how large the lag of a task was. Its newest values are up to ten minutes old, so the lag of now has to be
 * read from the task itself.
 *
 * @param client the client of the run
 * @param id of the task
 * @param minutes how far to look back
 */
export async function recordedLag(
	client: ApiClient,
	id: string,
	minutes: number,
): Promise<RecordedLag> {
	const now = client.now();
	const { period, largestGap } = resolutionFor(minutes);
	const query = {
		id,
		from: now - minutes * MINUTE - LATEST_ARRIVAL - largestGap,
		to: now,
		period,
		aggregation: 'max',
	};
	const datapoints = await fetchMetric(client, query, METRIC);
	return datapoints.ok
		? worstOf(pointsIn(datapoints.value, query.aggregation), minutes, now)
		: { ok: false, why: `Cloud Eye cannot be read: ${datapoints.failure.message}. ${INSTEAD}` };
}
