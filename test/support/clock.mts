/**
 * The time of the tests. `Date` is jest's fake one (see `fakeTimers` in jest.config.mjs): the nodes, n8n and the simulator all
 * see it, and it stands still until something sleeps or a test moves it.
 */

/** Moves the time forward. */
export const pass = (milliseconds: number): void => {
	jest.setSystemTime(Date.now() + milliseconds);
};

/** Moves the time forward. */
export const passMinutes = (count: number): void => pass(count * 60_000);

/** Stands for `sleep` of n8n-workflow: it takes no time, but the time of the tests has passed when it ends. */
export async function sleep(milliseconds: number): Promise<void> {
	const until = Date.now() + milliseconds;
	await new Promise(setImmediate);
	if (Date.now() < until) jest.setSystemTime(until);
}

/**
 * Waits for a point in time without moving the time itself; somebody else has to sleep until then.
 *
 * @param time in ms since 1970
 */
export async function reached(time: number): Promise<void> {
	while (Date.now() < time) await new Promise(setImmediate);
}
