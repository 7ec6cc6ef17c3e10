import { waitUntil } from './exampleWorkflows.mts';
import type { HttpSink } from './httpSink.mts';
import type { MovableClock } from './movableClock.mts';
import { expectNoSecret, parkAll, parkedIn } from './parkAll.mts';
import {
	databaseOf,
	executionsIn,
	FILE,
	PARKED,
	publishParked,
	type Parked,
} from './parkingTrial.mts';
import type { Stack } from './stack.mts';

const PATIENCE = 6 * 60_000;
const HOUR = 3_600_000;

/**
 * The tests of nodes that are parked, in a running n8n with two slots for executions.
 *
 * @param files where n8n stores files
 * @param given gives what was started
 */
export function describeParking(
	files: 'database' | 'filesystem',
	given: () => { stack: Stack; sink: HttpSink; clock: MovableClock },
): void {
	const operations = () =>
		given().stack.demo.simulator.journal.entries.map(({ operation }) => operation);
	const told = () => given().sink.bodies.map(({ operation }) => operation as Parked);
	const waiting = async () => await executionsIn(given().stack.demo.api, 'waiting');
	const parents = async () => await parkedIn(given().stack);

	beforeAll(async () => {
		await publishParked(given().stack.demo.api, given().sink.url);
	}, 60_000);

	beforeEach(() => {
		given().sink.bodies.length = 0;
	});

	it(
		'survive a kill of n8n with the files of their items, and go on by themselves; nothing is done twice',
		async () => {
			const { stack, clock, sink } = given();
			const ids = await parkAll(given(), 'killed');
			expect(databaseOf(stack).includes(FILE.text)).toBe(files === 'database');
			await stack.demo.killN8n();
			await stack.demo.restartN8n();
			clock.ahead += HOUR;
			const advance = setInterval(() => (clock.ahead += HOUR / 60), 1_000);
			await waitUntil('the results', () => told().length === 3, PATIENCE).finally(() =>
				clearInterval(advance),
			);
			expect(told().sort()).toEqual([...PARKED].sort());
			const waited = sink.bodies.find(({ operation }) => operation === 'wait');
			expect(waited?.item).toMatchObject({ id: ids.wait, [FILE.name]: FILE.text });
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
			await parkAll(given(), 'stopped');
			await expectNoSecret(stack, databaseOf(stack), 'stopped');

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
