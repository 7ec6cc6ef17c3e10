/** The time of the simulated cloud, in ms since 1970. */
export interface Clock {
	now(): number;
}

/** The time of this machine. */
export const REAL_CLOCK: Clock = { now: Date.now };
