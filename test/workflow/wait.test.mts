import { patience } from '../../nodes/shared/n8n/parking/runInTurns.ts';
import { passMinutes } from '../support/clock.mts';
import { createNamed, PASSWORD } from '../support/otc.mts';
import { useWaits, jsonAt, FILE, failureOf, workflow } from './support/waits.mts';

const { simulator, engine, createTasks, begin, childOf, statusCalls } = useWaits();

describe('Task → Wait for Status', () => {
	it('is parked, and comes out once with items, files and outcomes', async () => {
		const ids = await createTasks('shop-1', 'shop-fail-create', 'shop-2');
		const parked = await begin(ids.map((id) => ({ id, owner: 'dba' })));
		expect(parked.status).toBe('waiting');
		expect(parked.items('Note')).toEqual([]);
		const run = await engine.settle(parked);
		expect(run.status).toBe('success');
		const common = { owner: 'dba', waited_seconds: expect.any(Number) };
		expect(jsonAt(run, 'Note')).toEqual([
			{ ...common, id: ids[0], outcome: 'reached', status: 'CONFIGURATION' },
			{
				...common,
				id: ids[1],
				outcome: 'failed',
				status: 'CREATE_FAILED',
				reason: expect.stringContaining('is in CREATE_FAILED'),
				next_step: expect.stringContaining('Task → Get'),
			},
			{ ...common, id: ids[2], outcome: 'reached', status: 'CONFIGURATION' },
		]);
		for (const { binary } of run.items('Note')) expect(binary).toEqual(FILE);
		expect(run.items('Wait').map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(run.raw.data.resultData.runData.Note).toHaveLength(1);
	});

	it('asks at once, then after pauses that grow up to the longest', async () => {
		const [id] = await createTasks('shop-1');
		const parked = await begin([{ id }], { target: 'stopped', timeout: 2 });
		const child = childOf(parked);
		const moments = [Date.now(), child.waitTill!];
		const run = await engine.settle(parked, (turn) => {
			if (turn.waitTill && turn === child) moments.push(turn.waitTill);
		});
		const pauses = moments.slice(1).map((moment, index) => (moment - moments[index]) / 1000);
		const last = 7200 - pauses.slice(0, -1).reduce((sum, pause) => sum + pause, 0);
		expect(pauses.slice(0, -1)).toEqual([
			60,
			90,
			135,
			202.5,
			303.75,
			455.625,
			...pauses.slice(6, -1).map(() => 600),
		]);
		expect(pauses.at(-1)).toBeCloseTo(last);
		expect(jsonAt(run, 'Note')).toEqual([
			{
				id,
				outcome: 'timedOut',
				status: 'CONFIGURATION',
				waited_seconds: 7200,
				reason: `Task ${id}: is still in CONFIGURATION, while waiting for the end of the task`,
				next_step: expect.stringContaining('time limit is reached'),
			},
		]);
		expect(statusCalls()).toBe(moments.length);
	});

	it('is parked for a minute at first, however often it has looked before', async () => {
		patience.milliseconds = 10_000;
		const [id] = await createTasks('shop-1');
		const parked = await begin([{ id }], { target: 'stopped' });
		expect(statusCalls()).toBeGreaterThan(2);
		const pause = (childOf(parked).waitTill! - Date.now()) / 1000;
		expect(pause).toBeGreaterThanOrEqual(60);
		expect(pause).toBeLessThan(70);
	});

	it('ends after one call when all have arrived', async () => {
		const [id] = await createTasks('shop-1');
		passMinutes(3);
		const run = await begin([{ id }]);
		expect(run.status).toBe('success');
		expect(jsonAt(run, 'Note')).toMatchObject([{ id, outcome: 'reached', waited_seconds: 0 }]);
		expect(engine.executions.all.size).toBe(2);
	});

	it('stays within the execution when the time limit is short', async () => {
		const [id] = await createTasks('shop-1');
		const limits = { timeout: 1, timeoutUnit: 'minutes', options: { interval: 10 } };
		const run = await begin([{ id }], { target: 'stopped', ...limits });
		expect(run.status).toBe('success');
		expect(jsonAt(run, 'Note')).toMatchObject([{ outcome: 'timedOut', waited_seconds: 60 }]);
	});

	it('reads target and time limit per item; further tasks of an item come after the first ones', async () => {
		const ids = await createTasks('shop-1', 'shop-2');
		const items = [
			{ id: ids.join(','), statuses: ['CONFIGURATION'], hours: 1 },
			{ id: ids[0], statuses: ['PAUSING'], hours: 2 },
		];
		const parameters = {
			target: 'statuses',
			statuses: '={{ $json.statuses }}',
			timeout: '={{ $json.hours }}',
		};
		const run = await engine.settle(await begin(items, parameters));
		expect(jsonAt(run, 'Note').map(({ id, outcome }) => [id, outcome])).toEqual([
			[ids[0], 'reached'],
			[ids[0], 'timedOut'],
			[ids[1], 'reached'],
		]);
	});
});

describe('Task → Wait for Status, for many tasks', () => {
	it('asks for 1,000 tasks in 10 calls', async () => {
		const names = Array.from({ length: 1_000 }, (_, index) => `shop-${index}`);
		const ids = await createNamed(engine, names, { options: { batchSize: 100 } });
		const parked = await begin(ids.map((id) => ({ id })));
		expect(parked.status).toBe('waiting');
		expect(statusCalls()).toBe(10);
	});
});

describe('a parked node', () => {
	it('sends nothing any more after Stop', async () => {
		const [id] = await createTasks('shop-1');
		const parked = await begin([{ id }]);
		const child = childOf(parked);
		engine.executions.stop(parked.execution.id);
		const before = simulator.journal.entries.length;
		jest.setSystemTime(child.waitTill!);
		await engine.executions.resume(child);
		expect(child.status).toBe('success');
		expect(simulator.journal.entries).toHaveLength(before);
	});

	it('sends nothing any more after its execution was deleted', async () => {
		const [id] = await createTasks('shop-1');
		const parked = await begin([{ id }]);
		const child = childOf(parked);
		engine.executions.all.delete(parked.execution.id);
		const before = simulator.journal.entries.length;
		jest.setSystemTime(child.waitTill!);
		await engine.executions.resume(child);
		expect(child.status).toBe('success');
		expect(simulator.journal.entries).toHaveLength(before);
	});

	it('says so when the secret of the credential was changed meanwhile', async () => {
		const [id] = await createTasks('shop-1');
		const parked = await begin([{ id }]);
		engine.credential('otc').password = 'another';
		const run = await engine.settle(parked);
		expect(failureOf(run).message).toBe(
			'The secret of the credential was changed while the node was waiting',
		);
	});

	it('is refused when the workflow has a time limit that ends before it', async () => {
		const [id] = await createTasks('shop-1');
		const before = simulator.journal.entries.length;
		const run = await engine.run(workflow({}), {
			startNode: 'Start',
			pinData: { Start: [{ json: { id } }] },
			executionTimeoutTimestamp: Date.now() + 3_600_000,
		});
		expect(run.error!.message).toBe(
			'The workflow times out in 60 minutes, but this node may have to wait longer',
		);
		expect(simulator.journal.entries).toHaveLength(before);
	});

	it('stores no secret, and comes out marked when a turn does not come to its end', async () => {
		const [id] = await createTasks('shop-1');
		const parked = await begin([{ id }]);
		const child = childOf(parked);
		const stored = [...engine.executions.all.values()].map(
			({ text, json }) => text + JSON.stringify(json),
		);
		for (const text of stored) expect(text).not.toContain(PASSWORD);
		const [turn] = child.raw!.data.resultData.runData.Turn;
		expect(turn.data!.main[0]).toMatchObject([
			{
				json: {
					error: {
						outcome: 'interrupted',
						description: expect.stringContaining('Run it again'),
					},
				},
			},
		]);
	});
});
