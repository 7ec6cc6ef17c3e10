import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { METRICS } from '../../nodes/OtcDrs/resources/task/metrics/metrics.ts';
import reference from '../fixtures/reference/cloud-eye-metrics.json' with { type: 'json' };
import { useCloud } from '../support/cloud.mts';
import { runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud();

const FROM = '2026-11-20T08:00:00Z';
const TO = '2026-11-20T10:00:00Z';

const getMetrics = async (parameters: INodeParameters, items: IDataObject[] = [{ id: 'a-1' }]) =>
	await runNode(
		engine,
		{
			resource: 'task',
			operation: 'getMetrics',
			jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			timeRange: 0,
			from: FROM,
			to: TO,
			...parameters,
		},
		items,
		'continueRegularOutput',
	);

describe('Task → Get Metrics', () => {
	it('offers the 19 metrics of the reference', () => {
		expect(METRICS.map(({ value }) => value).sort()).toEqual(
			reference.metrics.map(({ metric }) => metric).sort(),
		);
	});

	it('asks Cloud Eye for every metric of the task, and sums it up', async () => {
		const run = await getMetrics({ metrics: ['apply_latency', 'cpu_util'], aggregation: 'max' });
		const { json, pairedItem, binary } = run.items('OTC DRS')[0];
		const metrics = json.metrics as Record<string, IDataObject>;
		expect(Object.keys(metrics)).toEqual(['apply_latency', 'cpu_util']);
		const points = metrics.apply_latency.datapoints as IDataObject[];
		expect(points).toHaveLength(25);
		expect(points[0]).toMatchObject({ timestamp: Date.parse(FROM), unit: 'ms' });
		expect(metrics.apply_latency).toMatchObject({
			unit: 'ms',
			latest: points[24].max,
			highest: Math.max(...points.map(({ max }) => Number(max))),
			lowest: Math.min(...points.map(({ max }) => Number(max))),
		});
		expect(json).toMatchObject({ job_id: 'a-1', period: 300, aggregation: 'max' });
		expect(pairedItem).toEqual({ item: 0 });
		expect(binary).toBeUndefined();
		const [call] = simulator.journal.of('getMetricData');
		const query = new URL(call.path, simulator.url).searchParams;
		expect(Object.fromEntries(query)).toEqual({
			namespace: 'SYS.DRS',
			metric_name: 'apply_latency',
			'dim.0': 'instance_id,a-1',
			from: String(Date.parse(FROM)),
			to: String(Date.parse(TO)),
			period: '300',
			filter: 'max',
		});
	});

	it('draws a chart when it is asked to', async () => {
		const run = await getMetrics({ options: { chart: true } });
		const { chart } = run.items('OTC DRS')[0].binary!;
		expect(chart).toMatchObject({ mimeType: 'image/svg+xml', fileName: 'a-1.svg' });
		const svg = Buffer.from(chart.data, 'base64').toString();
		expect(svg).toMatch(/^<svg .*Replication Delay \(Milliseconds\).*<polyline .*<\/svg>$/s);
		expect(svg.match(/<polyline class="line" points="([^"]+)"/)![1].split(' ')).toHaveLength(25);
	});

	it('keeps the failure of one task on its item', async () => {
		simulator.faults.add({ operation: 'getMetricData', kind: 'forbidden', times: 1 });
		const run = await getMetrics({ options: { concurrency: 1 } }, [{ id: 'a-1' }, { id: 'a-2' }]);
		const [first, second] = run.items('OTC DRS').map(({ json }) => json);
		expect(first.error).toMatchObject({ job_id: 'a-1', http_status: 403 });
		expect(second).toMatchObject({ job_id: 'a-2' });
	});

	it.each<[INodeParameters, string]>([
		[{ from: '={{ "soon" }}' }, 'From: "soon" is not a time'],
		[
			{ from: TO, to: FROM },
			'From, To: 2026-11-20T05:00:00.000-05:00 is not before 2026-11-20T03:00:00.000-05:00',
		],
		[{ metrics: '={{ [] }}' }, 'Metrics: is empty'],
	])('refuses %j before anything is sent', async (parameters, message) => {
		const run = await getMetrics(parameters);
		expect(run.items('OTC DRS')[0].json.error).toMatchObject({ message });
		expect(simulator.journal.entries).toEqual([]);
	});
});
