import { waitUntil } from './exampleWorkflows.mts';
import type { HttpSink } from './httpSink.mts';
import {
	begin,
	createTask,
	databaseOf,
	executionsIn,
	PARKED,
	publishParked,
	type Parked,
} from './parkingTrial.mts';
import type { Stack } from './stack.mts';
import { readSecrets } from './storedCredentials.mts';

const PATIENCE = 6 * 60_000;
const HOUR = 3_600_000;

/** A clock of the simulator that a test moves. */
export interface MovableClock {
	now(): number;
	ahead: number;
}

/** @returns a clock that nearly stands still until it is moved, so that a task stays where it is */
export const movableClock = (): MovableClock => {
	const start = Date.now();
	return {
		ahead: 0,
		now() {
			return start + (Date.now() - start) / 1_000 + this.ahead;
		},
	};
};

/**
 * The tests of nodes that are parked, in a running n8n with two slots for executions.
 *
 * @param given gives what was started
 */
export function describeParking(
	given: () => { stack: Stack; sink: HttpSink; clock: MovableClock },
): void {
	const operations = () =>
		given().stack.demo.simulator.journal.entries.map(({ operation }) => operation);
	const told = () => given().sink.bodies.map(({ operation }) => operation as Parked);
	const waiting = async () => await executionsIn(given().stack, 'waiting');
	const parents = async () => (await waiting()).filter(({ mode }) => mode !== 'integrated');

	/** Creates a task and puts it where it replicates. @returns its ID */
	async function replicatingTask(name: string): Promise<string> {
		const id = await createTask(given().stack, name);
		const task = given()
			.stack.demo.simulator.tasks.all()
			.find((one) => one.id === id)!;
		task.status = 'INCRE_TRANSFER_STARTED';
		task.since = given().clock.now();
		return id;
	}

	/** Begins all three, each with a task of its own, and waits until they are parked. */
	async function park(name: string): Promise<Record<Parked, string>> {
		const { stack } = given();
		const ids = {
			wait: await createTask(stack, `${name}-wait`),
			delete: await replicatingTask(`${name}-delete`),
			run: `${name}-run`,
		};
		for (const operation of PARKED)
			await begin(stack, operation, { id: ids[operation], name: ids.run });
		await waitUntil('all are parked', async () => (await parents()).length === 3, PATIENCE);
		return ids;
	}

	beforeAll(async () => {
		await publishParked(given().stack, given().sink.url);
	}, 60_000);

	beforeEach(() => {
		given().sink.bodies.length = 0;
	});

	it(
		'survive a kill of n8n, and go on by themselves; nothing is done twice',
		async () => {
			const { stack, clock } = given();
			const ids = await park('killed');
			await stack.demo.killN8n();
			await stack.demo.restartN8n();
			clock.ahead += HOUR;
			const advance = setInterval(() => (clock.ahead += HOUR / 60), 1_000);
			await waitUntil('the results', () => told().length === 3, PATIENCE).finally(() =>
				clearInterval(advance),
			);
			expect(told().sort()).toEqual([...PARKED].sort());
			const { simulator } = stack.demo;
			const tasks = simulator.tasks.all().filter(({ name }) => name.startsWith('killed-'));
			expect(tasks.map(({ name }) => name).sort()).toEqual(['killed-run', 'killed-wait']);
			expect(tasks.some(({ id }) => id === ids.delete)).toBe(false);
			const started = simulator.journal
				.of('startTasks')
				.flatMap(({ responseBody }) => (responseBody as { results: object[] }).results);
			expect(started).toHaveLength(1);
		},
		3 * PATIENCE,
	);

	it(
		'hold no slot, store no secret in the clear, and send nothing after Stop',
		async () => {
			const { stack, sink } = given();
			await park('stopped');
			const { passwords, tokens } = await readSecrets(stack);
			const database = databaseOf(stack);
			expect(database.includes('stopped-run')).toBe(true);
			expect([...passwords, ...tokens].length).toBeGreaterThan(3);
			for (const secret of [...passwords, ...tokens]) expect(database.includes(secret)).toBe(false);

			const sent = operations();
			for (const { id } of await parents())
				await stack.demo.api.call('POST', `/rest/executions/${id}/stop`, {});
			given().clock.ahead += HOUR;
			await waitUntil('the next turns', async () => (await waiting()).length === 0, PATIENCE);
			expect(operations()).toEqual(sent);
			expect(sink.bodies).toEqual([]);
		},
		3 * PATIENCE,
	);
}
