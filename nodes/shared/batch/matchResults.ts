/** What an answer holds for one key: the result, nothing, or results that contradict each other. */
export type Match<R> =
	| { kind: 'found'; result: R }
	| { kind: 'missing' }
	| { kind: 'contradictory' };

/**
 * Finds the result of each key in the answer to a batch call, by key and never by position: results may come back in
 * another order, twice, or not at all.
 *
 * @param keys what was asked for, each once
 * @param results the results of the answer
 * @param keyOf the key of a result, or undefined if it has none
 * @returns the match of each key; results for keys that were not asked for are left out
 */
export function matchResults<R>(
	keys: readonly string[],
	results: readonly R[],
	keyOf: (result: R) => string | undefined,
): Map<string, Match<R>> {
	const matches = new Map<string, Match<R>>(keys.map((key) => [key, { kind: 'missing' }]));
	for (const result of results) {
		const key = keyOf(result);
		const known = key === undefined ? undefined : matches.get(key);
		if (key === undefined || known === undefined) continue;
		if (known.kind === 'missing') {
			matches.set(key, { kind: 'found', result });
		} else if (known.kind === 'found' && JSON.stringify(known.result) !== JSON.stringify(result)) {
			matches.set(key, { kind: 'contradictory' });
		}
	}
	return matches;
}
