import { createRandom, shuffle } from '../../simulator/random.mts';

/**
 * Lets the subjects work in turns, in another order each round, so that what slows the machine for a while slows all.
 *
 * @param subjects by name; each does its work once and gives what it measured
 * @param rounds how often, at least 1
 * @param seed for the order
 * @returns the results of each subject, one a round
 */
export async function inTurn<T>(
	subjects: Readonly<Record<string, () => T | Promise<T>>>,
	rounds: number,
	seed: number,
): Promise<Record<string, T[]>> {
	const random = createRandom(seed);
	const results: Record<string, T[]> = {};
	for (const name of Object.keys(subjects)) results[name] = [];
	for (let round = 0; round < rounds; round++) {
		for (const name of shuffle(Object.keys(subjects), random)) {
			results[name].push(await subjects[name]());
		}
	}
	return results;
}
