import type { Row, TaskState } from './row';

const URGENCY: readonly TaskState[] = [
	'failed',
	'unknown',
	'paused',
	'waiting',
	'transferring',
	'complete',
	'replicating',
	'stopped',
];

/** How the rows are sorted. */
export type SortBy = 'urgency' | 'name' | 'progress';

/** @returns the rows in order: failed ones and others that need attention first, by name, or by progress; names decide between equals. */
export function sortRows(rows: readonly Row[], by: SortBy): Row[] {
	const byName = (a: Row, b: Row): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
	const rank = ({ state, needsAttention }: Row): number =>
		URGENCY.indexOf(state) + (needsAttention ? 0 : URGENCY.length);
	const share = ({ progress }: Row): number => progress ?? -1;
	return [...rows].sort((a, b) => {
		if (by === 'urgency') return rank(a) - rank(b) || byName(a, b);
		return by === 'progress' ? share(a) - share(b) || byName(a, b) : byName(a, b);
	});
}
