import type { IDataObject } from 'n8n-workflow';
import { RUN } from '../support/migrationRun.mts';
import { useCloud } from '../support/cloud.mts';
import type { StoredExecution } from '../support/executions.mts';
import type { EngineRun } from '../support/n8nEngine.mts';
import { beginNode, CREATE, PASSWORD, runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud();

const MINUTE = 60_000;

/**
 * What a run of the same 500 databases took when all moved in lockstep and the pauses grew from 1 to 30 seconds (commit
 * e19232c, counted): 165 calls for statuses, 35 for pre-checks, 31 for changes and the list.
 */
const LOCKSTEP_CALLS = 231;

const named = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({ name: `shop-${index}` }));

const childOf = (run: EngineRun): StoredExecution =>
	[...engine.executions.all.values()].find(
		({ parent }) => parent?.executionId === run.execution.id,
	)!;

/** What n8n's database holds of all executions. */
const stored = (): string[] =>
	[...engine.executions.all.values()].map(({ text, json }) => text + JSON.stringify(json));

const drsCalls = (): number =>
	simulator.journal.entries.filter(({ service }) => service === 'drs').length;

describe('Migration → Run in turns', () => {
	it('is parked while the cloud works, and stores no secret', async () => {
		const parked = await beginNode(engine, RUN, named(3));
		expect(parked.status).toBe('waiting');
		expect(simulator.journal.count('createTasks')).toBe(1);
		for (const text of stored()) {
			for (const secret of [PASSWORD, 'Src-Secret-1', 'Tgt-Secret-1']) {
				expect(text).not.toContain(secret);
			}
		}
		const run = await engine.settle(parked, () => {
			for (const text of stored()) expect(text).not.toMatch(/Src-Secret-1|Tgt-Secret-1/);
		});
		expect(run.items('Note').map(({ json }) => [json.name, json.stage])).toEqual([
			['shop-0', 'start'],
			['shop-1', 'start'],
			['shop-2', 'start'],
		]);
	});

	it('sends nothing any more after Stop', async () => {
		const parked = await beginNode(engine, RUN, named(3));
		engine.executions.stop(parked.execution.id);
		const before = simulator.journal.entries.length;
		const child = childOf(parked);
		jest.setSystemTime(child.waitTill!);
		await engine.executions.resume(child);
		expect(child.status).toBe('success');
		expect(simulator.journal.entries).toHaveLength(before);
	});

	it('goes on at the next turn when the service cannot be reached for a while', async () => {
		const parked = await beginNode(engine, { ...RUN, options: { maxAttempts: 2 } }, named(3));
		simulator.faults.add({ service: 'drs', kind: 'serverError' });
		let turns = 0;
		const run = await engine.settle(parked, () => {
			if (++turns === 5) simulator.faults.clear();
		});
		expect(run.items('Note').map(({ json }) => json.stage)).toEqual(['start', 'start', 'start']);
		expect(simulator.tasks.all()).toHaveLength(3);
		expect(simulator.journal.count('startTasks')).toBe(1);
	});

	it.each(['getTaskStatuses', 'getPrecheckResults', 'getTaskDetails'])(
		'goes on with a task that two answers of %s in a row leave out',
		async (operation) => {
			simulator.faults.add({ operation, kind: 'missingResult', times: 2 });
			const run = await runNode(engine, RUN, named(1));
			expect(run.error).toBeUndefined();
			expect(run.items('Note').map(({ json }) => json.stage)).toEqual(['start']);
		},
	);

	it('starts each of 500 databases within two turns of being ready, in few calls', async () => {
		const began = Date.now();
		const parked = await beginNode(engine, { ...RUN, options: { batchSize: 100 } }, named(500));
		const readyAt = new Map<string, number>();
		for (const [index, task] of simulator.tasks.all().entries()) {
			const ready = began + (1 + (index % 20)) * MINUTE;
			readyAt.set(task.id, ready);
			/** The simulator creates in a minute: a creation that takes longer began later. */
			Object.assign(task, { since: task.since + (index % 20) * MINUTE });
		}
		const slowest = Math.max(...readyAt.values()) - began;
		const run = await engine.settle(parked);
		expect(Date.now() - began).toBeLessThanOrEqual(slowest * 1.1);
		for (const { json } of run.items('Note')) {
			const { started_at: startedAt } = (json.stages as Record<string, IDataObject>).start;
			const late = Date.parse(String(startedAt)) - readyAt.get(String(json.id))!;
			expect(late).toBeLessThanOrEqual(2 * MINUTE);
		}
		expect(run.items('Note')).toHaveLength(500);
		expect(drsCalls()).toBeLessThanOrEqual(LOCKSTEP_CALLS * 1.3);
		expect(parked.execution.text.length).toBeLessThan(1_000_000);
		expect(childOf(parked).text.length).toBeLessThan(20_000_000);
	});
});

describe('Task → Delete with Stop First', () => {
	it('deletes nothing any more after Stop', async () => {
		const [created] = (await runNode(engine, CREATE, named(1))).items('OTC DRS');
		jest.setSystemTime(Date.now() + 5 * MINUTE);
		const parked = await beginNode(
			engine,
			{
				resource: 'task',
				operation: 'delete',
				jobId: { __rl: true, mode: 'id', value: String(created.json.id) },
				stopFirst: true,
			},
			[{}],
		);
		expect(parked.status).toBe('waiting');
		engine.executions.stop(parked.execution.id);
		const before = simulator.journal.entries.length;
		const child = childOf(parked);
		jest.setSystemTime(child.waitTill!);
		await engine.executions.resume(child);
		expect(simulator.journal.entries).toHaveLength(before);
		expect(simulator.tasks.all()).toHaveLength(1);
	});
});
