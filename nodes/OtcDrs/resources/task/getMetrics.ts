import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import { mapConcurrently } from '../../../shared/batch/concurrency';
import { fetchMetric, pointsIn, type MetricQuery } from '../../../shared/drs/metric';
import { failed, success, type Outcome } from '../../../shared/failures/failure';
import { showFor } from '../../../shared/n8n/fields';
import type { OutputItem } from '../../../shared/n8n/results';
import type { Fields } from '../../../shared/n8n/parameters/fields';
import { readText } from '../../../shared/values/read';
import { extent } from '../../../shared/values/extent';
import type { ApiClient } from '../../../shared/client/client';
import type { Operation } from '../../operations/operation';
import type { OperationRun } from '../../operations/operationRun';
import { gathered, runPerItem } from '../../operations/perItem';
import { taskIdsOf } from '../../../shared/fields/task';
import { METRICS_FIELDS } from './metrics/fields';
import { lineChart, type Series } from './metrics/lineChart';
import { metricName } from './metrics/metrics';

const HOUR = 3_600_000;

interface MetricsQuery extends MetricQuery {
	metrics: string[];
	/** Whether a chart is wanted. */
	chart: boolean;
}

function readTime(fields: Fields, now: number): Outcome<{ from: number; to: number }> {
	const hours = fields.number('timeRange') ?? 1;
	if (hours > 0) return success({ from: now - hours * HOUR, to: now });
	const from = fields.time('from');
	if (from === undefined) {
		return failed({ message: 'From: is empty', description: 'Enter the start time.' });
	}
	const to = fields.time('to') ?? { milliseconds: now, local: 'now' };
	return from.milliseconds < to.milliseconds
		? success({ from: from.milliseconds, to: to.milliseconds })
		: failed({
				message: `From, To: ${from.local} is not before ${to.local}`,
				description: 'Enter two times, the earlier one first.',
			});
}

function readQueries(fields: Fields, now: number): Outcome<MetricsQuery[]> {
	const ids = taskIdsOf(fields);
	if (!ids.ok) return ids;
	const time = readTime(fields, now);
	if (!time.ok) return time;
	const metrics = fields.list('metrics') ?? [];
	if (metrics.length === 0) {
		return failed({ message: 'Metrics: is empty', description: 'Choose at least one metric.' });
	}
	return success(
		ids.value.map((id) => ({
			id,
			metrics,
			...time.value,
			period: fields.number('period') ?? 300,
			aggregation: fields.option('aggregation') ?? 'average',
			chart: fields.group('options').flag('chart') === true,
		})),
	);
}

const toSeries = (
	{ aggregation }: MetricsQuery,
	metric: string,
	datapoints: readonly IDataObject[],
): Series => ({
	name: metricName(metric),
	unit: datapoints.map(({ unit }) => readText(unit)).find((unit) => unit !== undefined) ?? '',
	points: pointsIn(datapoints, aggregation),
});

const summary = ({ points }: Series): IDataObject => ({
	latest: points.at(-1)?.value ?? null,
	...(extent(points.map(({ value }) => value)) ?? { lowest: null, highest: null }),
});

/** @returns what was measured of a task, and the lines of its chart. */
async function fetchTask(
	client: ApiClient,
	query: MetricsQuery,
): Promise<Outcome<{ json: IDataObject; series: Series[] }>> {
	const values: IDataObject = {};
	const series: Series[] = [];
	for (const metric of query.metrics) {
		const datapoints = await fetchMetric(client, query, metric);
		if (!datapoints.ok) return datapoints;
		const line = toSeries(query, metric, datapoints.value);
		series.push(line);
		values[metric] = { unit: line.unit, ...summary(line), datapoints: datapoints.value };
	}
	const { id, from, to, period, aggregation } = query;
	return success({
		json: { job_id: id, from, to, period, aggregation, metrics: values },
		series,
	});
}

/** Draws the chart of a task. @returns the binary property that holds it */
async function drawChart(
	{ helpers }: IExecuteFunctions,
	{ id, from, to }: MetricsQuery,
	series: readonly Series[],
): Promise<IBinaryKeyData> {
	const svg = Buffer.from(lineChart(`Task ${id}`, series, { from, to }));
	return { chart: await helpers.prepareBinaryData(svg, `${id}.svg`, 'image/svg+xml') };
}

async function execute(run: OperationRun): Promise<INodeExecutionData[]> {
	const now = run.now();
	return await runPerItem<MetricsQuery>(run, {
		kind: 'singleQuery',
		read: (item) => gathered(run.parameters, item, (fields) => readQueries(fields, now)),
		send: async (queries, client, { concurrency }) =>
			await mapConcurrently(queries, concurrency, async (query): Promise<Outcome<OutputItem[]>> => {
				const metrics = await fetchTask(client, query);
				if (!metrics.ok) return metrics;
				const { json, series } = metrics.value;
				return success([
					query.chart ? { json, binary: await drawChart(run.context, query, series) } : { json },
				]);
			}),
	});
}

/** Task → Get Metrics: what Cloud Eye has measured of the replication instance and of the replication. */
export const getMetrics: Operation = {
	option: {
		name: 'Get Metrics',
		value: 'getMetrics',
		action: 'Get task metrics',
		description:
			'Get the Cloud Eye metrics of tasks, such as delay, throughput and CPU usage, with an optional chart',
	},
	properties: showFor({ resource: 'task', operations: ['getMetrics'] }, METRICS_FIELDS),
	execute,
};
