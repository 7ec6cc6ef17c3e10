/** How cases are repeated. */
export interface RoundOptions<C> {
	/** How often a case is measured if there is time for it. */
	wanted(one: C): number;
	/** Measures a case once. */
	run(one: C): Promise<void>;
	/** When to end, in ms by `now`. */
	until: number;
	now?: () => number;
}

/**
 * Measures all cases once, then again, until each was measured as often as wanted or the time is over. A case that was
 * measured before is left out when it would not fit any more; the first ones of the list are served first.
 *
 * @returns the cases that were never measured
 */
export async function inRounds<C>(
	cases: readonly C[],
	{ wanted, run, until, now = () => performance.now() }: RoundOptions<C>,
): Promise<C[]> {
	const lasted = new Map<C, number>();
	const rounds = Math.max(0, ...cases.map(wanted));
	for (let round = 0; round < rounds; round++) {
		for (const one of cases) {
			const started = now();
			if (round >= wanted(one) || started + (lasted.get(one) ?? 0) > until) continue;
			await run(one);
			lasted.set(one, now() - started);
		}
	}
	return cases.filter((one) => !lasted.has(one));
}
