import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callWebhook } from '../../demo/lib/executions.mts';
import type { Demo } from '../../demo/lib/startDemo.mts';
import { publishWorkflow, putWorkflow } from '../../demo/lib/workflows.mts';
import { handlesOf, memoryOf } from '../e2e/support/processFigures.mts';
import { ROOT, SETUP_MILLISECONDS, startStack, type Stack } from '../e2e/support/stack.mts';
import { WORK, type Work, workflowOf } from './workflow.mts';

/** Items in all: 100,000, or fewer for the short form. */
const ITEMS = Number(process.env.SOAK_ITEMS ?? 100_000);
const ITEMS_AN_EXECUTION = 500;
const ROUNDS = 20;
/** The rounds in which n8n and its caches grow to their size. */
const WARM_UP = 4;
const PATIENCE = 60 * 60_000;

/** The state of n8n's process after a round. */
interface Round {
	round: number;
	items: number;
	failed: number;
	millisecondsPer1000: number;
	memory: number;
	files: number;
	sockets: number;
}

let stack: Stack;
let demo: Demo;
let ids: string[];
const rounds: Round[] = [];

async function execute(work: Work, items: readonly string[]) {
	const answer = await callWebhook(`${demo.n8nUrl}/webhook/soak-${work}`, {
		items: items.map((id) => ({ id })),
	});
	if (answer.status !== 200) throw new Error(`n8n answered ${answer.status}: ${answer.text}`);
	return JSON.parse(answer.text) as { ok: number; failed: number };
}

beforeAll(async () => {
	stack = await startStack({ seed: 1 }, { EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none' });
	demo = stack.demo;
	for (const work of Object.keys(WORK) as Work[])
		await publishWorkflow(demo.api, await putWorkflow(demo.api, workflowOf(work)));
	const names = Array.from({ length: ITEMS_AN_EXECUTION }, (_, index) => `soak-${index}`);
	expect(await execute('createMigration', names)).toEqual({ ok: ITEMS_AN_EXECUTION, failed: 0 });
	ids = demo.simulator.tasks.all().map(({ id }) => id);
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await stack?.close();
}, 60_000);

/** Creations are a small share: they stay at the simulator, and would slow it down. */
const QUERIES: readonly Work[] = ['getStatus', 'get', 'getProgress'];
const CREATIONS_A_ROUND = 50;

async function runRound(round: number, executions: number): Promise<void> {
	let failed = 0;
	let items = 0;
	const started = performance.now();
	for (let turn = 0; turn < executions; turn++) {
		const counts = await execute(QUERIES[turn % QUERIES.length], ids);
		items += counts.ok + counts.failed;
		failed += counts.failed;
	}
	const milliseconds = performance.now() - started;
	const names = Array.from({ length: CREATIONS_A_ROUND }, (_, index) => `soak-${round}-${index}`);
	failed += (await execute('createMigration', names)).failed;
	const pid = demo.n8nPid();
	rounds.push({
		round,
		items,
		failed,
		millisecondsPer1000: Math.round((milliseconds / items) * 1000),
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
		'all succeed, with one login',
		async () => {
			const executions = Math.max(1, Math.round(ITEMS / ITEMS_AN_EXECUTION / ROUNDS));
			for (let round = 1; round <= ROUNDS; round++) {
				await runRound(round, executions);
				if (round < ROUNDS) demo.simulator.journal.clear();
			}
			writeTable();
			expect(rounds.filter(({ failed }) => failed > 0)).toEqual([]);
			expect(demo.simulator.journal.count('createToken')).toBe(0);
		},
		PATIENCE,
	);

	it('leave memory, files and sockets as they were, and no call slower', () => {
		const memory = growth('memory');
		expect(memory.last).toBeLessThanOrEqual(memory.first * 1.15 + 50);
		const files = growth('files');
		expect(files.last).toBeLessThanOrEqual(files.first + 10);
		const sockets = growth('sockets');
		expect(sockets.last).toBeLessThanOrEqual(sockets.first + 20);
		const time = growth('millisecondsPer1000');
		expect(time.last).toBeLessThanOrEqual(time.first * 1.5);
	});
});
