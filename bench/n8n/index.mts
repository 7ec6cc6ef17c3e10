import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom, shuffle, type Random } from '../../simulator/random.mts';
import { startChild } from '../measure/child.mts';
import { inRounds } from '../measure/rounds.mts';
import { measure, OWN, type BenchOptions, type Row } from '../row.mts';
import { BATCH_CALLS, logInForBatches } from './batchCalls.mts';
import { inOrder, labelOf, OTHERS, PROMISED, QUICK, takesPart, type Case } from './cases.mts';
import { type NodeRun, type PreparedNode, prepareNode } from './runNode.mts';
import { startBenchStack, type BenchStack } from './stack.mts';
import { OWN_LIST, PATHS, subjectsOf, type Subject, type Work } from './subjects.mts';
import { createTasks, makeStartable } from './tasks.mts';
import { type TaskKeys, checkResults } from './checkResults.mts';
import { countLogins } from './logins.mts';

type Measurement = (tasks: TaskKeys) => Promise<NodeRun>;

class N8nBench {
	private readonly runners = new Map<string, PreparedNode>();

	private readonly random: Random;

	private readonly runs = new Map<Case, Map<string, NodeRun[]>>();

	private created = 0;

	constructor(
		private readonly stack: BenchStack,
		private readonly batchCalls: (work: Work) => Measurement,
		private readonly ids: readonly string[],
		seed: number,
	) {
		this.random = createRandom(seed);
	}

	private async runnerOf(work: Work, name: string, subject: Subject): Promise<PreparedNode> {
		const key = `${work}-${name}`;
		const known = this.runners.get(key);
		if (known) return known;
		const path = `bench-${this.runners.size}`;
		const runner = await prepareNode(this.stack.demo, path, subject, work === 'create');
		this.runners.set(key, runner);
		await runner.measure(this.tasksFor(work, 2));
		return runner;
	}

	/** Tasks to work on: present ones that allow the work, or names that are new. */
	private tasksFor(work: Work, count: number): TaskKeys {
		if (work === 'create') {
			this.created += count;
			return Array.from({ length: count }, (_, index) => ({ id: `new-${this.created - index}` }));
		}
		const ids = this.ids.slice(0, count);
		if (work === 'start') makeStartable(this.stack.demo.simulator, ids);
		return ids.map((id) => ({ id }));
	}

	private async measurements(one: Case): Promise<Array<[string, Measurement]>> {
		const { work, throttled } = one;
		const all = Object.entries(subjectsOf(work, this.stack.demo.simulator.url));
		const found: Array<[string, Measurement]> = [];
		for (const [name, subject] of all) {
			if (!takesPart(one, name, subject)) continue;
			const runner = await this.runnerOf(work, name, subject);
			found.push([name, async (tasks) => await runner.measure(tasks)]);
		}
		if ((work === 'status' || work === 'details') && !throttled && !one.onlyLists)
			found.push([BATCH_CALLS, this.batchCalls(work)]);
		return found;
	}

	/**
	 * Measures each subject of a case once, in another order each time.
	 *
	 * @throws Error if a result is missing, but where calls are refused
	 */
	async run(one: Case): Promise<void> {
		const { work, tasks, latency, throttled = false } = one;
		const { faults } = this.stack.demo.simulator;
		const subjects = await this.measurements(one);
		const samples = this.runs.get(one) ?? new Map<string, NodeRun[]>();
		this.runs.set(one, samples);
		try {
			for (const [name, take] of shuffle(subjects, this.random)) {
				faults.clear();
				// A call meets the first fault that fits, so the rarer one comes first.
				if (throttled) faults.add({ service: 'drs', kind: 'tooManyRequests', every: 7 });
				if (latency > 0) faults.add({ service: 'drs', kind: 'delay', delayMs: latency });
				await sleep(50);
				const keys = this.tasksFor(work, tasks);
				const run = await take(keys);
				const mayMiss = throttled && name !== OWN && name !== OWN_LIST;
				checkResults(`${labelOf(one)}, ${name}`, keys, run, mayMiss);
				samples.set(name, [...(samples.get(name) ?? []), run]);
			}
		} finally {
			faults.clear();
		}
	}

	/** @returns a row for each case and subject that was measured */
	rows(): Row[] {
		return [...this.runs]
			.sort(([one], [other]) => inOrder(one, other))
			.flatMap(([one, samples]) => {
				const subjects = subjectsOf(one.work, '');
				return [...Object.keys(subjects), BATCH_CALLS].flatMap((subject): Row[] => {
					const runs = samples.get(subject);
					if (!runs) return [];
					const of = (read: (run: NodeRun) => number) => runs.map(read);
					const time = of(({ milliseconds }) => milliseconds);
					const calls = of((run) => run.calls);
					const results = of((run) => run.results.length);
					return [
						{
							part: 'in n8n',
							work: labelOf(one),
							subject,
							noPeer: subjects[subject]?.noPeer ?? subject === BATCH_CALLS,
							values: {
								time: measure(time, 'ms', 'less'),
								calls: measure(calls, '', 'less'),
								results: measure(results, '', 'more'),
							},
						},
					];
				});
			});
	}
}

/** Starts plain axios in a process of its own. @returns what measures it */
async function startBatchCalls({ demo }: BenchStack) {
	const { journal, url } = demo.simulator;
	const { child } = await startChild<string>('bench/n8n/batchCalls.child.mts', [url]);
	const measureOf =
		(work: Work): Measurement =>
		async (tasks) => {
			journal.clear();
			const answer = once(child, 'message');
			child.send({ path: PATHS[work], ids: tasks.map(({ id }) => id) });
			const [run] = (await answer) as [Omit<NodeRun, 'calls'>];
			return { ...run, calls: journal.entries.length };
		};
	return { measureOf, close: () => child.disconnect() };
}

/**
 * Measures the node in a real n8n (Node.js 24) side by side with the HTTP Request node. The time is the node's own, from
 * n8n's record of the execution. Cases are repeated while there is time.
 */
export async function benchN8n({ quick, seed, until, only }: BenchOptions): Promise<Row[]> {
	const isWanted = (one: Case): boolean => labelOf(one).includes(only ?? '');
	const groups = (quick ? [QUICK] : [PROMISED, OTHERS]).map((cases) => cases.filter(isWanted));
	const stack = await startBenchStack(seed);
	try {
		const most = Math.max(...groups.flat().map(({ tasks }) => tasks));
		const ids = await createTasks(await logInForBatches(stack.demo.simulator.url), most);
		const logins = only === undefined ? [await countLogins(stack, quick ? 50 : 1_000, ids[0])] : [];
		const batchCalls = await startBatchCalls(stack);
		const bench = new N8nBench(stack, batchCalls.measureOf, ids, seed);
		for (const cases of groups) {
			const leftOut = await inRounds(cases, {
				wanted: ({ rounds }) => rounds,
				run: async (one) => await bench.run(one),
				until,
			});
			for (const one of leftOut) process.stderr.write(`No time for: ${labelOf(one)}\n`);
		}
		batchCalls.close();
		return [...logins, ...bench.rows()];
	} finally {
		await stack.close();
	}
}
