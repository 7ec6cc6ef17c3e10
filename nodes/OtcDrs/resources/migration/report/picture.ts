import type { Column } from './columns';
import type { Row, TaskState } from './row';

/** All that a report shows; every medium draws it in its own way. */
export interface Picture {
	title: string;
	/** Milliseconds since 1970. */
	generatedAt: number;
	timeZone: string;
	columns: readonly Column[];
	counts: Record<TaskState | 'total', number>;
	rows: readonly Row[];
}

/** The states in the words of the summary, in its order. */
const STATE_WORDS: ReadonlyArray<[state: TaskState, words: string]> = [
	['failed', 'failed'],
	['unknown', 'could not be read'],
	['paused', 'paused'],
	['waiting', 'not started'],
	['transferring', 'transferring'],
	['complete', 'transferred'],
	['replicating', 'replicating'],
	['stopped', 'stopped'],
];

/** @returns the states that occur, with their numbers and words. */
export const summaryParts = ({
	counts,
}: Picture): Array<{ state: TaskState; count: number; words: string }> =>
	STATE_WORDS.map(([state, words]) => ({ state, words, count: counts[state] })).filter(
		({ count }) => count > 0,
	);

/** @returns how many tasks there are, such as "12 tasks". */
export function totalText({ counts: { total } }: Picture): string {
	return total === 0 ? 'No tasks' : `${total} ${total === 1 ? 'task' : 'tasks'}`;
}

/** @returns one sentence about the fleet, such as "12 tasks: 1 failed, 11 replicating". */
export function summaryText(picture: Picture): string {
	const parts = summaryParts(picture).map(({ count, words }) => `${count} ${words}`);
	return [totalText(picture), parts.join(', ')].filter((part) => part !== '').join(': ');
}

/** @returns the rows that need somebody: failed ones and those that could not be read. */
export const troubled = ({ rows }: Picture): Row[] =>
	rows.filter(({ state }) => state === 'failed' || state === 'unknown');
