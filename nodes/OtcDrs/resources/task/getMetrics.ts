import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import { mapConcurrently } from '../../../shared/batch/concurrency';
import { failed, success, type Outcome } from '../../../shared/failures/failure';
import { showFor } from '../../../shared/n8n/fields';
import { recordsIn } from '../../../shared/values/json';
import type { OutputItem } from '../../../shared/n8n/results';
import type { ParameterReader } from '../../../shared/n8n/ParameterReader';
import { finiteNumber, readText } from '../../../shared/values/read';
import { extent } from '../../../shared/values/extent';
import type { ApiClient } from '../../../shared/client/client';
import type { Operation } from '../../operations/operation';
import type { OperationRun } from '../../operations/operationRun';
import { numberField } from '../../../shared/n8n/numberField';
import { runPerItem } from '../../operations/perItem';
import { readTaskIds } from '../../../shared/fields/task';
import { METRICS_FIELDS } from './metrics/fields';
import { lineChart, type Series } from './metrics/lineChart';
import { metricName } from './metrics/metrics';

const HOUR = 3_600_000;
const MAX_HOURS = 87_600;
const DAY_SECONDS = 86_400;

interface MetricsQuery {
	id: string;
	metrics: string[];
	/** Begin and end, in ms since 1970. */
	from: number;
	to: number;
	/** Seconds. */
	period: number;
	aggregation: string;
	/** Whether a chart is wanted. */
	chart: boolean;
}

function readTime(reader: ParameterReader, item: number): Outcome<{ from: number; to: number }> {
	const now = Date.now();
	const hours = numberField('Time Range', reader.get('timeRange', item, 1), {
		least: 0,
		most: Number.MAX_VALUE,
		fallback: 1,
		clamp: true,
	});
	if (!hours.ok) return hours;
	if (hours.value > MAX_HOURS) {
		return failed({
			message: `Time Range: ${hours.value} hours is too long`,
			description: `Enter at most ${MAX_HOURS} hours (ten years).`,
		});
	}
	if (hours.value > 0) return success({ from: now - hours.value * HOUR, to: now });
	const [from, to] = (['from', 'to'] as const).map((name) => reader.get<string>(name, item, ''));
	const range = { from: Date.parse(String(from)), to: to === '' ? now : Date.parse(String(to)) };
	return range.from < range.to
		? success(range)
		: failed({
				message: `From, To: "${String(from).slice(0, 40)}" to "${String(to).slice(0, 40)}" is not a time range`,
				description: '"From" and "To" must be valid times in ISO 8601, "From" first.',
			});
}

function readQueries(reader: ParameterReader, item: number): Outcome<MetricsQuery[]> {
	const ids = readTaskIds(reader, item);
	if (!ids.ok) return ids;
	const time = readTime(reader, item);
	if (!time.ok) return time;
	const metrics = reader.get<string[]>('metrics', item, []);
	if (metrics.length === 0) {
		return failed({ message: 'Metrics: is empty', description: 'Choose at least one metric.' });
	}
	const period = numberField('Period', reader.get('period', item, 300), {
		least: 1,
		most: DAY_SECONDS,
		fallback: 300,
		whole: true,
		noun: 'a valid period',
		remedy: `Enter a period in seconds, from 1 to ${DAY_SECONDS}.`,
	});
	if (!period.ok) return period;
	const aggregation = reader.get<string>('aggregation', item, 'average');
	const chart = reader.get<IDataObject>('options', item, {}).chart === true;
	return success(
		ids.value.map((id) => ({
			id,
			metrics,
			...time.value,
			period: period.value,
			aggregation,
			chart,
		})),
	);
}

/** Gets one metric of one task (Cloud Eye, ces_03_0033). */
async function fetchMetric(
	client: ApiClient,
	query: MetricsQuery,
	metric: string,
): Promise<Outcome<IDataObject[]>> {
	const result = await client.call({
		service: 'ces',
		method: 'GET',
		path: '/V1.0/{project_id}/metric-data',
		query: {
			namespace: 'SYS.DRS',
			metric_name: metric,
			'dim.0': `instance_id,${query.id}`,
			from: query.from,
			to: query.to,
			period: query.period,
			filter: query.aggregation,
		},
		idempotent: true,
		purpose: `Task ${query.id}: metric ${metric}`,
	});
	if (!result.ok) return failed({ ...result.failure, jobId: query.id });
	return success(recordsIn(result.response.body.datapoints));
}

function toSeries(query: MetricsQuery, metric: string, datapoints: readonly IDataObject[]): Series {
	const points = datapoints.flatMap((point) => {
		const time = finiteNumber(point.timestamp);
		const value = finiteNumber(point[query.aggregation]);
		return time === undefined || value === undefined ? [] : [{ time, value }];
	});
	return {
		name: metricName(metric),
		unit: datapoints.map(({ unit }) => readText(unit)).find((unit) => unit !== undefined) ?? '',
		points: points.sort((a, b) => a.time - b.time),
	};
}

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
	return await runPerItem<MetricsQuery>(run, {
		kind: 'query',
		read: (item) => readQueries(run.reader, item),
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
