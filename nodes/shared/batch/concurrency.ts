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

/** Runs something when its turn comes. */
export type Limiter = <R>(run: () => Promise<R>) => Promise<R>;

/**
 * Makes a gate for what is begun in several places, also in places that lie within each other.
 *
 * @param limit how many run at the same time, at least 1; it is asked for each time, and may change
 * @returns what lets everything through, in the order in which it came, at most `limit` at a time; what it runs must not
 * wait for something that has to pass the same gate
 */
export function limiter(limit: () => number): Limiter {
	const waiting: Array<() => void> = [];
	let running = 0;
	const isOpen = (): boolean => running < Math.max(1, Math.floor(limit()) || 1);

	function letIn(): void {
		while (waiting.length > 0 && isOpen()) {
			running++;
			waiting.shift()?.();
		}
	}

	return async (run) => {
		await new Promise<void>((resolve) => {
			waiting.push(resolve);
			letIn();
		});
		try {
			return await run();
		} finally {
			running--;
			letIn();
		}
	};
}
