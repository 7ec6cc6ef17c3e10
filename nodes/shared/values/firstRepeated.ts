/**
 * @param values any values
 * @param keyOf what makes two of them the same; by default the value itself
 * @returns the first value that was there before; undefined if none is
 */
export function firstRepeated<T>(
	values: readonly T[],
	keyOf: (value: T) => unknown = (value) => value,
): T | undefined {
	const seen = new Set<unknown>();
	return values.find((value) => {
		const key = keyOf(value);
		const isRepeated = seen.has(key);
		seen.add(key);
		return isRepeated;
	});
}
