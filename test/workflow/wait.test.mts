import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	IWorkflowBase,
} from 'n8n-workflow';
import { passMinutes } from '../support/clock.mts';
import { useCloud } from '../support/cloud.mts';
import type { EngineRun } from '../support/n8nEngine.mts';
import { CREATE, runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud();

async function createTasks(...names: string[]): Promise<string[]> {
	const run = await runNode(
		engine,
		CREATE,
		names.map((name) => ({ name })),
	);
	return run.items('OTC DRS').map(({ json }) => String(json.id));
}

const OUTPUT_NODES = ['Reached', 'Failed', 'Timed Out'];

/**
 * Start → OTC DRS Wait, and a note behind each output but the first, which leads back to the node: through a node that lies
 * below the others, because n8n runs the branches from top to bottom and a wait would hold up those that are left.
 */
function workflow(
	parameters: INodeParameters = {},
	onError?: INode['onError'],
): Pick<IWorkflowBase, 'nodes' | 'connections'> {
	const node = (name: string, type: string, more: object = {}) => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: {},
		...more,
	});
	const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];
	return {
		nodes: [
			node('Start', 'test.start'),
			node('Wait', 'n8n-nodes-otc-drs.otcDrsWait', {
				parameters: {
					jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
					target: 'readyForConfiguration',
					...parameters,
				},
				onError,
				credentials: { otcApi: { id: 'otc', name: 'OTC' } },
			}),
			...OUTPUT_NODES.map((name) => node(name, 'test.note')),
			node('Loop', 'test.note', { position: [0, 500] }),
		],
		connections: {
			Start: { main: [to('Wait')] },
			Wait: { main: [to('Loop'), ...OUTPUT_NODES.map(to)] },
			Loop: { main: [to('Wait')] },
		},
	};
}

const begin = async (
	items: IDataObject[],
	parameters?: INodeParameters,
	onError?: INode['onError'],
): Promise<EngineRun> =>
	await engine.run(workflow(parameters, onError), {
		startNode: 'Start',
		pinData: { Start: items.map((json) => ({ json })) },
	});

/** All items that a node behind the outputs has got, over all its runs. */
const arrived = ({ raw }: EngineRun, node: string): INodeExecutionData[] =>
	(raw.data.resultData.runData[node] ?? []).flatMap(({ data }) => data?.main[0] ?? []);

const idsAt = (run: EngineRun, node: string): unknown[] =>
	arrived(run, node).map(({ json }) => json.id);

const secondsUntilResumed = ({ raw }: EngineRun): number =>
	(new Date(raw.waitTill!).getTime() - Date.now()) / 1000;

describe('OTC DRS Wait, durable', () => {
	it('stores the execution between two checks, and goes on in another process', async () => {
		const ids = await createTasks('shop-1', 'shop-2');
		let run = await begin(ids.map((id) => ({ id, owner: 'dba' })));
		expect(run.status).toBe('waiting');
		expect(secondsUntilResumed(run)).toBe(60);
		expect(simulator.journal.count('getTaskStatuses')).toBe(1);
		passMinutes(2);
		run = await engine.resume(workflow(), run);
		expect(run.status).toBe('success');
		const items = arrived(run, 'Reached');
		expect(items.map(({ json }) => json)).toEqual(
			ids.map((id) => ({ id, owner: 'dba', status: 'CONFIGURATION', waited_seconds: 120 })),
		);
		expect(idsAt(run, 'Failed')).toEqual([]);
	});

	it('lets the pauses grow up to the longest', async () => {
		const [id] = await createTasks('shop-1');
		const parameters = { target: 'replicating', timeout: 0 };
		let run = await begin([{ id }], parameters);
		const pauses = [secondsUntilResumed(run)];
		for (let turn = 0; turn < 8; turn++) {
			passMinutes(20);
			run = await engine.resume(workflow(parameters), run);
			pauses.push(secondsUntilResumed(run));
		}
		expect(pauses).toEqual([60, 90, 135, 202.5, 303.75, 455.625, 600, 600, 600]);
	});

	it('lets tasks leave as they arrive, each once, while the others wait on', async () => {
		const [first] = await createTasks('shop-1');
		passMinutes(2);
		const [second, broken] = await createTasks('shop-2', 'shop-fail-create');
		let run = await begin([{ id: first }, { id: second }, { id: broken }]);
		expect(run.status).toBe('waiting');
		expect(idsAt(run, 'Reached')).toEqual([first]);
		passMinutes(2);
		run = await engine.resume(workflow(), run);
		expect(run.status).toBe('success');
		expect(idsAt(run, 'Reached')).toEqual([first, second]);
		expect(arrived(run, 'Failed').map(({ json }) => json)).toEqual([
			expect.objectContaining({
				id: broken,
				status: 'CREATE_FAILED',
				error: expect.objectContaining({
					message: `Task ${broken}: is in CREATE_FAILED, while waiting for the end of the creation`,
					job_id: broken,
				}),
			}),
		]);
	});

	it('keeps all back until the last has arrived, if they are to leave together', async () => {
		const [first] = await createTasks('shop-1');
		passMinutes(2);
		const [second] = await createTasks('shop-2');
		const parameters = { options: { releaseTogether: true } };
		let run = await begin([{ id: first }, { id: second }], parameters);
		expect(run.status).toBe('waiting');
		expect(idsAt(run, 'Reached')).toEqual([]);
		passMinutes(2);
		run = await engine.resume(workflow(parameters), run);
		expect(idsAt(run, 'Reached')).toEqual([first, second]);
	});

	it('takes several tasks of one item, and lets each leave once', async () => {
		const [first] = await createTasks('shop-1');
		passMinutes(2);
		const [second] = await createTasks('shop-2');
		const parameters = { jobId: { __rl: true, mode: 'id', value: `${first},${second}` } };
		let run = await begin([{}], parameters);
		passMinutes(2);
		run = await engine.resume(workflow(parameters), run);
		expect(idsAt(run, 'Reached')).toEqual([first, second]);
	});

	it('gives up at the time limit, not later', async () => {
		const [id] = await createTasks('shop-1');
		const parameters = { target: 'replicating', timeout: 1.5, timeoutUnit: 'minutes' };
		let run = await begin([{ id }], parameters);
		passMinutes(1);
		run = await engine.resume(workflow(parameters), run);
		expect(secondsUntilResumed(run)).toBe(30);
		passMinutes(0.5);
		run = await engine.resume(workflow(parameters), run);
		expect(run.status).toBe('success');
		expect(arrived(run, 'Timed Out').map(({ json }) => json)).toEqual([
			{ id, status: 'CONFIGURATION', waited_seconds: 90 },
		]);
	});

	it('waits on while the service cannot be reached, and says so at the time limit', async () => {
		const [id] = await createTasks('shop-1');
		const parameters = {
			target: 'replicating',
			timeout: 3,
			timeoutUnit: 'minutes',
			options: { maxAttempts: 1 },
		};
		let run = await begin([{ id }], parameters);
		simulator.faults.add({ operation: 'getTaskStatuses', kind: 'serverError' });
		passMinutes(1);
		run = await engine.resume(workflow(parameters), run);
		expect(run.status).toBe('waiting');
		passMinutes(2);
		run = await engine.resume(workflow(parameters), run);
		expect(arrived(run, 'Timed Out')[0].json).toMatchObject({
			id,
			error: { http_status: 500 },
		});
	});

	it('waits out an outage that is there from the beginning', async () => {
		const [id] = await createTasks('shop-1');
		simulator.faults.add({ operation: 'getTaskStatuses', kind: 'serverError', times: 1 });
		const parameters = { options: { maxAttempts: 1 } };
		let run = await begin([{ id }], parameters);
		expect(run.status).toBe('waiting');
		passMinutes(2);
		run = await engine.resume(workflow(parameters), run);
		expect(idsAt(run, 'Reached')).toEqual([id]);
	});

	it('finds its tasks through the nodes before it at every check', async () => {
		const [first] = await createTasks('shop-1');
		passMinutes(2);
		const [second] = await createTasks('shop-2');
		const parameters = {
			jobId: { __rl: true, mode: 'id', value: "={{ $('Start').item.json.task }}" },
		};
		let run = await begin([{ task: first }, { task: second }], parameters);
		passMinutes(2);
		run = await engine.resume(workflow(parameters), run);
		expect(idsAt(run, 'Reached')).toEqual([first, second]);
	});

	it('stops at once when nothing can be asked at the first check', async () => {
		const [id] = await createTasks('shop-1');
		simulator.faults.add({ operation: 'getTaskStatuses', kind: 'forbidden' });
		const run = await begin([{ id }]);
		expect(run.status).toBe('error');
		expect(run.error!.message).toContain('DRS.M00102');
	});

	it('lets a task that does not exist leave as failed', async () => {
		const run = await begin([{ id: 'unknown' }]);
		expect(arrived(run, 'Failed')[0].json).toMatchObject({
			id: 'unknown',
			error: { error_code: 'DRS.M05003' },
		});
	});

	it('lets both items of one task leave, and forgets the task', async () => {
		const [id] = await createTasks('shop-1');
		let run = await begin([{ id }, { id }]);
		passMinutes(2);
		run = await engine.resume(workflow(), run);
		expect(idsAt(run, 'Reached')).toEqual([id, id]);
		expect(run.raw.data.executionData?.contextData).toEqual({
			'node:Wait': { waits: {} },
		});
	});

	it('asks for 1,000 tasks in 10 calls', async () => {
		const items = Array.from({ length: 1_000 }, (_, index) => ({ name: `shop-${index}` }));
		const created = await runNode(engine, { ...CREATE, options: { batchSize: 100 } }, items);
		const ids = created.items('OTC DRS').map(({ json }) => String(json.id));
		const run = await begin(ids.map((id) => ({ id })));
		expect(run.status).toBe('waiting');
		expect(simulator.journal.count('getTaskStatuses')).toBe(10);
	});
});

describe.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
	'OTC DRS Wait with On Error: %s',
	(onError) => {
		it('lets an item without a task leave as failed, while the others wait', async () => {
			const [id] = await createTasks('shop-1');
			let run = await begin([{ id }, { owner: 'dba' }], undefined, onError);
			expect(run.status).toBe('waiting');
			expect(arrived(run, 'Failed').map(({ json }) => json)).toEqual([
				{ owner: 'dba', error: expect.objectContaining({ message: 'Task: is empty' }) },
			]);
			passMinutes(2);
			run = await engine.resume(workflow(undefined, onError), run);
			expect(idsAt(run, 'Reached')).toEqual([id]);
			expect(arrived(run, 'Failed')).toHaveLength(1);
		});

		it.each<[string, INodeParameters, string]>([
			['a refusal', {}, 'DRS.M00102'],
			['a setting', { target: 'statuses', statuses: '={{ [] }}' }, 'Statuses: is empty'],
			['an expression', { timeout: "={{ $('Nowhere').item.json.hours }}" }, "node doesn't exist"],
		])('leads no error back into the node: %s', async (_, parameters, words) => {
			const [id] = await createTasks('shop-1');
			simulator.faults.add({ operation: 'getTaskStatuses', kind: 'forbidden' });
			const run = await begin([{ id, owner: 'dba' }], parameters, onError);
			expect(run.status).toBe('success');
			expect(run.raw.data.resultData.runData.Wait).toHaveLength(1);
			const message = expect.stringContaining(words) as unknown;
			expect(arrived(run, 'Failed').map(({ json }) => json)).toEqual([
				{ id, owner: 'dba', error: expect.objectContaining({ message }) },
			]);
		});
	},
);

describe('OTC DRS Wait, in memory', () => {
	it('stays until all have arrived or failed', async () => {
		const [good, broken] = await createTasks('shop-1', 'shop-fail-create');
		const run = await begin([{ id: good }, { id: broken }], {
			mode: 'inMemory',
			options: { interval: 30 },
		});
		expect(run.status).toBe('success');
		expect(idsAt(run, 'Reached')).toEqual([good]);
		expect(idsAt(run, 'Failed')).toEqual([broken]);
		expect(simulator.journal.count('getTaskStatuses')).toBe(2);
	});
});

describe('the fields of OTC DRS Wait', () => {
	it.each<[INodeParameters, string]>([
		[{ target: 'statuses', statuses: '={{ [] }}' }, 'Statuses: is empty'],
		[{ jobId: { __rl: true, mode: 'id', value: '={{ $json.none }}' } }, 'Task: is empty'],
		[{ timeout: '={{ "24 hours" }}' }, 'Time Limit: "24 hours" is not a number'],
	])('refuse %j', async (parameters, message) => {
		const run = await begin([{ id: 'x' }], parameters);
		expect(run.error!.message).toBe(message);
	});

	it('an expression that fails concerns its own item', async () => {
		const [id] = await createTasks('shop-1');
		const jobId = '={{ $json.id.toDateTime ? $json.id.toLowerCase() : $json.id }}';
		const run = await begin(
			[{ id }, {}],
			{
				target: 'statuses',
				statuses: ['CREATING'],
				jobId: { __rl: true, mode: 'id', value: jobId },
			},
			'continueRegularOutput',
		);
		expect(idsAt(run, 'Reached')).toEqual([id]);
		expect(arrived(run, 'Failed').map(({ json }) => json)).toEqual([
			{ error: expect.objectContaining({ message: expect.any(String) }) },
		]);
	});

	it('takes any statuses', async () => {
		const [id] = await createTasks('shop-1');
		const run = await begin([{ id }], { target: 'statuses', statuses: ['CREATING'] });
		expect(idsAt(run, 'Reached')).toEqual([id]);
	});
});
