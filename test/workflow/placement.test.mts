import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { rdsInstances } from '../../simulator/data/instances.mts';
import { subnets } from '../../simulator/data/network.mts';
import { useCloud } from '../support/cloud.mts';
import { CREATE, POSTGRESQL, otcEngine, runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud({ speed: 200 });

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const subnetIn = (name: string) => byId(subnets.find((subnet) => subnet.name === name)!.id);

const outputOf = async (
	parameters: INodeParameters,
	items: IDataObject[] = [{ name: 'shop' }],
	usedEngine = engine,
) =>
	(await runNode(usedEngine, { ...CREATE, ...parameters }, items, 'continueRegularOutput'))
		.items('OTC DRS')
		.map(({ json }) => json);

const RUN: INodeParameters = {
	resource: 'migration',
	operation: 'run',
	sourceDatabase: { ip: '10.0.0.5' },
};

describe('an instance that does not fit the engine', () => {
	it.each([{}, RUN])('is refused before anything is created, with %j', async (parameters) => {
		const [{ error }] = await outputOf({ ...parameters, ...POSTGRESQL, engineType: 'mysql' });
		expect(error).toMatchObject({
			message:
				'Target DB Instance: "pg-archive" is PostgreSQL 13, which does not fit the engine mysql',
			description: expect.stringContaining('Choose an instance of RDS for MySQL'),
		});
		expect(simulator.journal.count('createTasks')).toBe(0);
	});
});

it('names the field of the source for a migration out of the cloud', async () => {
	const [{ error }] = await outputOf({
		engineType: 'mysql',
		additionalFields: { jobDirection: 'down' },
		sourceDatabase: { instId: POSTGRESQL.targetInstance },
		targetDatabase: { ip: '10.0.0.5', dbPort: 3306 },
	});
	expect(error).toMatchObject({
		message: expect.stringMatching(/^Source Database → DB Instance: "pg-archive" is PostgreSQL/),
	});
});

describe('a subnet outside the VPC of the instance', () => {
	it.each([{}, RUN])('is refused before anything is created, with %j', async (parameters) => {
		const [{ error }] = await outputOf({ ...parameters, subnet: subnetIn('subnet-applications') });
		expect(error).toMatchObject({
			message: expect.stringMatching(/^Replication Subnet: .* is in VPC .*, but "rds-shop" is in/),
			description: expect.stringContaining('in the VPC of the DB instance'),
		});
		expect(simulator.journal.count('createTasks')).toBe(0);
	});

	it('is the failure of its item alone', async () => {
		const subnet = byId('={{ $json.subnet }}');
		const [bad, good] = await outputOf({ subnet }, [
			{ name: 'shop-1', subnet: subnetIn('subnet-applications').value },
			{ name: 'shop-2', subnet: subnetIn('subnet-replication').value },
		]);
		expect(bad.error).toBeDefined();
		expect(good).toMatchObject({ name: 'shop-2', status: 'CREATING' });
	});
});

const fromList = (value: string) => ({ __rl: true, mode: 'list', value });
const LEFT_EMPTY = fromList('');
const UNKNOWN = byId('00000000000000000000000000000000in01');
const sent = () => simulator.journal.of('createTasks').map(({ requestBody }) => requestBody);
const ADDRESS = { targetDatabase: { ip: '10.0.1.5' } };

describe('a subnet that is left empty', () => {
	const wanted = { jobs: [{ customize_sutnet_id: rdsInstances[0].subnet_id }] };

	it.each([{}, RUN])('is that of the instance, with %j', async (parameters) => {
		const [{ error }] = await outputOf({ ...parameters, subnet: LEFT_EMPTY });
		expect(error).toBeUndefined();
		expect(sent()).toMatchObject([wanted]);
	});

	it('is that of the source for a migration out of the cloud', async () => {
		const [{ error }] = await outputOf({
			subnet: LEFT_EMPTY,
			additionalFields: { jobDirection: 'down' },
			sourceDatabase: { instId: CREATE.targetInstance },
			targetDatabase: { ip: '10.0.0.6', dbPort: 3306 },
		});
		expect(error).toBeUndefined();
		expect(sent()).toMatchObject([wanted]);
	});

	it.each([{}, { ...RUN, ...ADDRESS }])(
		'is asked for where the project has no such instance, with %j',
		async (parameters) => {
			const places = { subnet: LEFT_EMPTY, targetInstance: UNKNOWN };
			const [{ error }] = await outputOf({ ...parameters, ...places });
			expect(error).toMatchObject({
				message: `Replication Subnet: is empty, and the subnet of the DB instance ${UNKNOWN.value} is not known`,
				description: expect.stringMatching(/^Choose the subnet .* no instance with this ID/),
			});
			expect(sent()).toEqual([]);
		},
	);

	it.each([{}, { ...RUN, ...ADDRESS }])(
		'is asked for where the user may not list instances, with %j',
		async (parameters) => {
			const viewer = otcEngine(simulator.url, { userName: 'drs-viewer' });
			const [{ error }] = await outputOf(
				{ ...parameters, subnet: LEFT_EMPTY },
				[{ name: 'shop' }],
				viewer,
			);
			expect(error).toMatchObject({
				message: expect.stringMatching(/^Replication Subnet: is empty, and the subnet/),
				description: expect.stringMatching(
					/^Choose the subnet .* lacks a permission of RDS, such as rds:instance:list/,
				),
			});
			expect(sent()).toEqual([]);
		},
	);

	it('is the failure of its item alone', async () => {
		const targetInstance = byId('={{ $json.instance }}');
		const [bad, good] = await outputOf({ subnet: LEFT_EMPTY, targetInstance }, [
			{ name: 'shop-1', instance: UNKNOWN.value },
			{ name: 'shop-2', instance: rdsInstances[0].id },
		]);
		expect(bad.error).toBeDefined();
		expect(good).toMatchObject({ name: 'shop-2', status: 'CREATING' });
	});

	it('is not sent in the flat form of the guide', async () => {
		const [{ error }] = await outputOf({
			subnet: LEFT_EMPTY,
			options: { requestFormat: 'single' },
		});
		expect(error).toBeUndefined();
		/** At the address of the list. */
		const [{ requestBody: body }] = simulator.journal.of('listTasks');
		expect(body).toMatchObject({ name: 'shop' });
		expect(body).not.toHaveProperty('customize_sutnet_id');
	});

	it('is a difference from a task in another subnet, which is returned', async () => {
		await outputOf({ subnet: subnetIn('subnet-replication') });
		const [output] = await outputOf({ subnet: LEFT_EMPTY, options: { ifTaskExists: 'return' } });
		expect(output).toMatchObject({
			already_existed: true,
			differences: [
				{
					field: 'customize_sutnet_id',
					requested: rdsInstances[0].subnet_id,
					existing: subnetIn('subnet-replication').value,
				},
			],
		});
	});

	it('is asked for between self-built databases', async () => {
		const [{ error }] = await outputOf({
			subnet: LEFT_EMPTY,
			additionalFields: { jobDirection: 'non-dbs' },
			sourceDatabase: { ip: '10.0.0.5' },
			targetDatabase: { ip: '10.0.0.6' },
		});
		expect(JSON.stringify(error)).toContain('Replication Subnet: is empty');
		expect(simulator.journal.count('createTasks')).toBe(0);
	});

	it.each([
		['its ID', byId('={{ $json.none }}')],
		['its choice', fromList('={{ $json.none }}')],
		['the field', '={{ $json.none }}'],
	])('is asked for if %s is an expression that resolves to nothing', async (_name, subnet) => {
		for (const parameters of [{}, RUN]) {
			const [{ error }] = await outputOf({ ...parameters, subnet });
			expect(JSON.stringify(error)).toContain('Replication Subnet: is empty');
		}
		expect(sent()).toEqual([]);
	});
});

describe('the address of the managed side', () => {
	it('comes from the instance, with VPC and subnet', async () => {
		const [output] = await outputOf(RUN);
		expect(output).toMatchObject({ stage: 'start' });
		const [{ requestBody }] = simulator.journal.of('createTasks');
		const [{ target_endpoint: target }] = (requestBody as { jobs: IDataObject[] }).jobs;
		const [instance] = rdsInstances;
		expect(target).toMatchObject({
			ip: instance.private_ips![0],
			db_port: instance.port,
			vpc_id: instance.vpc_id,
			subnet_id: instance.subnet_id,
		});
	});

	it('is looked up once for all items', async () => {
		await outputOf(RUN, [{ name: 'shop-1' }, { name: 'shop-2' }, { name: 'shop-3' }]);
		expect(simulator.journal.count('listRdsInstances')).toBe(1);
		expect(simulator.journal.count('listSubnets')).toBe(1);
	});

	it('is asked for where the project has no such instance', async () => {
		const [{ error }] = await outputOf({ ...RUN, targetInstance: byId('unknownin01') });
		expect(error).toMatchObject({
			message: 'Target Database → Host: is empty',
			description: expect.stringContaining('no instance with this ID'),
		});
		expect(simulator.journal.count('createTasks')).toBe(0);
	});

	it('need not be looked up by a user who names it and may not list instances', async () => {
		simulator.faults.add({ service: 'rds', kind: 'forbidden' });
		const [output] = await outputOf({ ...RUN, targetDatabase: { ip: '10.0.1.5' } });
		expect(output).toMatchObject({ stage: 'start' });
	});
});
