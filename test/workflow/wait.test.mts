import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { node, to, type Canvas } from '../support/canvas.mts';
import { patience } from '../../nodes/shared/n8n/parking/runInTurns.ts';
import { resumesReliably } from '../../nodes/shared/n8n/parking/version.ts';
import { passMinutes } from '../support/clock.mts';
import { useCloud } from '../support/cloud.mts';
import type { EngineRun } from '../support/n8nEngine.mts';
import { CREATE, PASSWORD, runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud();

async function createTasks(...names: string[]): Promise<string[]> {
	const items = names.map((name) => ({ name }));
	const run = await runNode(engine, CREATE, items);
	return run.items('OTC DRS').map(({ json }) => String(json.id));
}

const FILE = { data: { data: 'AAAA', mimeType: 'text/plain', fileName: 'a.txt' } };

/** Start → OTC DRS (Wait for Status) → Note. */
function workflow(parameters: INodeParameters, onError?: INode['onError']): Canvas {
	return {
		nodes: [
			node('Start', 'test.start'),
			node('Wait', 'n8n-nodes-otc-drs.otcDrs', {
				parameters: {
					resource: 'task',
					operation: 'wait',
					jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
					target: 'readyForConfiguration',
					...parameters,
				},
				onError,
				credentials: { otcApi: { id: 'otc', name: 'OTC' } },
			}),
			node('Note', 'test.note'),
			node('Failed', 'test.note'),
		],
		connections: { Start: { main: [to('Wait')] }, Wait: { main: [to('Note'), to('Failed')] } },
	};
}

const begin = async (
	items: IDataObject[],
	parameters: INodeParameters = {},
	onError?: INode['onError'],
): Promise<EngineRun> =>
	await engine.run(workflow(parameters, onError), {
		startNode: 'Start',
		mode: 'trigger',
		pinData: { Start: items.map((json) => ({ json, binary: FILE })) },
	});

const jsonAt = (run: EngineRun, node: string): IDataObject[] =>
	run.items(node).map(({ json }) => json);

const childOf = (run: EngineRun) =>
	[...engine.executions.all.values()].find(
		({ parent }) => parent?.executionId === run.execution.id,
	)!;

/** What a parked node fails with: n8n 2.0 loses an error of a later turn, so that there its items have it. */
function failureOf(run: EngineRun): { message: string; description?: string | null } {
	expect(run.status).toBe(resumesReliably() ? 'error' : 'success');
	return resumesReliably() ? run.error! : (jsonAt(run, 'Wait')[0].error as { message: string });
}

const statusCalls = () => simulator.journal.count('getTaskStatuses');

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

	it('fails, if it is to, when a task does not reach the status', async () => {
		const [id] = await createTasks('shop-fail-create');
		const parameters = { options: { failUnlessReached: true } };
		const run = await engine.settle(await begin([{ id }], parameters));
		expect(failureOf(run).message).toContain(`Task ${id}: is in CREATE_FAILED`);
		expect(failureOf(run).description).toContain('Task → Get');
		const goesOn = await engine.settle(await begin([{ id }], parameters, 'continueErrorOutput'));
		expect(goesOn.items('Note')).toEqual([]);
		expect(jsonAt(goesOn, 'Failed')).toMatchObject([
			{ error: { job_id: id, outcome: 'failed', status: 'CREATE_FAILED' } },
		]);
	});

	it('goes on at the next turn while the service cannot be reached, until the time is over', async () => {
		const [good] = await createTasks('shop-1');
		const parked = await begin([{ id: good }], { timeout: 1 });
		simulator.faults.add({ operation: 'getTaskStatuses', kind: 'serverError' });
		const child = childOf(parked);
		let turns = 0;
		const run = await engine.settle(parked, (turn) => {
			if (turn === child && ++turns === 4) simulator.faults.clear();
		});
		expect(turns).toBeGreaterThanOrEqual(5);
		expect(jsonAt(run, 'Note')).toMatchObject([{ id: good, outcome: 'reached' }]);
	});

	it('stops at once when nothing can be asked at the first check', async () => {
		const [id] = await createTasks('shop-1');
		simulator.faults.add({ operation: 'getTaskStatuses', kind: 'forbidden' });
		const run = await begin([{ id }]);
		expect(run.status).toBe('error');
		expect(run.error!.message).toContain('DRS.M00102');
	});

	it('tells what became of a task that does not exist', async () => {
		const run = await begin([{ id: 'unknown' }]);
		expect(jsonAt(run, 'Note')).toMatchObject([
			{ id: 'unknown', outcome: 'failed', error_code: 'DRS.M05003' },
		]);
	});

	it('asks again at the next check for a task that was left out of two answers in a row', async () => {
		const ids = await createTasks('shop-1', 'shop-2');
		passMinutes(1);
		simulator.faults.add({ operation: 'getTaskStatuses', kind: 'missingResult', times: 2 });
		const run = await engine.settle(await begin(ids.map((id) => ({ id }))));
		expect(jsonAt(run, 'Note')).toMatchObject(ids.map((id) => ({ id, outcome: 'reached' })));
	});

	it('gives up a task that is left out of five checks in a row', async () => {
		const [id] = await createTasks('shop-1');
		simulator.faults.add({ operation: 'getTaskStatuses', kind: 'missingResult' });
		const run = await engine.settle(await begin([{ id }]));
		expect(jsonAt(run, 'Note')).toMatchObject([{ id, outcome: 'failed' }]);
		expect(jsonAt(run, 'Note')[0].reason).toContain('the service returned nothing for this ID');
		expect(statusCalls()).toBe(10);
	});

	it('asks for 1,000 tasks in 10 calls', async () => {
		const names = Array.from({ length: 1_000 }, (_, index) => ({ name: `shop-${index}` }));
		const created = await runNode(engine, { ...CREATE, options: { batchSize: 100 } }, names);
		const ids = created.items('OTC DRS').map(({ json }) => String(json.id));
		const parked = await begin(ids.map((id) => ({ id })));
		expect(parked.status).toBe('waiting');
		expect(statusCalls()).toBe(10);
	});

	it.each<[INodeParameters, string]>([
		[{ target: 'statuses', statuses: '={{ [] }}' }, 'Statuses: is empty'],
		[{ jobId: { __rl: true, mode: 'id', value: '={{ $json.none }}' } }, 'Task: is empty'],
		[{ timeout: '={{ "24 hours" }}' }, 'Time Limit: "24 hours" is not a number'],
	])('refuses %j before anything is sent', async (parameters, message) => {
		const run = await begin([{ id: 'x' }], parameters);
		expect(run.error!.message).toBe(message);
		expect(simulator.journal.entries).toEqual([]);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'waits for the others when an item is wrong, with On Error: %s',
		async (onError) => {
			const [id] = await createTasks('shop-1');
			const run = await engine.settle(await begin([{ owner: 'dba' }, { id }], {}, onError));
			const wrong = onError === 'continueErrorOutput' ? 'Failed' : 'Note';
			expect(jsonAt(run, wrong)[0]).toMatchObject({
				error: { message: 'Task: is empty [item 0]' },
			});
			expect(jsonAt(run, 'Note').at(-1)).toMatchObject({ id, outcome: 'reached' });
		},
	);
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
