import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { OtcDrs } from '../../nodes/OtcDrs/OtcDrs.node.ts';
import { chain, node } from '../support/canvas.mts';
import { useCloud } from '../support/cloud.mts';
import type { EngineRun } from '../support/n8nEngine.mts';
import { CREATE, otcEngine, runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud();

/** The name that n8n gives to the node as the tool of an AI agent. */
const TOOL = 'n8n-nodes-otc-drs.otcDrsTool';

/** Runs the node as a tool. */
const runAsTool = async (
	parameters: INodeParameters,
	item: IDataObject = {},
): Promise<EngineRun> => {
	const start = node('Start', 'test.start');
	const credentials = { otcApi: { id: 'otc', name: 'OTC' } };
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

	it('an error says what to do', async () => {
		const run = await runAsTool({ ...CREATE, name: 'x' });
		expect(run.error?.message).toMatch(/^Task Name: "x" has 1 character\. .+/);
	});

	it('a wait whose time is over says so', async () => {
		const created = await runNode(engine, CREATE, [{ name: 'shop-1' }]);
		const id = String(created.items('OTC DRS')[0].json.id);
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
