import { setTimeout as sleep } from 'node:timers/promises';
import { inTurn } from '../measure/inTurn.mts';
import { measure, OWN, type BenchOptions, type Row } from '../row.mts';
import { type BatchCaller, logInForBatches } from './batchCalls.mts';
import { type NodeRun, type PreparedNode, prepareNode } from './runNode.mts';
import { startBenchStack, type BenchStack } from './stack.mts';
import {
	FLOOR,
	HTTP_REQUEST_BATCHING,
	OWN_SINGLE,
	PATHS,
	subjectsOf,
	type Work,
} from './subjects.mts';
import { createTasks, makeStartable } from './tasks.mts';

/** Plain axios with the same batches, outside n8n. */
export const BATCH_CALLS = 'axios: the batch calls alone';

/** One case: what is done, with how many tasks, how far away the service is. */
interface Case {
	work: Work;
	tasks: number;
	/** Latency of the service in ms. */
	latency: number;
	rounds: number;
	/** Subjects that take no part because they would take minutes. */
	without?: readonly string[];
	/** Whether one in seven calls is answered 429. */
	throttled?: boolean;
}

const SLOW = [OWN_SINGLE, HTTP_REQUEST_BATCHING];

const QUICK: readonly Case[] = [
	{ work: 'status', tasks: 100, latency: 20, rounds: 3 },
	{ work: 'status', tasks: 1_000, latency: 20, rounds: 1, without: SLOW },
	{ work: 'status', tasks: 1_000, latency: 20, rounds: 1, throttled: true, without: SLOW },
];

const FULL: readonly Case[] = [
	...[0, 20, 100].flatMap((latency): Case[] => [
		{ work: 'status', tasks: 1, latency, rounds: 5 },
		{ work: 'status', tasks: 100, latency, rounds: 3 },
	]),
	{ work: 'status', tasks: 1_000, latency: 0, rounds: 1, without: SLOW },
	{ work: 'status', tasks: 1_000, latency: 20, rounds: 3 },
	{ work: 'status', tasks: 1_000, latency: 100, rounds: 1, without: SLOW },
	{ work: 'status', tasks: 10_000, latency: 20, rounds: 1, without: SLOW },
	{ work: 'status', tasks: 1_000, latency: 20, rounds: 1, throttled: true, without: SLOW },
	{ work: 'details', tasks: 1_000, latency: 20, rounds: 1, without: SLOW },
	{ work: 'create', tasks: 100, latency: 20, rounds: 3 },
	{ work: 'create', tasks: 1_000, latency: 20, rounds: 1, without: SLOW },
	{ work: 'start', tasks: 1_000, latency: 20, rounds: 1, without: SLOW },
];

const labelOf = ({ work, tasks, latency, throttled }: Case): string =>
	`${work} of ${tasks.toLocaleString('en')} ${tasks === 1 ? 'task' : 'tasks'}, ${latency} ms${throttled ? ', 1 in 7 answered 429' : ''}`;

class N8nBench {
	private readonly runners = new Map<string, PreparedNode>();

	private created = 0;

	constructor(
		private readonly stack: BenchStack,
		private readonly call: BatchCaller,
		private readonly ids: readonly string[],
	) {}

	private async runnerOf(work: Work, subject: string): Promise<PreparedNode> {
		const key = `${work}-${subject}`;
		const known = this.runners.get(key);
		if (known) return known;
		const { demo } = this.stack;
		const node = subjectsOf(work, demo.simulator.url)[subject];
		const runner = await prepareNode(demo, `bench-${this.runners.size}`, node);
		this.runners.set(key, runner);
		await runner.measure(this.tasksFor(work, 2));
		return runner;
	}

	/** Tasks to work on: present ones that allow the work, or names that are new. */
	private tasksFor(work: Work, count: number): Array<{ id: string }> {
		if (work === 'create') {
			this.created += count;
			return Array.from({ length: count }, (_, index) => ({ id: `new-${this.created - index}` }));
		}
		const ids = this.ids.slice(0, count);
		if (work === 'start') makeStartable(this.stack.demo.simulator, ids);
		return ids.map((id) => ({ id }));
	}

	private async batchCalls(work: Work, count: number): Promise<NodeRun> {
		const { journal } = this.stack.demo.simulator;
		journal.clear();
		const ids = this.ids.slice(0, count);
		const started = performance.now();
		const answers = await this.call(PATHS[work], ids);
		const milliseconds = performance.now() - started;
		return { milliseconds, results: answers.length, calls: journal.entries.length };
	}

	/** @returns a row for each subject */
	async runCase(bench: Case, seed: number): Promise<Row[]> {
		const { work, tasks, latency, rounds, without = [], throttled } = bench;
		const { simulator } = this.stack.demo;
		const subjects = Object.keys(subjectsOf(work, simulator.url)).filter(
			(subject) => !without.includes(subject) && !(throttled && subject === FLOOR),
		);
		const turns: Record<string, () => Promise<NodeRun>> = {};
		for (const subject of subjects) {
			const runner = await this.runnerOf(work, subject);
			turns[subject] = async () => await runner.measure(this.tasksFor(work, tasks));
		}
		if ((work === 'status' || work === 'details') && !throttled)
			turns[BATCH_CALLS] = async () => await this.batchCalls(work, tasks);
		// A call meets the first fault that fits, so the rarer one comes first.
		if (throttled) simulator.faults.add({ service: 'drs', kind: 'tooManyRequests', every: 7 });
		if (latency > 0) simulator.faults.add({ service: 'drs', kind: 'delay', delayMs: latency });
		try {
			await sleep(200);
			const runs = await inTurn(turns, rounds, seed);
			return Object.entries(runs).map(([subject, samples]) => ({
				part: 'in n8n',
				work: labelOf(bench),
				subject,
				values: {
					time: measure(
						samples.map(({ milliseconds }) => milliseconds),
						'ms',
						'less',
					),
					calls: measure(
						samples.map(({ calls }) => calls),
						'',
						'less',
					),
					results: measure(
						samples.map(({ results }) => results),
						'',
						'more',
					),
				},
			}));
		} finally {
			simulator.faults.clear();
		}
	}
}

const CALLERS = 10;

/** Runs many executions, several at a time, on a credential that was never used. @returns logins, and executions a second */
async function countLogins({ demo }: BenchStack, executions: number, id: string): Promise<Row> {
	const { simulator } = demo;
	const node = subjectsOf('status', simulator.url)[OWN];
	const run = await prepareNode(demo, 'bench-logins', node);
	simulator.journal.clear();
	const started = performance.now();
	let left = executions;
	const caller = async () => {
		while (left-- > 0) await run.call([{ id }]);
	};
	await Promise.all(Array.from({ length: CALLERS }, caller));
	const seconds = (performance.now() - started) / 1_000;
	return {
		part: 'logins',
		work: `${executions.toLocaleString('en')} executions, ${CALLERS} at a time, no session before`,
		subject: OWN,
		values: {
			logins: measure([simulator.journal.count('createToken')], '', 'less'),
			'executions a second': measure([executions / seconds], '/s', 'more'),
		},
	};
}

/**
 * Measures the node in a real n8n (Node.js 24) side by side with the HTTP Request node. The time is the node's own, from
 * n8n's record of the execution.
 */
export async function benchN8n({ quick, seed }: BenchOptions): Promise<Row[]> {
	const cases = quick ? QUICK : FULL;
	const stack = await startBenchStack(seed);
	try {
		const call = await logInForBatches(stack.demo.simulator);
		const most = Math.max(...cases.map(({ tasks }) => tasks));
		const ids = await createTasks(call, most);
		const bench = new N8nBench(stack, call, ids);
		const rows = [await countLogins(stack, quick ? 50 : 1_000, ids[0])];
		for (const entry of cases) rows.push(...(await bench.runCase(entry, seed)));
		return rows;
	} finally {
		await stack.close();
	}
}
