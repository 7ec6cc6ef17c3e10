import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { callWebhook, readExecution } from '../../demo/lib/executions.mts';
import { publishWorkflow } from '../../demo/lib/workflows.mts';
import { DATABASE, importWithSettings, waitUntil } from '../e2e/support/exampleWorkflows.mts';
import { startHttpSink, type HttpSink } from '../e2e/support/httpSink.mts';
import { runByHand } from '../e2e/support/runByHand.mts';
import { ROOT, SETUP_MILLISECONDS } from '../e2e/support/stack.mts';
import { CONCURRENCY, startCluster, type Cluster } from './support/cluster.mts';
import { countByStatus, executionsOf, type Listed } from './support/listExecutions.mts';
import { startedTasks } from '../support/startedTasks.mts';
import { memoryOf } from '../e2e/support/processFigures.mts';
import { workersByExecution } from './support/workerLogs.mts';

/** How many executions of the workflow: 200, or fewer for the short form. */
const EXECUTIONS = Number(process.env.QUEUE_EXECUTIONS ?? 200);
/** A run takes some seconds, so that the kill finds workers in the middle of several. */
const SPEED = 10;
/** After this time without a sign of life, the schedule (or the run by hand that does not wait for it) takes a migration for killed. */
const STALE_MINUTES = 2;
const PATIENCE = 20 * 60_000;

let cluster: Cluster;
let sink: HttpSink;
let workflowId: string;
/** Executions that were asked for; one more for each caller who had to ask again. */
let asked = EXECUTIONS;
/** Why callers had to ask again: what n8n answered, if anything. */
const askedAgain: string[] = [];
const report: Record<string, unknown> = { executions: EXECUTIONS };

const log = (line: string) => process.stderr.write(`${line}\n`);

beforeAll(async () => {
	sink = await startHttpSink();
	cluster = await startCluster(ROOT, { speed: SPEED, seed: 1 }, log);
	const workflow = await importWithSettings(cluster.api, 'migrate-and-recover', {
		slackWebhookUrl: sink.url,
		staleMinutes: STALE_MINUTES,
	});
	await runByHand(cluster.api, workflow.id, 'Set Up Once');
	await publishWorkflow(cluster.api, workflow);
	workflowId = workflow.id;
}, SETUP_MILLISECONDS);

afterAll(async () => {
	const folder = join(ROOT, 'test', 'queue', 'output');
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'queue.json'), `${JSON.stringify(report, undefined, '\t')}\n`);
	log(JSON.stringify(report, undefined, '  '));
	await cluster?.close();
	await sink?.close();
}, 120_000);

const names = Array.from({ length: EXECUTIONS }, (_, index) => `queue-${index}`);

const memory = () =>
	Object.fromEntries(cluster.members.map(({ name, pid }) => [name, memoryOf(pid)]));

const replicating = (): string[] =>
	sink.bodies.flatMap(({ text }) => /^Replicating: (\S+)/.exec(String(text))?.[1] ?? []);

const isOver = ({ status }: Listed) => !['new', 'running', 'waiting'].includes(status);

/** @returns how many executions ended for each reason, as n8n says it. */
async function reasonsOf(failed: readonly Listed[]): Promise<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const { id, status } of failed) {
		const { message = '' } = await readExecution(cluster.api, id);
		const reason = `${status}: ${message.slice(0, 100)}`;
		counts[reason] = (counts[reason] ?? 0) + 1;
	}
	return counts;
}

/** Asks for a migration until n8n has accepted it; a worker that is killed before that leaves the caller without an answer. */
async function ask(name: string): Promise<void> {
	const url = `${cluster.webhook.url}/webhook/otc-drs/migrate-and-recover`;
	for (let attempt = 1; attempt <= 5; attempt++) {
		const { status, text } = await callWebhook(url, { ...DATABASE, name }).catch(
			(error: Error) => ({ status: 0, text: error.message }),
		);
		if (status === 202) return;
		asked += 1;
		askedAgain.push(`${status}: ${text.slice(0, 100)}`);
	}
	throw new Error(`"${name}" was not accepted.`);
}

/** Callers at the same time: more than the workers can serve. */
const CALLERS = 20;

async function askForAll(): Promise<void> {
	const waiting = [...names];
	const caller = async () => {
		for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await ask(name);
	};
	await Promise.all(Array.from({ length: CALLERS }, caller));
}

const tasks = () => cluster.simulator.tasks.all();

const untilTasks = async (count: number) =>
	await waitUntil(`${count} tasks`, () => tasks().length >= count, PATIENCE, 50);

/** Waits until nothing runs or waits any more. @returns all executions of the workflow, retries included */
async function settled(atLeast: number): Promise<Listed[]> {
	let listed: Listed[] = [];
	await waitUntil(
		'all executions end',
		async () => {
			listed = await executionsOf(cluster.api, workflowId);
			log(JSON.stringify(countByStatus(listed)));
			return listed.length >= atLeast && listed.every(isOver);
		},
		PATIENCE,
		5_000,
	);
	return listed;
}

describe(`${EXECUTIONS} executions of Migrate and Recover in queue mode`, () => {
	it(
		'end, but for those inside a worker that is killed; main may be restarted',
		async () => {
			report.memoryBefore = memory();
			const [victim] = cluster.workers;
			const all = askForAll();
			await untilTasks(EXECUTIONS / 4);
			await victim.kill();
			await sleep(3_000);
			await victim.start();
			await untilTasks(EXECUTIONS / 2);
			await cluster.main.stop();
			await cluster.main.start();
			await all;
			const listed = await settled(asked);
			report.memoryAfter = memory();
			report.statuses = countByStatus(listed);
			const killed = listed.filter(({ status }) => status !== 'success');
			report.reasons = await reasonsOf(killed);
			expect(Object.keys(report.reasons as object)).toEqual([
				expect.stringMatching(/failed to be processed too many times/),
			]);
			report.killed = killed.length;
			report.askedAgain = askedAgain;
			expect(askedAgain.length).toBeLessThanOrEqual(killed.length);
			expect(killed.length).toBeGreaterThan(0);
			expect(killed.length).toBeLessThanOrEqual(CONCURRENCY);
		},
		PATIENCE,
	);

	it(
		'are finished by the schedule of the same workflow, where the worker was killed',
		async () => {
			await sleep(STALE_MINUTES * 60_000);
			const recovery = await runByHand(cluster.api, workflowId, 'Every 5 Minutes', PATIENCE);
			expect(recovery).toMatchObject({ status: 'success' });
			await waitUntil(
				'all are told of',
				() => new Set(replicating()).size === EXECUTIONS,
				PATIENCE,
			);
			await settled(asked);
		},
		PATIENCE,
	);

	it('leave one task for each database, started once, and tell of each', () => {
		report.tasks = tasks().length;
		expect(
			tasks()
				.map(({ name }) => name)
				.sort(),
		).toEqual([...names].sort());
		expect(startedTasks(cluster.simulator.journal).sort()).toEqual(
			tasks()
				.map(({ id }) => id)
				.sort(),
		);
		expect([...new Set(replicating())].sort()).toEqual([...names].sort());
	});

	it('log in at most once in each worker that finds no session, and never again', () => {
		report.logins = cluster.simulator.journal.count('createToken');
		expect(report.logins).toBeLessThanOrEqual(cluster.workers.length);
	});

	it('go on after a wait in whichever worker is free', () => {
		const moved = [...workersByExecution(cluster.workers).values()].filter(({ size }) => size > 1);
		report.movedBetweenWorkers = moved.length;
		expect(moved.length).toBeGreaterThan(0);
	});
});
