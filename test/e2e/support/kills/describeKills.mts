import { startedTasks } from '../../../support/startedTasks.mts';
import { waitUntil } from '../exampleWorkflows.mts';
import { executionsIn } from '../parkingTrial.mts';
import { MOMENTS, type Moment, type Victim } from './moments.mts';
import type { Scene } from './scene.mts';

const PATIENCE = 300_000;

const DATABASES = [...new Set(MOMENTS.map(({ database }) => database))];
const KILLS = [...new Set(MOMENTS.map(({ kill }) => kill))];

const grouped = (moments: readonly Moment[]): Moment[][] =>
	[...new Set(moments.map(({ begins }) => begins))].map((begins) =>
		moments.filter((one) => one.begins === begins),
	);

/**
 * Kills n8n in every moment of an execution that runs a migration and waits for it, and shows what becomes of it.
 *
 * @param victim which n8n it is
 * @param given gives what was started
 */
export function describeKills(victim: Victim, given: () => Scene): void {
	const needsSecondRun = (row: Moment) => row.needsSecondRun.includes(victim);
	/** Messages about the database of a moment when it was killed in it. */
	const before = new Map<Moment, number>();

	/** For each moment, when n8n is held in it. */
	const held = new Map<Moment, Promise<void>>();

	beforeAll(() => {
		for (const row of MOMENTS) held.set(row, given().witness.hold(row.database, row.is));
	});

	async function arrive(row: Moment): Promise<void> {
		if (row.begins > 0) await given().begin(row.database);
		await held.get(row);
	}

	async function kill(moments: readonly Moment[]): Promise<void> {
		const { witness, messagesOf, kill: killN8n } = given();
		const killed = killN8n();
		for (const row of moments) before.set(row, messagesOf(row.database));
		const missed = moments.filter(({ database, is }) => !is(witness.of(database)));
		await killed;
		expect(missed.map(({ moment, database }) => [moment, witness.of(database)])).toEqual([]);
	}

	it.each(KILLS.map((number) => [number]))(
		'kill %i: n8n is held in its moments, killed and started again',
		async (number) => {
			const moments = MOMENTS.filter((row) => row.kill === number);
			for (const group of grouped(moments)) await Promise.all(group.map(arrive));
			await kill(moments);
			await given().restart();
		},
		2 * PATIENCE,
	);

	it(
		'nothing is at work any more',
		async () => {
			const { api, messagesOf } = given();
			for (const row of MOMENTS)
				if (row.kill === KILLS.at(-1) && !needsSecondRun(row))
					await waitUntil('the message', () => messagesOf(row.database) > 0, PATIENCE);
			// n8n says that it is ready before it answers that.
			const isAtRest = async () =>
				await executionsIn(api, 'new', 'running').then(
					({ length }) => length === 0,
					() => false,
				);
			await waitUntil('rest', isAtRest, PATIENCE);
		},
		2 * PATIENCE,
	);

	it.each(MOMENTS.filter((row) => !needsSecondRun(row)))(
		'$moment: the workflow goes on by itself',
		({ database, kill: number }) => {
			const next = MOMENTS.find((row) => row.database === database && row.kill > number);
			if (next) expect(before.has(next)).toBe(true);
			else expect(given().messagesOf(database)).toBe(1);
		},
	);

	it.each(MOMENTS.filter(needsSecondRun))('$moment: the workflow needs a second run', (row) => {
		expect(given().messagesOf(row.database)).toBe(before.get(row));
	});

	it(
		'a second run finishes what was interrupted',
		async () => {
			const { begin, messagesOf } = given();
			const rows = MOMENTS.filter(needsSecondRun);
			for (const { database } of rows) await begin(database);
			const isDone = (row: Moment) => messagesOf(row.database) === before.get(row)! + 1;
			await waitUntil('the messages', () => rows.every(isDone), PATIENCE);
		},
		2 * PATIENCE,
	);

	it('there is one task for each database, and it was started once', () => {
		const { tasks, journal } = given().simulator;
		const all = tasks.all();
		expect(all.map(({ name }) => name).sort()).toEqual([...DATABASES].sort());
		expect(startedTasks(journal).sort()).toEqual(all.map(({ id }) => id).sort());
	});
}
