import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { useCloud } from '../support/cloud.mts';
import { CREATE, runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud({ speed: 200 });

const RUN: INodeParameters = {
	...CREATE,
	resource: 'migration',
	operation: 'run',
	options: { waitFor: 'replicating' },
};

const RECOVERY: INodeParameters = {
	...RUN,
	engineType: 'cloudDataGuard-mysql',
	options: { waitFor: 'replicating', netType: 'vpn', multiWrite: true },
	sourceDatabase: { ip: '10.0.0.5', dbPort: 3306 },
	targetDatabase: { ip: '10.0.1.5', dbPort: 3306 },
};

const MONGO: INodeParameters = {
	...RUN,
	engineType: 'mongodb',
	targetInstance: { __rl: true, mode: 'id', value: '3cadd5a0ef724f55ac7fa5bcb5f4fc5fin02' },
	options: { waitFor: 'replicating', nodeNum: 2 },
	sourceDatabase: {
		ip: '10.0.0.5:27017,10.0.0.6:27017',
		dbName: 'users',
		shards: '10.0.0.7:27018,10.0.0.8:27018',
	},
	targetDatabase: { ip: '10.0.1.5:8635' },
};

async function run(parameters: INodeParameters): Promise<IDataObject> {
	const result = await runNode(engine, parameters, [{ name: 'shop-1' }], 'continueRegularOutput');
	return result.items('OTC DRS')[0].json;
}

const jobsOf = (operation: string): IDataObject[] =>
	simulator.journal
		.of(operation)
		.flatMap(({ requestBody }) => (requestBody as { jobs: IDataObject[] }).jobs);

const children = () => simulator.tasks.all().filter(({ parentId }) => parentId !== undefined);

describe('Migration → Run with a dual-active disaster recovery', () => {
	it('tests, saves, checks and starts the subtasks, the reverse one with its databases exchanged', async () => {
		const output = await run(RECOVERY);
		const [up, down] = children();
		expect(output).toMatchObject({
			status: 'INCRE_TRANSFER_STARTED',
			child_ids: expect.arrayContaining([up.id, down.id]),
		});
		expect([up.status, down.status]).toEqual(['INCRE_TRANSFER_STARTED', 'INCRE_TRANSFER_STARTED']);
		const tested = jobsOf('testConnections').map(({ id, end_point_type: side, ip }) => [
			id,
			side,
			ip,
		]);
		expect(tested.sort()).toEqual(
			[
				[up.id, 'so', '10.0.0.5'],
				[up.id, 'ta', '10.0.1.5'],
				[down.id, 'so', '10.0.1.5'],
				[down.id, 'ta', '10.0.0.5'],
			].sort(),
		);
		const saved = new Map(jobsOf('modifyTasks').map((job) => [job.job_id, job]));
		expect(saved.get(up.id)).toMatchObject({
			job_direction: 'up',
			node_type: 'high',
			replace_definer: true,
			source_endpoint: { ip: '10.0.0.5' },
		});
		expect(saved.get(down.id)).toMatchObject({
			job_direction: 'down',
			source_endpoint: { ip: '10.0.1.5' },
			target_endpoint: { ip: '10.0.0.5' },
		});
		for (const operation of ['testConnections', 'modifyTasks', 'precheck', 'startTasks']) {
			const named = jobsOf(operation).map(({ job_id: id, id: testedId }) => id ?? testedId);
			expect([operation, named.includes(output.id)]).toEqual([operation, false]);
		}
	});

	it('goes on with the subtasks of a task that an earlier run created', async () => {
		const first = await run({
			...RECOVERY,
			options: { netType: 'vpn', multiWrite: true, stopAfter: 'create' },
		});
		const second = await run(RECOVERY);
		expect(second).toMatchObject({ id: first.id, status: 'INCRE_TRANSFER_STARTED' });
		expect(simulator.journal.count('createTasks')).toBe(1);
		expect(jobsOf('startTasks')).toHaveLength(2);
	});

	it('fails with the pre-check item of a subtask, and starts none', async () => {
		simulator.outcomes.add({
			task: 'shop-1-down',
			kind: 'precheckItem',
			item: 'dbServerUuidConsistency',
		});
		const output = await run(RECOVERY);
		expect(output.error).toMatchObject({
			stage: 'precheck',
			message: expect.stringContaining('dbServerUuidConsistency'),
		});
		expect(simulator.journal.count('startTasks')).toBe(0);
	});
});

describe('Migration → Run with a MongoDB cluster', () => {
	it('tests the cluster on the parent, saves port 0 and the database of the user, and starts', async () => {
		const output = await run(MONGO);
		expect(output).toMatchObject({ status: 'INCRE_TRANSFER_STARTED' });
		expect(children().map(({ status }) => status)).toEqual([
			'INCRE_TRANSFER_STARTED',
			'INCRE_TRANSFER_STARTED',
		]);
		expect(simulator.journal.count('testConnections')).toBe(0);
		const nodes = jobsOf('testClusterConnections').map(({ job_id: id, property }) => [
			id,
			(JSON.parse(String(property)) as IDataObject[]).map(
				({ endpointtype: side, ip, dbport: port, dbName, dbuser }) => [
					side,
					ip,
					port,
					dbName,
					dbuser,
				],
			),
		]);
		expect(nodes).toEqual([
			[
				output.id,
				[
					['so', '10.0.0.5:27017', 0, 'users', 'src'],
					['so', '10.0.0.6:27017', 0, 'users', 'src'],
					['ls', '10.0.0.7:27018', 0, 'users', 'src'],
					['ls', '10.0.0.8:27018', 0, 'users', 'src'],
				],
			],
			[output.id, [['ta', '10.0.1.5:8635', 0, 'admin', 'tgt']]],
		]);
		const [saved] = jobsOf('modifyTasks');
		expect(saved).toMatchObject({
			job_id: output.id,
			node_type: 'high',
			source_endpoint: { db_type: 'mongodb', db_port: 0, db_name: 'users' },
			target_endpoint: { db_type: 'mongodb', db_port: 0, db_name: 'admin' },
		});
		expect(saved).not.toHaveProperty('replace_definer');
	});

	it('tests a single MongoDB with port 0 by the ordinary call', async () => {
		const output = await run({
			...MONGO,
			options: { waitFor: 'replicating' },
			sourceDatabase: { ip: '10.0.0.5:27017' },
		});
		expect(output).toMatchObject({ status: 'INCRE_TRANSFER_STARTED' });
		expect(simulator.journal.count('testClusterConnections')).toBe(0);
		expect(jobsOf('testConnections')).toEqual([
			expect.objectContaining({ db_port: 0, db_name: 'admin', end_point_type: 'so' }),
			expect.objectContaining({ db_port: 0, db_name: 'admin', end_point_type: 'ta' }),
		]);
	});
});
