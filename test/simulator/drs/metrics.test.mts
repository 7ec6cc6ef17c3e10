import { metricData } from '../../../simulator/drs/index.mts';
import { manualClock } from '../client.mts';

const METRICS = [
	'cpu_util',
	'mem_util',
	'network_incoming_bytes_rate',
	'network_outgoing_bytes_rate',
	'disk_read_bytes_rate',
	'disk_write_bytes_rate',
	'disk_util',
	'extract_bytes_rate',
	'extract_rows_rate',
	'extract_latency',
	'apply_bytes_rate',
	'apply_rows_rate',
	'apply_transactions_rate',
	'apply_ddls_rate',
	'apply_latency',
	'apply_average_execute_time',
	'apply_average_commit_time',
	'apply_current_state',
	'apply_thread_workers',
];

interface Point {
	[filter: string]: unknown;
	timestamp: number;
	unit: string;
}

const clock = manualClock();
const HOUR = 3_600_000;

const ask = (changes: Record<string, string> = {}): Point[] => {
	const query = {
		namespace: 'SYS.DRS',
		metric_name: 'cpu_util',
		'dim.0': 'instance_id,task-1',
		from: String(clock.time - HOUR),
		to: String(clock.time),
		period: '60',
		filter: 'average',
		...changes,
	};
	const { metric_name: name, datapoints } = metricData(query, { clock });
	expect(name).toBe(query.metric_name);
	return datapoints as Point[];
};

describe('metrics of a replication instance', () => {
	it.each(METRICS)('%s has a number for every minute', (name) => {
		const points = ask({ metric_name: name });
		expect(points).toHaveLength(61);
		for (const [index, { average, timestamp }] of points.entries()) {
			expect(timestamp).toBe(clock.time - HOUR + index * 60_000);
			expect(average).toBeGreaterThanOrEqual(0);
			if (name.endsWith('_util')) expect(average).toBeLessThanOrEqual(100);
		}
		expect(new Set(points.map(({ average }) => average)).size).toBeGreaterThan(1);
	});

	it('knows the documented states only', () => {
		const states = ask({ metric_name: 'apply_current_state' }).map(({ average }) => average);
		expect(states.filter((state) => ![1, 2, 3, 10].includes(Number(state)))).toEqual([]);
	});

	it('is the same when asked again, and another one for another task', () => {
		expect(ask()).toEqual(ask());
		expect(ask({ 'dim.0': 'instance_id,task-2' })).not.toEqual(ask());
	});

	it('follows the period, and names its value after the filter', () => {
		const points = ask({ period: '300', filter: 'max' });
		expect(points).toHaveLength(13);
		expect(points[1].timestamp - points[0].timestamp).toBe(300_000);
		expect(points[0]).toEqual({
			max: expect.any(Number),
			timestamp: clock.time - HOUR,
			unit: '%',
		});
	});

	it('has one raw value a minute', () => {
		expect(ask({ period: '1' })).toEqual(ask({ period: '60' }));
	});

	it('has nothing of the future, and nothing of a turned range', () => {
		const last = ask({ to: String(clock.time + HOUR) }).at(-1);
		expect(last?.timestamp).toBe(clock.time);
		expect(ask({ from: String(clock.time), to: String(clock.time - HOUR) })).toEqual([]);
	});

	it.each<Record<string, string>>([
		{ metric_name: 'no_such_metric' },
		{ namespace: 'SYS.RDS' },
		{ filter: 'median' },
		{ 'dim.0': 'instance_id' },
	])('has nothing for %j', (changes) => {
		expect(ask(changes)).toEqual([]);
	});
});
