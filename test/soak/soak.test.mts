import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callWebhook } from '../../demo/lib/executions.mts';
import type { Demo } from '../../demo/lib/startDemo.mts';
import { publishWorkflow, putWorkflow } from '../../demo/lib/workflows.mts';
import { cpuTimeOf, handlesOf, memoryOf } from '../e2e/support/processFigures.mts';
import { ROOT, SETUP_MILLISECONDS, startStack, type Stack } from '../e2e/support/stack.mts';
import { type HeapWatch, watchHeap } from './heap.mts';
import { WORK, type Work, workflowOf } from './workflow.mts';

/** Items in all: 100,000, or fewer for the short form. */
const ITEMS = Number(process.env.SOAK_ITEMS ?? 100_000);
const ROUNDS = 20;
const ITEMS_AN_EXECUTION = Math.min(500, ITEMS / ROUNDS);
const EXECUTIONS_A_ROUND = ITEMS / ROUNDS / ITEMS_AN_EXECUTION;
/** The rounds in which n8n and its caches grow to their size. */
const WARM_UP = 4;
const PATIENCE = 60 * 60_000;

/** The state of n8n's process after a round. */
interface Round {
	round: number;
	items: number;
	failed: number;
	logins: number;
	/** The time of the whole execution, and the processor time of n8n in it. */
	millisecondsPer1000: number;
	cpuPer1000: number;
	/** Heap in use after a collection, and resident memory, in MB. */
	heap: number;
	memory: number;
	files: number;
	sockets: number;
}

let stack: Stack;
let demo: Demo;
let ids: string[];
let heap: HeapWatch;
const rounds: Round[] = [];

async function execute(work: Work, items: readonly string[]) {
	const answer = await callWebhook(`${demo.n8nUrl}/webhook/soak-${work}`, {
		items: items.map((id) => ({ id })),
	});
	if (answer.status !== 200) throw new Error(`n8n answered ${answer.status}: ${answer.text}`);
	return JSON.parse(answer.text) as { ok: number; failed: number };
}

beforeAll(async () => {
	heap = watchHeap();
	stack = await startStack(
		{ seed: 1 },
		{ EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none', ...heap.environment },
	);
	demo = stack.demo;
	for (const work of Object.keys(WORK) as Work[])
		await publishWorkflow(demo.api, await putWorkflow(demo.api, workflowOf(work)));
	const names = Array.from({ length: ITEMS_AN_EXECUTION }, (_, index) => `soak-${index}`);
	expect(await execute('createMigration', names)).toEqual({ ok: ITEMS_AN_EXECUTION, failed: 0 });
	expect(demo.simulator.journal.count('createToken')).toBe(1);
	ids = demo.simulator.tasks.all().map(({ id }) => id);
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await stack?.close();
	heap?.close();
}, 60_000);

/** Creations are a small share: they stay at the simulator, and would slow it down. */
const QUERIES: readonly Work[] = ['getStatus', 'get', 'getProgress'];
const CREATIONS_A_ROUND = 50;

async function runRound(round: number): Promise<void> {
	const { journal } = demo.simulator;
	const pid = demo.n8nPid();
	journal.clear();
	let failed = 0;
	let items = 0;
	const started = performance.now();
	const cpuBefore = cpuTimeOf(pid);
	for (let turn = 0; turn < EXECUTIONS_A_ROUND; turn++) {
		const counts = await execute(QUERIES[(round + turn) % QUERIES.length], ids);
		items += counts.ok + counts.failed;
		failed += counts.failed;
	}
	const milliseconds = performance.now() - started;
	const cpu = cpuTimeOf(pid) - cpuBefore;
	const names = Array.from({ length: CREATIONS_A_ROUND }, (_, index) => `soak-${round}-${index}`);
	const created = await execute('createMigration', names);
	failed += CREATIONS_A_ROUND - created.ok;
	rounds.push({
		round,
		items,
		failed,
		logins: journal.count('createToken'),
		millisecondsPer1000: Math.round((milliseconds / items) * 1000),
		cpuPer1000: Math.round((cpu / items) * 1000),
		heap: await heap.used(pid),
		memory: memoryOf(pid),
		...handlesOf(pid),
	});
}

function writeTable(): void {
	const columns = Object.keys(rounds[0]) as Array<keyof Round>;
	const line = (cells: readonly unknown[]) => `| ${cells.join(' | ')} |`;
	const table = [
		line(columns),
		line(columns.map(() => '---')),
		...rounds.map((row) => line(columns.map((column) => row[column]))),
	].join('\n');
	const folder = join(ROOT, 'test', 'soak', 'output');
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'soak.md'), `${table}\n`);
	process.stderr.write(`${table}\n`);
}

const median = (values: readonly number[]): number =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The medians of a figure over the first and over the last rounds after the warm-up. */
function growth(figure: keyof Round): { first: number; last: number } {
	const after = rounds.slice(WARM_UP).map((round) => round[figure]);
	const quarter = Math.ceil(after.length / 4);
	return { first: median(after.slice(0, quarter)), last: median(after.slice(-quarter)) };
}

describe(`${ITEMS} items through one n8n`, () => {
	it(
		'all succeed, with the login of the preparation',
		async () => {
			for (let round = 1; round <= ROUNDS; round++) await runRound(round);
			writeTable();
			expect(rounds.filter(({ failed }) => failed > 0)).toEqual([]);
			expect(rounds.reduce((sum, { items }) => sum + items, 0)).toBe(ITEMS);
			expect(rounds.filter(({ logins }) => logins > 0)).toEqual([]);
			const tasks = ITEMS_AN_EXECUTION + ROUNDS * CREATIONS_A_ROUND;
			expect(demo.simulator.tasks.all()).toHaveLength(tasks);
		},
		PATIENCE,
	);

	it('leave memory, files and sockets as they were, and no call slower', () => {
		const used = growth('heap');
		expect(used.last).toBeLessThanOrEqual(used.first * 1.05 + 5);
		const files = growth('files');
		expect(files.last).toBeLessThanOrEqual(files.first + 10);
		const sockets = growth('sockets');
		expect(sockets.last).toBeLessThanOrEqual(sockets.first + 20);
		const cpu = growth('cpuPer1000');
		expect(cpu.last).toBeLessThanOrEqual(cpu.first * 1.5);
	});
});
