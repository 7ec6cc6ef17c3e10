import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConnections, IDataObject, INode, IPinData } from 'n8n-workflow';
import { useCloud } from '../support/cloud.mts';
import { CREATE, otcEngine, runNode } from '../support/otc.mts';
import { callNode, ifNode, noteNode, startNode, waitNode } from '../support/standInNodes.mts';

const FILE = JSON.parse(
	readFileSync(join(__dirname, '..', '..', 'workflows', 'cut-over.json'), 'utf8'),
) as { nodes: INode[]; connections: IConnections };

/** More waits than any of these runs needs; a workflow that waits for ever is left then. */
const MOST_ROUNDS = 10;

const { simulator } = useCloud({ speed: 200 });

/** The workflow as users import it, with the credential of the test; what follows the stop is left out. */
const workflow = () => ({
	nodes: FILE.nodes.map((node) => ({
		...node,
		typeVersion: 1,
		...(node.credentials && { credentials: { otcApi: { id: 'otc', name: 'OTC' } } }),
	})),
	connections: { ...FILE.connections, 'Stop the Task': { main: [[]] } },
});

/**
 * @param onWait called with 1, 2, … instead of each wait
 * @returns tasks whose traffic was paused, messages to Slack, tasks that were asked to stop, as far as they have come
 */
function setUp(onWait: (round: number) => void) {
	const paused: unknown[] = [];
	const told: unknown[] = [];
	let rounds = 0;
	const engine = otcEngine(
		simulator.url,
		{},
		{
			'n8n-nodes-base.webhook': startNode(),
			'n8n-nodes-base.set': noteNode(),
			'n8n-nodes-base.stickyNote': noteNode(),
			'n8n-nodes-base.if': ifNode(),
			'n8n-nodes-base.httpRequest': callNode(({ taskId, text }) =>
				text === undefined ? paused.push(taskId) : told.push(text),
			),
			'n8n-nodes-base.wait': waitNode(() => {
				onWait(++rounds);
				return rounds < MOST_ROUNDS;
			}),
		},
	);
	const stopped = (): string[] =>
		simulator.journal
			.of('stopOrDeleteTasks')
			.flatMap(({ requestBody }) => (requestBody as { jobs: Array<{ job_id: string }> }).jobs)
			.map(({ job_id: id }) => id);
	const run = async (taskId: unknown, pinData: IPinData = {}) => {
		const json = { body: { taskId } } as IDataObject;
		return await engine.run(workflow(), {
			startNode: 'Webhook',
			pinData: {
				Webhook: [{ json }],
				Settings: [{ json: { ...json, maxLagSeconds: 1, recheckSeconds: 30 } }],
				...pinData,
			},
		});
	};
	return { engine, paused, told, stopped, run };
}

/** A task that replicates and whose target lags by so many seconds. */
async function replicating(
	engine: ReturnType<typeof otcEngine>,
	name: string,
	delay: number,
): Promise<string> {
	const created = await runNode(engine, CREATE, [{ name }]);
	const id = String(created.items('OTC DRS')[0].json.id);
	const task = simulator.tasks.all().find((stored) => stored.id === id)!;
	Object.assign(task, { status: 'INCRE_TRANSFER_STARTED', since: Date.now() * 10 });
	setLag(id, delay);
	return id;
}

const setLag = (task: string, delay: number) =>
	simulator.outcomes.add({ task, kind: 'delay', delay });

describe('Cut-Over with several tasks', () => {
	it.each([
		['a list', (ids: string[]) => ids],
		['IDs separated by commas', (ids: string[]) => ids.join(',')],
	])(
		'%s: pauses and stops each task only when that task has caught up',
		async (_form, toTaskId) => {
			const ids: string[] = [];
			const before: Array<{ paused: unknown[]; stopped: string[] }> = [];
			const { engine, paused, stopped, run } = setUp((round) => {
				before.push({ paused: [...paused], stopped: stopped() });
				if (round < 3) return;
				simulator.outcomes.clear();
				ids.forEach((id) => setLag(id, 0));
			});
			ids.push(
				await replicating(engine, 'caught-up', 0),
				await replicating(engine, 'lags', 86_400),
			);
			const [caughtUp, lags] = ids;
			const { status, error } = await run(toTaskId(ids));
			expect(before.slice(0, 3)).toEqual(
				[1, 2, 3].map(() => ({ paused: [caughtUp], stopped: [caughtUp] })),
			);
			expect([status, error?.message]).toEqual(['success', undefined]);
			expect(paused).toEqual([caughtUp, lags]);
			expect(stopped()).toEqual([caughtUp, lags]);
		},
	);

	it('goes on with each task by itself when some is left after the pause', async () => {
		const ids: string[] = [];
		const before: string[][] = [];
		const { engine, paused, stopped, run } = setUp((round) => {
			before.push(stopped());
			simulator.outcomes.clear();
			setLag(ids[1], 0);
			setLag(ids[0], round === 1 ? 1 : 0);
		});
		ids.push(await replicating(engine, 'first', 1), await replicating(engine, 'second', 1));
		const [first, second] = ids;
		const { status, error } = await run(ids);
		expect([status, error?.message]).toEqual(['success', undefined]);
		expect(paused).toEqual([first, second]);
		expect(before).toEqual([[], [second]]);
		expect(stopped()).toEqual([second, first]);
	});
});

describe('Cut-Over does not stop a task', () => {
	const shown = (progress: IDataObject) => [
		{ json: { job_id: 'task-1', transfer_status: 'INCRE_TRANSFER_STARTED', ...progress } },
	];

	it.each([
		['of which no lag is told', {}],
		['whose lag is told as -1, which is none', { incre_trans_delay: -1 }],
	])('%s, before the pause nor after it', async (_case, numbers) => {
		const first = setUp(() => {});
		await first.run('task-1', { 'Check Lag': shown({ numbers }) });
		expect([first.paused, first.stopped()]).toEqual([[], []]);
		const second = setUp(() => {});
		await second.run('task-1', {
			'Check Lag': shown({ numbers: { lag_seconds: 0 } }),
			'Check Remaining Lag': shown({ numbers }),
		});
		expect([second.paused, second.stopped()]).toEqual([['task-1'], []]);
	});

	it('that fails after the pause, but says so', async () => {
		const numbers = { lag_seconds: 0 };
		const { paused, stopped, told, run } = setUp(() => {});
		const { status } = await run('task-1', {
			'Check Lag': shown({ numbers }),
			'Check Remaining Lag': shown({ numbers, transfer_status: 'INCRE_TRANSFER_FAILED' }),
		});
		expect([status, paused, stopped()]).toEqual(['success', ['task-1'], []]);
		expect(told).toEqual(['Cut-over: task task-1 needs attention: INCRE_TRANSFER_FAILED']);
	});
});
