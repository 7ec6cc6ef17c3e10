import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { useCloud } from '../support/cloud.mts';
import { CREATE, runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud({ speed: 200 });

const RUN: INodeParameters = {
	...CREATE,
	resource: 'migration',
	operation: 'run',
	sourceDatabase: { ip: '10.0.0.5', dbPort: 3306 },
	targetDatabase: { ip: '10.0.1.5', dbPort: 3306 },
	configure: ['alignParameters'],
	options: { stopAfter: 'configuration' },
};

it.each([
	[String(7 * 1024 ** 3), '70 %'],
	['999999999999', 'the target takes 134217728-137438953472'],
])(
	'extra-f1: a buffer pool of %s is not sent and named, the others are set',
	async (value, reason) => {
		const stopped = { ...RUN, options: { stopAfter: 'create' } };
		await runNode(engine, stopped, [{ name: 'shop-1' }]);
		simulator.tasks.all()[0].sourceParameters = new Map([['innodb_buffer_pool_size', value]]);
		const run = await runNode(engine, RUN, [{ name: 'shop-1' }]);
		expect(run.items('OTC DRS')[0].json).toMatchObject({
			aligned_parameters: ['event_scheduler', 'max_connections', 'binlog_cache_size'],
			skipped_parameters: [
				{
					key: 'innodb_buffer_pool_size',
					source_value: value,
					reason: expect.stringContaining(reason),
				},
			],
		});
		const sent = simulator.journal
			.of('modifyParameters')
			.flatMap(({ requestBody }) => (requestBody as { params: IDataObject[] }).params);
		expect(sent.map(({ key }) => key)).toEqual([
			'event_scheduler',
			'max_connections',
			'binlog_cache_size',
		]);
	},
);
