import { startedTasks } from '../../../support/startedTasks.mts';
import { waitUntil } from '../exampleWorkflows.mts';
import { executionsIn } from '../parkingTrial.mts';
import { MOMENTS, type Moment, type Victim } from './moments.mts';
import type { Scene } from './scene.mts';

const PATIENCE = 300_000;

const grouped = (moments: readonly Moment[]): Moment[][] =>
	[...new Set(moments.map(({ begins }) => begins))].map((begins) =>
		moments.filter((one) => one.begins === begins),
	);

/**
 * Kills n8n in every moment of an execution that runs a migration and waits for it, and shows what becomes of it.
 *
 * @param victim which n8n it is
 * @param given gives what was started
 * @param moments in which it is killed
 */
export function describeKills(
	victim: Victim,
	given: () => Scene,
	moments: readonly Moment[] = MOMENTS,
): void {
	const needsSecondRun = (row: Moment) => row.needsSecondRun.includes(victim);
	const nextOf = ({ database, kill: number }: Moment) =>
		moments.find((row) => row.database === database && row.kill > number);
	/** After their last kill, they go on by themselves. */
	const survivors = moments.filter((row) => !needsSecondRun(row) && !nextOf(row));
	const kills = [...new Set(moments.map((row) => row.kill))];
	/** Messages about the database of a moment when it was killed in it. */
	const before = new Map<Moment, number>();

	/** For each moment, when n8n is held in it. */
	const held = new Map<Moment, Promise<void>>();

	beforeAll(() => {
		for (const row of moments) held.set(row, given().witness.hold(row.database, row.is));
	});

	async function arrive(row: Moment): Promise<void> {
		if (row.begins > 0) await given().begin(row.database);
		await held.get(row);
	}

	async function kill(rows: readonly Moment[]): Promise<void> {
		const { witness, messagesOf, kill: killN8n } = given();
		const killed = killN8n(rows[0].killed);
		for (const row of rows) before.set(row, messagesOf(row.database));
		const missed = rows.filter(({ database, is }) => !is(witness.of(database)));
		await killed;
		expect(missed.map(({ moment, database }) => [moment, witness.of(database)])).toEqual([]);
	}

	async function untilMessages(rows: readonly Moment[]): Promise<void> {
		const isDone = ({ database }: Moment) => given().messagesOf(database) > 0;
		await waitUntil('the messages', () => rows.every(isDone), PATIENCE);
	}

	it.each(kills.map((number) => [number]))(
		'kill %i: n8n is held in its moments, killed and started again',
		async (number) => {
			const rows = moments.filter((row) => row.kill === number);
			await untilMessages(survivors.filter((row) => row.kill < number));
			for (const group of grouped(rows)) await Promise.all(group.map(arrive));
			await kill(rows);
			await given().restart();
		},
		2 * PATIENCE,
	);

	it(
		'nothing is at work any more',
		async () => {
			const { api } = given();
			await untilMessages(survivors);
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

	it.each(moments.filter((row) => !needsSecondRun(row)))(
		'$moment: the workflow goes on by itself',
		(row) => {
			const next = nextOf(row);
			if (next) expect(before.has(next)).toBe(true);
			else expect(given().messagesOf(row.database)).toBe(1);
		},
	);

	it.each(moments.filter(needsSecondRun))('$moment: the workflow needs a second run', (row) => {
		expect(given().messagesOf(row.database)).toBe(before.get(row));
	});

	it(
		'a second run finishes what was interrupted',
		async () => {
			const { begin, messagesOf } = given();
			const rows = moments.filter(needsSecondRun);
			for (const { database } of rows) await begin(database);
			const isDone = (row: Moment) => messagesOf(row.database) === before.get(row)! + 1;
			await waitUntil('the messages', () => rows.every(isDone), PATIENCE);
		},
		2 * PATIENCE,
	);

	it('there is one task for each database, and it was started once', () => {
		const { tasks, journal } = given().simulator;
		const all = tasks.all();
		const databases = [...new Set(moments.map(({ database }) => database))];
		expect(all.map(({ name }) => name).sort()).toEqual(databases.sort());
		expect(startedTasks(journal).sort()).toEqual(all.map(({ id }) => id).sort());
	});
}
