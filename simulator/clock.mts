/** The time of the simulated cloud, in ms since 1970. */
export interface Clock {
	now(): number;
}

/**
 * @param speed how many simulated milliseconds pass in a real one
 * @returns a clock that starts at the present time
 */
export function createClock(speed: number): Clock {
	const start = Date.now();
	return { now: () => Math.round(start + (Date.now() - start) * speed) };
}
