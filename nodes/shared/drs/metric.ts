import type { IDataObject } from 'n8n-workflow';
import type { ApiClient } from '../client/client';
import { failed, success, type Outcome } from '../failures/failure';
import { recordsIn } from '../values/json';
import { finiteNumber } from '../values/read';

/** Which values of a task Cloud Eye is asked for. */
export interface MetricQuery {
	/** ID of the task. */
	id: string;
	/** Begin and end, in ms since 1970. */
	from: number;
	to: number;
	/** Length of one data point in seconds; 1 for the raw values, one per minute. */
	period: number;
	/** How Cloud Eye joins the values of a period. */
	aggregation: string;
}

/** A value and its time, in ms since 1970. */
export interface MetricPoint {
	time: number;
	value: number;
}

/**
 * Gets one metric of one task (Cloud Eye, ces_03_0033).
 *
 * @param client the client of the run
 * @param query for which task and time
 * @param metric its name in Cloud Eye
 * @returns the data points as Cloud Eye gives them
 */
export async function fetchMetric(
	client: ApiClient,
	{ id, from, to, period, aggregation }: MetricQuery,
	metric: string,
): Promise<Outcome<IDataObject[]>> {
	const result = await client.call({
		service: 'ces',
		method: 'GET',
		path: '/V1.0/{project_id}/metric-data',
		query: {
			namespace: 'SYS.DRS',
			metric_name: metric,
			'dim.0': `instance_id,${id}`,
			from,
			to,
			period,
			filter: aggregation,
		},
		idempotent: true,
		purpose: `Task ${id}: metric ${metric}`,
	});
	if (!result.ok) return failed({ ...result.failure, jobId: id });
	return success(recordsIn(result.response.body.datapoints));
}

/** @returns the data points that have a time and a value, in time order. */
export const pointsIn = (datapoints: readonly IDataObject[], aggregation: string): MetricPoint[] =>
	datapoints
		.flatMap((point) => {
			const time = finiteNumber(point.timestamp);
			const value = finiteNumber(point[aggregation]);
			return time === undefined || value === undefined ? [] : [{ time, value }];
		})
		.sort((a, b) => a.time - b.time);
