/** A clock of the simulator that a test moves. */
export interface MovableClock {
	now(): number;
	ahead: number;
}

/** @returns a clock that nearly stands still until it is moved, so that a task stays where it is */
export const movableClock = (): MovableClock => {
	const start = Date.now();
	return {
		ahead: 0,
		now() {
			return start + (Date.now() - start) / 1_000 + this.ahead;
		},
	};
};
