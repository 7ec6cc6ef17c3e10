import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConnections, IDataObject, INode, IPinData } from 'n8n-workflow';
import { useCloud } from '../support/cloud.mts';
import { createNamed, otcEngine } from '../support/otc.mts';
import { callNode, ifNode, noteNode, setNode, startNode } from '../support/standInNodes.mts';

const FILE = JSON.parse(
	readFileSync(join(__dirname, '..', '..', 'workflows', 'cut-over.json'), 'utf8'),
) as { nodes: INode[]; connections: IConnections };

const { simulator } = useCloud({ speed: 200 });

/** The workflow as users import it, with the credential of the test. */
const workflow = () => ({
	nodes: FILE.nodes.map((node) => ({
		...node,
		typeVersion: 1,
		...(node.credentials && { credentials: { otcApi: { id: 'otc', name: 'OTC' } } }),
	})),
	connections: FILE.connections,
});

/**
 * The hooks that were called, each with its task, in their order; and the messages to Slack.
 *
 * @param failing the hooks that fail, for the tasks that are listed; for all if none is
 */
function setUp(failing: Record<string, unknown[]> = {}) {
	const calls: Array<[hook: string, task: unknown]> = [];
	const told: string[] = [];
	const engine = otcEngine(
		simulator.url,
		{},
		{
			'n8n-nodes-base.webhook': startNode(),
			'n8n-nodes-base.set': setNode(),
			'n8n-nodes-base.stickyNote': noteNode(),
			'n8n-nodes-base.if': ifNode(),
			'n8n-nodes-base.httpRequest': callNode(({ taskId, text }, hook) => {
				if (text !== undefined) {
					told.push(String(text));
					return;
				}
				calls.push([hook, taskId]);
				const tasks = failing[hook];
				if (tasks && (tasks.length === 0 || tasks.includes(taskId)))
					throw new Error('The hook answered 500.');
			}),
		},
	);
	const run = async (taskId: unknown, pinData: IPinData = {}, address = 'https://chat') => {
		const json = { body: { taskId } } as IDataObject;
		const slack = { slackWebhookUrl: address };
		const limits = { maxLagSeconds: 5, lagMinutes: 0, drainChecks: 3, drainMinutes: 15 };
		const settings = { ...slack, ...limits };
		const begun = await engine.run(workflow(), {
			startNode: 'Webhook',
			pinData: { Webhook: [{ json }], Settings: [{ json: { ...json, ...settings } }], ...pinData },
		});
		return await engine.settle(begun);
	};
	return { engine, calls, told, run };
}

/** A task that replicates. */
async function replicating(engine: ReturnType<typeof otcEngine>, name: string): Promise<string> {
	const [id] = await createNamed(engine, [name]);
	const task = simulator.tasks.all().find((stored) => stored.id === id)!;
	Object.assign(task, { status: 'INCRE_TRANSFER_STARTED', since: Date.now() });
	return id;
}

const FREEZE = 'Freeze the Application';
const UNFREEZE = 'Unfreeze the Application';
const SWITCH = 'Switch to the Target';

describe('Cut-Over', () => {
	it.each([
		['a list', (ids: string[]) => ids],
		['IDs separated by commas', (ids: string[]) => ids.join(',')],
	])('%s: freezes, finishes and switches each task that is ready', async (_form, toTaskId) => {
		const { engine, calls, told, run } = setUp();
		const ready = await replicating(engine, 'ready');
		const lags = await replicating(engine, 'lags');
		simulator.outcomes.add({ task: ready, kind: 'delay', delay: 3, curve: 'falling' });
		simulator.outcomes.add({ task: lags, kind: 'delay', delay: 86_400 });
		const { status, error } = await run(toTaskId([ready, lags]));
		expect([status, error?.message]).toEqual(['success', undefined]);
		expect(calls).toEqual([
			[FREEZE, ready],
			[SWITCH, ready],
		]);
		expect(told.sort()).toEqual([
			`Cut over: task ${ready} has ended. The application uses the target.`,
			`Not ready for the cut-over: task ${lags}: The lag is 86400 seconds, more than 5`,
		]);
		const ends = simulator.tasks.all().map(({ id, stop }) => [id, stop?.kind]);
		expect(ends).toEqual([
			[ready, 'normal'],
			[lags, undefined],
		]);
	});

	it('lets the application write again when a task does not drain', async () => {
		const { engine, calls, told, run } = setUp();
		const good = await replicating(engine, 'good');
		const stuck = await replicating(engine, 'stuck');
		simulator.outcomes.add({ task: stuck, kind: 'delay', delay: 2 });
		await run([good, stuck]);
		expect(calls.filter(([, task]) => task === stuck).map(([hook]) => hook)).toEqual([
			FREEZE,
			UNFREEZE,
		]);
		expect(calls.filter(([, task]) => task === good).map(([hook]) => hook)).toEqual([
			FREEZE,
			SWITCH,
		]);
		expect(told.find((text) => text.includes(stuck))).toContain(
			'was not stopped, and the application writes to the source again: The lag did not stay at 0',
		);
		expect(simulator.tasks.all().find(({ id }) => id === stuck)!.stop).toBeUndefined();
	});

	it.each([
		['has failed', { safe_state: 'check', finished: false, reason: 'The stop has failed' }],
		['is not known to be complete', { safe_state: 'check', finished: true, reason: 'By somebody' }],
		['still stops', { safe_state: 'wait', finished: false, reason: 'The stop has not ended' }],
		['is in an error', { error: { message: 'Interrupted', job_id: 'task-1' } }],
	])('neither switches nor unfreezes a task that %s, and tells somebody', async (_what, json) => {
		const { calls, told, run } = setUp();
		await run('task-1', {
			Check: [{ json: { id: 'task-1', ready: true } }],
			Finish: [{ json: { id: 'task-1', ...json } as IDataObject }],
		});
		expect(calls).toEqual([[FREEZE, 'task-1']]);
		expect(told).toHaveLength(1);
		expect(told[0]).toContain('needs attention, the application is still frozen');
	});

	it('does not freeze a task that cannot be checked', async () => {
		const { calls, told, run } = setUp();
		await run('no-such-task');
		expect(calls).toEqual([]);
		expect(told[0]).toContain('Not ready for the cut-over: task no-such-task');
	});

	it('freeze fails: nothing is stopped, the application writes again, the other tasks continue', async () => {
		const failing: Record<string, unknown[]> = { [FREEZE]: [] };
		const { engine, calls, told, run } = setUp(failing);
		const [good, bad] = [await replicating(engine, 'good'), await replicating(engine, 'broken')];
		failing[FREEZE].push(bad);
		const { status } = await run([good, bad]);
		expect(status).toBe('success');
		expect(calls.filter(([, task]) => task === bad).map(([hook]) => hook)).toEqual([
			FREEZE,
			UNFREEZE,
		]);
		expect(calls.at(-1)).toEqual([SWITCH, good]);
		expect(told.find((text) => text.includes(bad))).toBe(
			`Not cut over: task ${bad} was not stopped, and the application writes to the source again: The freeze hook failed: The hook answered 500.`,
		);
		expect(simulator.tasks.all().map(({ name, stop }) => [name, stop?.kind])).toEqual([
			['good', 'normal'],
			['broken', undefined],
		]);
	});

	it.each([
		[
			'the freeze',
			{ [FREEZE]: [], [UNFREEZE]: [] },
			'The freeze hook failed: The hook answered 500.',
		],
		['the drain', { [UNFREEZE]: [] }, 'The lag did not stay at 0'],
	])(
		'unfreeze fails after %s failed: it says that nothing was stopped',
		async (_what, failing, why) => {
			const { engine, told, run } = setUp(failing);
			const stuck = await replicating(engine, 'stuck');
			simulator.outcomes.add({ task: stuck, kind: 'delay', delay: 2 });
			const { status } = await run(stuck);
			expect(status).toBe('success');
			expect(told).toHaveLength(1);
			expect(told[0]).toContain(
				`perhaps still frozen: task ${stuck} was not stopped and replicates, but the unfreeze hook failed: The hook answered 500. Let the application write to the source.`,
			);
			expect(told[0]).toContain(why);
			expect(simulator.tasks.all()[0].stop).toBeUndefined();
		},
	);

	it('switch fails: it says that only the target is left, and nothing is unfrozen', async () => {
		const { engine, calls, told, run } = setUp({ [SWITCH]: [] });
		const task = await replicating(engine, 'shop');
		const { status } = await run(task);
		expect(status).toBe('success');
		expect(calls.map(([hook]) => hook)).toEqual([FREEZE, SWITCH]);
		expect(told).toEqual([
			`Cut over, but not switched: task ${task} has ended and the target has everything, but the switch hook failed: The hook answered 500. Do not let the application write to the source. Switch it to the target.`,
		]);
	});

	it('skips the messages without an address of Slack', async () => {
		const { engine, calls, told, run } = setUp();
		const task = await replicating(engine, 'shop');
		const { status } = await run(task, {}, '');
		expect([status, calls.length, told]).toEqual(['success', 2, []]);
	});
});
