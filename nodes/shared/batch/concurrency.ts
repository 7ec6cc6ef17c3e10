/**
 * Runs a task for each value, at most `limit` at a time.
 *
 * @param values the values, taken in order
 * @param limit how many run at the same time, at least 1
 * @param run the task; the first error that it throws is passed on
 * @returns the results in the order of the values
 */
export async function mapConcurrently<T, R>(
	values: readonly T[],
	limit: number,
	run: (value: T, index: number) => Promise<R>,
): Promise<R[]> {
	const results = new Array<R>(values.length);
	let next = 0;
	async function work(): Promise<void> {
		while (next < values.length) {
			const index = next++;
			results[index] = await run(values[index], index);
		}
	}
	const workers = Math.max(1, Math.min(Math.floor(limit) || 1, values.length));
	await Promise.all(Array.from({ length: workers }, work));
	return results;
}
