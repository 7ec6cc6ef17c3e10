import type { Outcome } from '../failures/failure';

/** Left out of so many looks in a row, a task does not exist; one look alone may have missed it. */
const LOOKS = 5;

/** What is kept of a task between looks. */
export interface LeftOut {
	/** How many looks in a row have left it out. */
	leftOut?: number;
}

/**
 * Counts the looks that leave a task out.
 *
 * @param state of the task; its count is brought up to date
 * @param outcome what this look says
 * @returns whether the task was left out, and may be there at the next look
 */
export function mayReappear(state: LeftOut, outcome: Outcome<unknown>): boolean {
	const isLeftOut = !outcome.ok && outcome.failure.leftOut === true;
	state.leftOut = isLeftOut ? (state.leftOut ?? 0) + 1 : undefined;
	return state.leftOut !== undefined && state.leftOut < LOOKS;
}
