import type { IDataObject } from 'n8n-workflow';
import { rdsInstances } from '../../simulator/data/instances.mts';
import { useCloud } from '../support/cloud.mts';
import { byId } from '../support/locators.mts';
import { POSTGRESQL } from '../support/otc.mts';
import { outputOf, RUN, subnetIn } from './support/placements.mts';

const { simulator, engine } = useCloud({ speed: 200 });

describe('an instance that does not fit the engine', () => {
	it.each([{}, RUN])('is refused before anything is created, with %j', async (parameters) => {
		const [{ error }] = await outputOf(engine, {
			...parameters,
			...POSTGRESQL,
			engineType: 'mysql',
		});
		expect(error).toMatchObject({
			message:
				'Target DB Instance: "pg-archive" is PostgreSQL 13, which does not fit the engine MySQL to MySQL',
			description: expect.stringContaining('Choose an instance of RDS for MySQL'),
		});
		expect(simulator.journal.count('createTasks')).toBe(0);
	});
});

it('names the field of the source for a migration out of the cloud', async () => {
	const [{ error }] = await outputOf(engine, {
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
		const [{ error }] = await outputOf(engine, {
			...parameters,
			subnet: subnetIn('subnet-applications'),
		});
		expect(error).toMatchObject({
			message: expect.stringMatching(/^Replication Subnet: .* is in VPC .*, but "rds-shop" is in/),
			description: expect.stringContaining('in the VPC of the DB instance'),
		});
		expect(simulator.journal.count('createTasks')).toBe(0);
	});

	it('is the failure of its item alone', async () => {
		const subnet = byId('={{ $json.subnet }}');
		const [bad, good] = await outputOf(engine, { subnet }, [
			{ name: 'shop-1', subnet: subnetIn('subnet-applications').value },
			{ name: 'shop-2', subnet: subnetIn('subnet-replication').value },
		]);
		expect(bad.error).toBeDefined();
		expect(good).toMatchObject({ name: 'shop-2', status: 'CREATING' });
	});
});

describe('the address of the managed side', () => {
	it('comes from the instance, with VPC and subnet', async () => {
		const [output] = await outputOf(engine, RUN);
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
		await outputOf(engine, RUN, [{ name: 'shop-1' }, { name: 'shop-2' }, { name: 'shop-3' }]);
		expect(simulator.journal.count('listRdsInstances')).toBe(1);
		expect(simulator.journal.count('listSubnets')).toBe(1);
	});

	it('is asked for where the project has no such instance', async () => {
		const [{ error }] = await outputOf(engine, { ...RUN, targetInstance: byId('unknownin01') });
		expect(error).toMatchObject({
			message: 'Target Database → Host: is empty',
			description: expect.stringContaining('no instance with this ID'),
		});
		expect(simulator.journal.count('createTasks')).toBe(0);
	});

	it('need not be looked up by a user who names it and may not list instances', async () => {
		simulator.faults.add({ service: 'rds', kind: 'forbidden' });
		const [output] = await outputOf(engine, { ...RUN, targetDatabase: { ip: '10.0.1.5' } });
		expect(output).toMatchObject({ stage: 'start' });
	});
});
