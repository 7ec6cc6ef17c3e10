/**
 * @param values any number of them: spread into `Math.max` a hundred thousand would exceed the call stack
 * @returns the lowest and the highest; undefined when there are none
 */
export function extent(values: readonly number[]): { lowest: number; highest: number } | undefined {
	if (values.length === 0) return undefined;
	return values.reduce(
		({ lowest, highest }, value) => ({
			lowest: Math.min(lowest, value),
			highest: Math.max(highest, value),
		}),
		{ lowest: Infinity, highest: -Infinity },
	);
}
