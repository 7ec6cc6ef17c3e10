import type { INodeParameters, INodeType } from 'n8n-workflow';
import { RUN } from '../support/migrationRun.mts';
import { passMinutes } from '../support/clock.mts';
import { node, to } from '../support/canvas.mts';
import { otcEngine, runNode } from '../support/otc.mts';
import { startNode } from '../support/standInNodes.mts';
import { useReruns, JOB_ID, output, errorOf, CREDENTIALS, RETRIES } from './support/reruns.mts';

const { simulator, engine, runWithRetries, create, replicating } = useReruns();

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
	it('hands out again what was done', async () => {
		const run = await runWithRetries({ ...RUN, options: { stopAfter: 'create' } }, [
			{ name: 'bad name' },
			{ name: 'shop-1' },
		]);
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
