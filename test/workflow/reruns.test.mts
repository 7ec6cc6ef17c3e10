import type { EngineRun } from '../support/n8nEngine.mts';
import { CREATE, runNode } from '../support/otc.mts';
import { useReruns, output, errorOf } from './support/reruns.mts';

const { simulator, engine, runWithRetries, create } = useReruns();

/** What n8n keeps of the node. */
const memoryOf = ({ raw }: EngineRun): unknown =>
	raw.data.executionData?.contextData['node:OTC DRS']?.earlierTries;

describe('creations, when n8n tries the node again', () => {
	it('create each task once, and hand out its ID again', async () => {
		const run = await runWithRetries(CREATE, [{ name: 'bad name' }, { name: 'shop-1' }]);
		const [bad, good] = output(run);
		expect(errorOf(bad).message).toContain('Task Name');
		expect(good).toMatchObject({ name: 'shop-1', id: simulator.tasks.all()[0].id });
		expect(good).not.toHaveProperty('already_existed');
		expect(simulator.journal.of('createTasks')).toHaveLength(1);
	});

	it('create what has failed, and nothing else', async () => {
		simulator.faults.add({ operation: 'createTasks', kind: 'serverError', times: 1 });
		const run = await runWithRetries(
			{ ...CREATE, options: { batchSize: 1, concurrency: 1, maxAttempts: 1 } },
			[{ name: 'shop-1' }, { name: 'shop-2' }],
		);
		expect(output(run)).toEqual([
			expect.objectContaining({ name: 'shop-1' }),
			expect.objectContaining({ name: 'shop-2' }),
		]);
		expect(
			simulator.tasks
				.all()
				.map(({ name }) => name)
				.sort(),
		).toEqual(['shop-1', 'shop-2']);
		expect(memoryOf(run)).toBeUndefined();
	});

	it('adopt the task of a call whose end nobody saw, when the search failed as well', async () => {
		simulator.faults.add({ operation: 'createTasks', kind: 'dropAfter', times: 1 });
		simulator.faults.add({ operation: 'listTasks', kind: 'dropBefore', times: 1 });
		const run = await runWithRetries({ ...CREATE, options: { maxAttempts: 1 } }, [
			{ name: 'shop-1' },
		]);
		expect(output(run)).toEqual([expect.objectContaining({ name: 'shop-1' })]);
		expect(output(run)[0]).not.toHaveProperty('error');
		expect(simulator.tasks.all()).toHaveLength(1);
		expect(simulator.journal.of('createTasks')).toHaveLength(1);
	});

	it('work with On Error → Stop, too', async () => {
		simulator.faults.add({ operation: 'createTasks', kind: 'serverError', times: 1 });
		const run = await runWithRetries(
			{ ...CREATE, options: { batchSize: 1, concurrency: 1, maxAttempts: 1 } },
			[{ name: 'shop-1' }, { name: 'shop-2' }],
			{ onError: 'stopWorkflow' },
		);
		expect(run.error).toBeUndefined();
		expect(output(run).map(({ name }) => name)).toEqual(['shop-1', 'shop-2']);
	});

	it('store no secret', async () => {
		const run = await runWithRetries(
			{
				...CREATE,
				sourceDatabase: { ip: '10.0.0.5', dbPort: 3306, authentication: 'credential' },
				targetDatabase: { authentication: 'credential' },
			},
			[{ name: 'bad name' }, { name: 'shop-1' }],
		);
		expect(memoryOf(run)).toMatchObject({ things: [{ item: 1 }] });
		for (const secret of ['Src-Secret-1', 'Tgt-Secret-1']) {
			expect(JSON.stringify(run.raw.data)).not.toContain(secret);
		}
	});

	it('still fail for the task of another execution', async () => {
		await create('shop-1');
		const run = await runWithRetries(CREATE, [{ name: 'bad name' }, { name: 'shop-1' }]);
		expect(errorOf(output(run)[1]).error_code).toBe('DRS.M00277');
	});

	it('still tell that a name repeats', async () => {
		const items = [{ name: 'bad name' }, { name: 'shop-1' }, { name: 'SHOP-1' }];
		const run = await runWithRetries(CREATE, items);
		expect(errorOf(output(run)[2]).message).toContain('is also the name of item 1');
		expect(simulator.journal.of('createTasks')).toHaveLength(1);
	});

	it('share the task with an item that repeats its name, when it is to get it', async () => {
		simulator.faults.add({ operation: 'getTaskDetails', kind: 'serverError', times: 1 });
		const items = [{ name: 'bad name' }, { name: 'shop-1' }, { name: 'SHOP-1' }];
		const options = { ifTaskExists: 'return', maxAttempts: 1 };
		const run = await runWithRetries({ ...CREATE, options }, items);
		const [{ id }] = simulator.tasks.all();
		expect(output(run)[1]).toMatchObject({ id });
		expect(output(run)[2]).toMatchObject({ id, already_existed: true });
	});
});

describe('a repeated name', () => {
	const items = [{ name: 'shop-1' }, { name: 'shop-2' }, { name: 'SHOP-1' }];

	it('stops the node before anything is created', async () => {
		const run = await runNode(engine, CREATE, items);
		expect(run.error?.message).toBe('Task Name: "SHOP-1" is also the name of item 0 [item 2]');
		expect(simulator.tasks.all()).toEqual([]);
	});

	it('is the failure of its own item, when the node continues', async () => {
		const run = await runNode(engine, CREATE, items, 'continueRegularOutput');
		expect(output(run).map(({ error }) => error !== undefined)).toEqual([false, false, true]);
		expect(simulator.tasks.all()).toHaveLength(2);
	});
});
