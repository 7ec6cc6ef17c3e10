import type { DrsContext } from './context.mts';
import { lagOf } from './lag.mts';
import type { Json } from './task.mts';

/** The metrics of the namespace SYS.DRS, with the range in which their values lie here. */
const METRICS: Record<string, [least: number, most: number, unit: string]> = {
	cpu_util: [5, 60, '%'],
	mem_util: [20, 70, '%'],
	network_incoming_bytes_rate: [1e4, 4e6, 'byte/s'],
	network_outgoing_bytes_rate: [1e4, 4e6, 'byte/s'],
	disk_read_bytes_rate: [0, 1e6, 'byte/s'],
	disk_write_bytes_rate: [1e3, 2e6, 'byte/s'],
	disk_util: [10, 40, '%'],
	extract_bytes_rate: [1e4, 4e6, 'byte/s'],
	extract_rows_rate: [10, 5000, 'row/s'],
	extract_latency: [0, 900, 'ms'],
	apply_bytes_rate: [1e4, 4e6, 'byte/s'],
	apply_rows_rate: [10, 5000, 'row/s'],
	apply_transactions_rate: [1, 500, 'transaction/s'],
	apply_ddls_rate: [0, 2, 'ddl/s'],
	apply_latency: [0, 1500, 'ms'],
	apply_average_execute_time: [1, 30, 'ms'],
	apply_average_commit_time: [1, 30, 'ms'],
	apply_current_state: [1, 3, ''],
	apply_thread_workers: [4, 32, ''],
};

const MAX_POINTS = 3000;
/** There is one sample a minute, also where the raw values are asked for (period 1). */
const SAMPLE_SECONDS = 60;
const FILTERS = new Set(['average', 'max', 'min', 'sum', 'variance']);

/** A value between 0 and 1 that is always the same for the same task, metric and time. */
function wave(seed: string, time: number): number {
	let hash = 7;
	for (const character of seed) hash = (hash * 31 + character.charCodeAt(0)) % 100_003;
	return (Math.sin(time / 600_000 + hash) + 1) / 2;
}

/** What is known of the tasks that are measured; any other ID has made-up values. */
type Known = Pick<DrsContext, 'clock'> & Partial<Pick<DrsContext, 'tasks' | 'outcomes'>>;

/** The delay of a known task is its lag, since it replicates; undefined where it has none. */
function measured(name: string, id: string, { tasks, outcomes }: Known) {
	const task = name === 'apply_latency' ? tasks?.all().find((one) => one.id === id) : undefined;
	if (!task || !outcomes) return undefined;
	return (timestamp: number): number | undefined => {
		const lag = timestamp < task.since ? undefined : lagOf(task, { outcomes }, timestamp);
		return lag === undefined ? undefined : lag * 1000;
	};
}

/**
 * Answers Cloud Eye's query of a metric.
 *
 * @param query namespace, metric_name, dim.0 (`instance_id,<task>`), from and to (ms), period (s), filter
 */
export function metricData(query: Record<string, string>, known: Known): Json {
	const { clock } = known;
	const { metric_name: name = '', filter = 'average' } = query;
	const range = METRICS[name];
	const task = (query['dim.0'] ?? '').split(',')[1];
	if (!range || query.namespace !== 'SYS.DRS' || !task || !FILTERS.has(filter)) {
		return { metric_name: name, datapoints: [] };
	}
	const [least, most, unit] = range;
	const step = Math.max(SAMPLE_SECONDS, Number(query.period) || 0) * 1000;
	const until = Math.min(Number(query.to) || clock.now(), clock.now());
	const begin = Math.ceil((Number(query.from) || until - 3_600_000) / step) * step;
	const count = Math.min(MAX_POINTS, Math.max(0, Math.floor((until - begin) / step) + 1));
	const delay = measured(name, task, known);
	const datapoints = Array.from({ length: count }, (_, index) => begin + index * step).flatMap(
		(timestamp) => {
			const made = least + wave(`${task}${name}`, timestamp) * (most - least);
			const value = delay ? delay(timestamp) : made;
			if (value === undefined) return [];
			const shown = name === 'apply_current_state' ? Math.round(value) : Number(value.toFixed(2));
			return [{ [filter]: shown, timestamp, unit }];
		},
	);
	return { metric_name: name, datapoints };
}

/** Answers Cloud Eye's query of the metrics that exist: those of every task. */
export function metricList(
	query: Record<string, string>,
	{ tasks }: Pick<DrsContext, 'tasks'>,
): Json {
	const wanted = query.dim ?? query['dim.0'];
	const all = tasks.all().flatMap(({ id }) =>
		Object.entries(METRICS).map(([name, [, , unit]]) => ({
			namespace: 'SYS.DRS',
			metric_name: name,
			unit,
			dimensions: [{ name: 'instance_id', value: id }],
		})),
	);
	const found = all.filter(
		({ metric_name: name, dimensions: [dimension] }) =>
			(query.namespace ?? 'SYS.DRS') === 'SYS.DRS' &&
			(query.metric_name ?? name) === name &&
			(wanted === undefined || wanted === `instance_id,${dimension.value}`),
	);
	const count = Math.min(1000, Number(query.limit) || 1000);
	return {
		metrics: found.slice(0, count),
		meta_data: { count: Math.min(count, found.length), total: found.length, marker: '' },
	};
}
