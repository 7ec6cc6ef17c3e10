import type { Row, TaskState } from './row';

/** How many tasks there are, need attention, and are in each state. */
export type Counts = Record<TaskState | 'total' | 'attention', number>;

/** @returns the numbers of the tasks. */
export function countStates(rows: readonly Row[]): Counts {
	const counts: Counts = {
		total: rows.length,
		attention: rows.filter(({ needsAttention }) => needsAttention).length,
		failed: 0,
		unknown: 0,
		paused: 0,
		waiting: 0,
		transferring: 0,
		complete: 0,
		replicating: 0,
		stopped: 0,
	};
	for (const { state } of rows) counts[state]++;
	return counts;
}
