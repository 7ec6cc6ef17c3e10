import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { OtcDrs } from '../../nodes/OtcDrs/OtcDrs.node.ts';
import { chain, node } from '../support/canvas.mts';
import { useCloud } from '../support/cloud.mts';
import type { EngineRun } from '../support/n8nEngine.mts';
import { RUN } from '../support/migrationRun.mts';
import { CREATE, createNamed, otcEngine, runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud();

/** The name that n8n gives to the node as the tool of an AI agent. */
const TOOL = 'n8n-nodes-otc-drs.otcDrsTool';

/** Runs the node as a tool. */
const runAsTool = async (
	parameters: INodeParameters,
	item: IDataObject = {},
): Promise<EngineRun> => {
	const start = node('Start', 'test.start');
	const credentials = {
		otcApi: { id: 'otc', name: 'OTC' },
		otcDrsSourceDatabaseApi: { id: 'source', name: 'Source' },
		otcDrsTargetDatabaseApi: { id: 'target', name: 'Target' },
	};
	return await otcEngine(simulator.url, {}, { [TOOL]: new OtcDrs() }).run(
		chain(start, node('OTC DRS', TOOL, { parameters, credentials })),
		{ startNode: 'Start', pinData: { Start: [{ json: item }] } },
	);
};

describe('as the tool of an AI agent', () => {
	it('a report of 200 tasks has a size that a model can handle', async () => {
		const items = Array.from({ length: 200 }, (_, index) => ({ name: `shop-${index}` }));
		await runNode(engine, { ...CREATE, options: { batchSize: 100 } }, items);
		const run = await runAsTool({ resource: 'migration', operation: 'report', taskSource: 'all' });
		const [{ json, binary }] = run.items('OTC DRS');
		expect(binary ?? {}).toEqual({});
		expect(json.counts).toMatchObject({ total: 200 });
		expect(json.tasks).toHaveLength(50);
		expect(json.tasks_left_out).toBe(150);
		expect(JSON.stringify(json)).not.toMatch(/<(html|svg|table|div)/);
		expect(JSON.stringify(json).length).toBeLessThan(40_000);
	});

	const createMany = async (count: number): Promise<string[]> =>
		await createNamed(
			engine,
			Array.from({ length: count }, (_, index) => `shop-${index}`),
			{ options: { batchSize: 100 } },
		);

	it('a long list ends with how many were left out', async () => {
		await createMany(60);
		const run = await runAsTool({ resource: 'task', operation: 'getMany', returnAll: true });
		const items = run.items('OTC DRS').map(({ json }) => json);
		expect(items).toHaveLength(51);
		expect(items[50]).toEqual({ items_left_out: 10, next_step: expect.stringMatching(/^Ask for/) });
		const few = await runAsTool({ resource: 'task', operation: 'getMany', limit: 50 });
		expect(few.items('OTC DRS').at(-1)!.json).toMatchObject({ id: expect.any(String) });
	});

	it('a long wait says of all tasks that failed, and how many were left out', async () => {
		const ids = await createMany(60);
		const failed = simulator.tasks.all().find(({ id }) => id === ids[59])!;
		Object.assign(failed, { status: 'CREATE_FAILED', since: Date.now() });
		const run = await runAsTool({
			resource: 'task',
			operation: 'wait',
			jobId: { __rl: true, mode: 'id', value: ids.join(',') },
			target: 'readyForConfiguration',
			timeout: 5,
			timeoutUnit: 'minutes',
		});
		const items = run.items('OTC DRS').map(({ json }) => json);
		expect(items).toHaveLength(51);
		expect(items[49]).toMatchObject({ id: ids[59], outcome: 'failed' });
		expect(items[50].items_left_out).toBe(10);
	});

	it('a summary of a plan has no forms for people', async () => {
		const run = await runAsTool({
			...RUN,
			operation: 'plan',
			name: 'shop-1',
			planOutput: 'summary',
		});
		const [{ json, binary }] = run.items('OTC DRS');
		expect(json).toMatchObject({ counts: { total: 1 }, databases: [{ name: 'shop-1' }] });
		expect(binary ?? {}).toEqual({});
		expect(JSON.stringify(json)).not.toMatch(/<(html|svg|table|div)/);
	});

	it.each(['assessment', 'verification'])(
		'a report of %s has no forms and files',
		async (resource) => {
			const parameters = {
				resource,
				operation: 'evaluate',
				output: 'report',
				options: { servers: 'shop' },
			};
			const run = await runAsTool(parameters);
			const [{ json, binary }] = run.items('OTC DRS');
			expect(json).toMatchObject({ title: expect.any(String), counts: { total: 1 } });
			expect(Object.keys(json).sort()).toEqual(['counts', 'databases', 'title']);
			expect(binary ?? {}).toEqual({});
		},
	);

	it('an error says what to do', async () => {
		const run = await runAsTool({ ...CREATE, name: 'x' });
		expect(run.error?.message).toMatch(/^Task Name: "x" has 1 character\. .+/);
	});

	it('a wait whose time is over says so', async () => {
		const [id] = await createNamed(engine, ['shop-1']);
		const run = await runAsTool({
			resource: 'task',
			operation: 'wait',
			jobId: { __rl: true, mode: 'id', value: id },
			timeout: 2,
			timeoutUnit: 'minutes',
		});
		expect(run.items('OTC DRS')[0].json).toMatchObject({
			outcome: 'timedOut',
			reason: expect.stringContaining('while waiting for'),
			next_step: expect.stringContaining('The time limit is reached'),
		});
	});
});
