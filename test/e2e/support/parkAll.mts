import { waitUntil } from './exampleWorkflows.mts';
import type { MovableClock } from './movableClock.mts';
import { begin, createTask, executionsIn, PARKED, type Parked } from './parkingTrial.mts';
import type { Stack } from './stack.mts';
import { readSecrets } from './storedCredentials.mts';

const PATIENCE = 6 * 60_000;

/** @returns the executions that are parked; not those of the nodes' sub-workflows */
export const parkedIn = async ({ demo }: Stack) =>
	(await executionsIn(demo.api, 'waiting')).filter(({ mode }) => mode !== 'integrated');

/** Creates a task and puts it where it replicates. @returns its ID */
async function replicatingTask(stack: Stack, clock: MovableClock, name: string): Promise<string> {
	const id = await createTask(stack, name);
	const task = stack.demo.simulator.tasks.all().find((one) => one.id === id)!;
	task.status = 'INCRE_TRANSFER_STARTED';
	task.since = clock.now();
	return id;
}

/**
 * Begins all three operations that wait for hours, each with a task of its own, and waits until they are parked.
 *
 * @param given where they run
 * @param name the names of the tasks begin with it
 * @returns what each is about: an ID, or the name of the run
 */
export async function parkAll(
	{ stack, clock }: { stack: Stack; clock: MovableClock },
	name: string,
): Promise<Record<Parked, string>> {
	const ids = {
		wait: await createTask(stack, `${name}-wait`),
		delete: await replicatingTask(stack, clock, `${name}-delete`),
		run: `${name}-run`,
	};
	for (const operation of PARKED)
		await begin(stack, operation, { id: ids[operation], name: ids.run });
	await waitUntil('all are parked', async () => (await parkedIn(stack)).length === 3, PATIENCE);
	return ids;
}

/**
 * Looks for every password, and every token of a session, in what n8n's database holds while nodes are parked.
 *
 * @param stack the n8n
 * @param database all of its database
 * @param name what the nodes were parked with
 */
export async function expectNoSecret(
	stack: Pick<Stack, 'home' | 'environment'>,
	database: Buffer,
	name: string,
): Promise<void> {
	const { passwords, tokens } = await readSecrets(stack);
	expect(database.includes(`${name}-run`)).toBe(true);
	expect([...passwords, ...tokens].length).toBeGreaterThan(3);
	for (const secret of [...passwords, ...tokens]) expect(database.includes(secret)).toBe(false);
}
