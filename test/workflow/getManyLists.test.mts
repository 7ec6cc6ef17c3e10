import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { locator } from '../../contract/fields/landing.mts';
import { useCloud } from '../support/cloud.mts';
import { otcEngine, runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud();

const VPC_APPLICATIONS = '0ff8df7b-f0e9-4b16-ac16-1db3dacb69e4';

async function list(resource: string, parameters: INodeParameters = {}): Promise<IDataObject[]> {
	const run = await runNode(engine, { resource, operation: 'getMany', ...parameters });
	expect(run.error).toBeUndefined();
	return run.items('OTC DRS').map(({ json }) => json);
}

const namesOf = (records: IDataObject[]) => records.map(({ name }) => name);

describe('DB Instance → Get Many', () => {
	it('lists the instances of all services, with what a task needs', async () => {
		const instances = await list('dbInstance');
		expect(instances).toHaveLength(12);
		expect(instances[0]).toEqual({
			id: 'e05a3679efe241d8b5dee80b17c1a863in01',
			name: 'rds-shop',
			status: 'ACTIVE',
			db_type: 'mysql',
			engine: 'MySQL',
			version: '8.0',
			address: '192.168.0.134',
			port: 3306,
			vpc_id: '65f0391c-0582-44a6-aa50-248f97ed82e1',
			subnet_id: '352ad828-3467-4f03-987a-c55a5a9dd417',
		});
	});

	it.each([
		['mysql', 5, { name: 'rds-shop', db_type: 'mysql' }],
		['postgresql', 3, { name: 'pg-orders', db_type: 'postgresql', port: 5432 }],
		['mongodb', 2, { name: 'dds-catalog', address: '192.168.0.133,192.168.0.134', port: 8635 }],
		['taurus', 2, { name: 'gauss-shop', db_type: 'taurus', address: '192.168.0.124' }],
	])(
		'lists those of %s, and asks the service concerned alone',
		async (engineName, count, first) => {
			const instances = await list('dbInstance', { engine: engineName });
			expect(instances).toHaveLength(count);
			expect(instances[0]).toMatchObject(first);
			const lists = simulator.journal.entries.filter(({ operation }) =>
				operation?.startsWith('list'),
			);
			expect(lists).toHaveLength(1);
		},
	);

	it('filters by name and VPC, and stops at the limit', async () => {
		expect(namesOf(await list('dbInstance', { filters: { name: 'SHOP' } }))).toEqual([
			'rds-shop',
			'gauss-shop',
		]);
		const vpc = locator(VPC_APPLICATIONS);
		expect(namesOf(await list('dbInstance', { engine: 'mysql', filters: { vpc } }))).toEqual([
			'rds-warehouse',
			'rds-forum',
		]);
		expect(await list('dbInstance', { limit: 9 })).toHaveLength(9);
		expect(await list('dbInstance', { limit: 1 })).toHaveLength(1);
		expect(await list('dbInstance', { limit: 1, returnAll: true })).toHaveLength(12);
	});

	it('says what to do when one of the services refuses', async () => {
		const viewer = otcEngine(simulator.url, { userName: 'drs-viewer' });
		const run = await runNode(
			viewer,
			{ resource: 'dbInstance', operation: 'getMany' },
			[{}],
			'continueRegularOutput',
		);
		expect(run.items('OTC DRS')[0].json.error).toMatchObject({
			message: expect.stringMatching(/^List of RDS for MySQL and RDS for PostgreSQL instances: /),
			description: expect.stringMatching(/Grant the permission.*Or choose one engine/s),
		});
	});
});

describe('Subnet → Get Many', () => {
	it('lists the subnets with the names of their VPCs', async () => {
		const subnets = await list('subnet', { returnAll: true });
		expect(subnets).toHaveLength(13);
		expect(subnets[0]).toEqual({
			id: '352ad828-3467-4f03-987a-c55a5a9dd417',
			name: 'subnet-mysql',
			cidr: '192.168.0.0/24',
			status: 'ACTIVE',
			vpc_id: '65f0391c-0582-44a6-aa50-248f97ed82e1',
			vpc_name: 'vpc-databases',
		});
	});

	it('filters by name and VPC, and stops at the limit', async () => {
		expect(namesOf(await list('subnet', { filters: { name: 'MySQL' } }))).toEqual(['subnet-mysql']);
		expect(namesOf(await list('subnet', { filters: { vpc: locator(VPC_APPLICATIONS) } }))).toEqual([
			'subnet-applications',
		]);
		expect(await list('subnet', { limit: 3 })).toHaveLength(3);
	});

	it('takes each item for itself', async () => {
		const run = await runNode(
			engine,
			{
				resource: 'subnet',
				operation: 'getMany',
				filters: { name: '={{ $json.part }}' },
			},
			[{ part: 'mysql' }, { part: '' }, { part: 'mongodb' }],
			'continueRegularOutput',
		);
		expect(run.items('OTC DRS').map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
			[expect.objectContaining({ name: 'subnet-mysql' }), { item: 0 }],
			[
				{ error: expect.objectContaining({ message: 'Filters → Name: is empty [item 1]' }) },
				{ item: 1 },
			],
			[expect.objectContaining({ name: 'subnet-mongodb' }), { item: 2 }],
		]);
	});
});
