import type { IDataObject, INode, INodeParameters, INodeType } from 'n8n-workflow';
import { passMinutes } from '../support/clock.mts';
import { useCloud } from '../support/cloud.mts';
import { node, to } from '../support/canvas.mts';
import type { EngineRun } from '../support/n8nEngine.mts';
import { CREATE, otcEngine, runNode } from '../support/otc.mts';
import { startNode } from '../support/standInNodes.mts';

const { simulator, engine } = useCloud();

const JOB_ID = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
const CREDENTIALS = {
	otcApi: { id: 'otc', name: 'OTC' },
	otcDrsSourceDatabaseApi: { id: 'source', name: 'Source' },
	otcDrsTargetDatabaseApi: { id: 'target', name: 'Target' },
};

/** The node with Retry On Fail, two tries, and On Error → Continue. */
const RETRIES: Partial<INode> = {
	retryOnFail: true,
	maxTries: 2,
	waitBetweenTries: 1,
	onError: 'continueRegularOutput',
};

/** Runs Start → OTC DRS, which n8n tries again. */
async function runWithRetries(
	parameters: INodeParameters,
	items: IDataObject[],
	more: Partial<INode> = {},
): Promise<EngineRun> {
	const drs = { parameters, credentials: CREDENTIALS, ...RETRIES, ...more };
	const waiting = await engine.run(
		{
			nodes: [node('Start', 'test.start'), node('OTC DRS', 'n8n-nodes-otc-drs.otcDrs', drs)],
			connections: { Start: { main: [to('OTC DRS')] } },
		},
		{ startNode: 'Start', pinData: { Start: items.map((json) => ({ json })) } },
	);
	return await engine.settle(waiting);
}

const output = (run: EngineRun): IDataObject[] => run.items('OTC DRS').map(({ json }) => json);

const errorOf = ({ error }: IDataObject): IDataObject => error as IDataObject;

/** What n8n keeps of the node. */
const memoryOf = ({ raw }: EngineRun): unknown =>
	raw.data.executionData?.contextData['node:OTC DRS']?.earlierTries;

const create = async (...names: string[]): Promise<string[]> =>
	output(
		await runNode(
			engine,
			CREATE,
			names.map((name) => ({ name })),
		),
	).map(({ id }) => String(id));

async function replicating(parameters: INodeParameters = {}): Promise<string> {
	const run = await runNode(engine, { ...CREATE, ...parameters }, [{ name: 'shop-db' }]);
	const [{ id }] = output(run);
	for (const step of [
		{ resource: 'precheck', operation: 'run' },
		{ resource: 'task', operation: 'start' },
	]) {
		passMinutes(1);
		await runNode(engine, { ...step, jobId: JOB_ID }, [{ id: String(id) }]);
	}
	passMinutes(10);
	return String(id);
}

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

describe('changes, when n8n tries the node again', () => {
	const change = async (operation: string, ids: string[], more: INodeParameters = {}) =>
		await runWithRetries(
			{ resource: 'task', operation, jobId: JOB_ID, options: { maxRetryWait: 0 }, ...more },
			[{ id: 'not an id' }, ...ids.map((id) => ({ id }))],
		);

	it.each(['pause', 'stop'])('%s once', async (operation) => {
		const id = await replicating();
		simulator.journal.clear();
		const run = await change(operation, [id]);
		expect(output(run)[1]).toEqual({ id, status: 'success' });
		const operationId = operation === 'stop' ? 'stopOrDeleteTasks' : 'pauseTasks';
		expect(simulator.journal.of(operationId)).toHaveLength(1);
	});

	it('start once', async () => {
		const [id] = await create('shop-1');
		passMinutes(1);
		await runNode(engine, { resource: 'precheck', operation: 'run', jobId: JOB_ID }, [{ id }]);
		passMinutes(1);
		const run = await change('start', [id]);
		expect(output(run)[1]).toEqual({ id, status: 'success' });
		expect(simulator.journal.of('startTasks')).toHaveLength(1);
	});

	it.each([{}, { stopFirst: true }])('delete once, with %p', async (more) => {
		const id = await replicating();
		if (!('stopFirst' in more)) {
			await runNode(engine, { resource: 'task', operation: 'stop', jobId: JOB_ID }, [{ id }]);
			passMinutes(5);
		}
		const run = await change('delete', [id], more);
		expect(output(run)[1]).toMatchObject({ id, status: 'success' });
		expect(simulator.tasks.all()).toEqual([]);
	});

	it('do the rest of an item that names several tasks', async () => {
		const id = await replicating();
		const run = await runWithRetries(
			{ resource: 'task', operation: 'pause', jobId: { ...JOB_ID, value: '={{ $json.ids }}' } },
			[{ ids: `no-such-task,${id}` }],
		);
		expect(output(run)).toHaveLength(2);
		expect(output(run)).toContainEqual({ id, status: 'success' });
		const bodies = simulator.journal.of('pauseTasks').map(({ requestBody }) => requestBody);
		expect(JSON.stringify(bodies.at(-1))).not.toContain(id);
	});

	it('look up a stop of which nobody knows whether it was carried out', async () => {
		const id = await replicating();
		simulator.faults.add({ operation: 'stopOrDeleteTasks', kind: 'dropAfter', times: 1 });
		simulator.faults.add({ operation: 'getTaskStatuses', kind: 'dropBefore', times: 1 });
		const run = await runWithRetries(
			{ resource: 'task', operation: 'stop', jobId: JOB_ID, options: { maxAttempts: 1 } },
			[{ id }],
		);
		expect(output(run)).toEqual([{ id, status: 'success' }]);
		expect(simulator.journal.of('stopOrDeleteTasks')).toHaveLength(1);
	});
});

describe('comparisons, when n8n tries the node again', () => {
	const RECOVERY = { operation: 'createDisasterRecovery', engineType: 'cloudDataGuard-mysql' };
	const compare = { resource: 'comparison', operation: 'create', jobId: JOB_ID };

	it('are created once', async () => {
		const id = await replicating(RECOVERY);
		const run = await runWithRetries(compare, [{ id: 'not an id' }, { id }]);
		expect(output(run)[1]).not.toHaveProperty('error');
		expect(simulator.journal.of('createComparison')).toHaveLength(1);
	});

	it('are not created again when nobody knows whether the first call was carried out', async () => {
		const id = await replicating(RECOVERY);
		simulator.faults.add({ operation: 'createComparison', kind: 'dropAfter', times: 1 });
		const run = await runWithRetries({ ...compare, options: { maxAttempts: 1 } }, [{ id }]);
		expect(errorOf(output(run)[0]).message).toContain('may have been carried out');
		expect(simulator.journal.of('createComparison')).toHaveLength(1);
	});
});

describe('Migration → Run, when n8n tries the node again', () => {
	const RUN: INodeParameters = {
		...CREATE,
		resource: 'migration',
		operation: 'run',
		sourceDatabase: { ip: '10.0.0.5', dbPort: 3306, sslLink: false },
		targetDatabase: { ip: '10.0.1.5', dbPort: 3306, sslLink: false },
		options: { stopAfter: 'create' },
	};

	it('hands out again what was done', async () => {
		const run = await runWithRetries(RUN, [{ name: 'bad name' }, { name: 'shop-1' }]);
		expect(output(run)[1]).toMatchObject({ name: 'shop-1', already_existed: false });
		expect(simulator.journal.of('createTasks')).toHaveLength(1);
	});
});

describe('Migration → Finish, when n8n tries the node again', () => {
	it('hands out again what was done', async () => {
		const id = await replicating();
		const run = await runWithRetries(
			{
				resource: 'migration',
				operation: 'finish',
				jobId: JOB_ID,
				drainChecks: 1,
				drainMinutes: 1,
				options: { drainInterval: 1 },
			},
			[{ id: 'not an id' }, { id }],
		);
		expect(output(run)[1]).toMatchObject({ id, finished: true, safe_state: 'target' });
	});
});

describe('a loop on the canvas', () => {
	/** Sends its items round again once. */
	const again = (): INodeType => {
		const base = startNode();
		let passes = 0;
		return {
			description: {
				...base.description,
				group: ['transform'],
				inputs: ['main'],
				outputs: ['main', 'main'],
			},
			async execute() {
				passes += 1;
				const items = [{ json: { id: this.getWorkflowDataProxy(0).$('Start').first().json.id } }];
				return passes === 1 ? [items, []] : [[], items];
			},
		};
	};

	it('does the work again in each pass', async () => {
		const [id] = await create('shop-1');
		passMinutes(1);
		const looping = otcEngine(simulator.url, {}, { 'test.again': again() });
		simulator.journal.clear();
		const parameters = { resource: 'precheck', operation: 'run', jobId: JOB_ID };
		const run = await looping.run(
			{
				nodes: [
					node('Start', 'test.start'),
					node('OTC DRS', 'n8n-nodes-otc-drs.otcDrs', {
						parameters,
						credentials: CREDENTIALS,
						...RETRIES,
					}),
					node('Again', 'test.again'),
				],
				connections: {
					Start: { main: [to('OTC DRS')] },
					'OTC DRS': { main: [to('Again')] },
					Again: { main: [to('OTC DRS')] },
				},
			},
			{
				startNode: 'Start',
				pinData: { Start: [{ json: { id } }, { json: { id: 'not an id' } }] },
			},
		);
		expect(run.raw.data.resultData.runData['OTC DRS']).toHaveLength(2);
		expect(simulator.journal.of('precheck')).toHaveLength(2);
	});
});
