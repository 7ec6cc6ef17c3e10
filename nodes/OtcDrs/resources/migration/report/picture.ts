import { cleanText } from './clean';
import { formatTime, type Column } from './columns';
import { countStates, type Counts } from './countStates';
import type { Row, TaskState } from './row';
import { sortRows, type SortBy } from './sortRows';

/** How a report looks, besides its tasks. */
export interface Look {
	title: string;
	/** Milliseconds since 1970. */
	generatedAt: number;
	timeZone: string;
	columns: readonly Column[];
	sortBy: SortBy;
	/** What the states of the rows are called, and what a row is; those of a report by default. */
	words?: SummaryWords;
}

/** The words of a summary. */
export interface SummaryWords {
	noun: [one: string, several: string];
	states: ReadonlyArray<[state: TaskState, words: string]>;
}

/** All that a report shows, as clean text; every medium draws it in its own way, and escapes what means something to it. */
export interface Picture extends Look {
	counts: Counts;
	rows: readonly Row[];
}

const MAX_TITLE = 120;
const MAX_NAME = 80;
const MAX_WORD = 60;
const MAX_SENTENCE = 300;

const cleanRow = (row: Row): Row => ({
	...row,
	name: cleanText(row.name, MAX_NAME) || '(no name)',
	engine: cleanText(row.engine, MAX_WORD),
	scenario: cleanText(row.scenario, MAX_WORD),
	statusText: cleanText(row.statusText, MAX_WORD),
	reason: cleanText(row.reason, MAX_SENTENCE),
	nextStep: cleanText(row.nextStep, MAX_SENTENCE),
	currency: cleanText(row.currency ?? '', MAX_WORD),
	steps: cleanText(row.steps ?? '', MAX_SENTENCE),
});

/**
 * @param look how the report looks
 * @param rows its tasks, with texts as the service gave them
 * @returns what the report shows: the tasks in order and counted, all texts clean and not too long
 */
export const toPicture = (look: Look, rows: readonly Row[]): Picture => ({
	...look,
	title: cleanText(look.title, MAX_TITLE),
	counts: countStates(rows),
	rows: sortRows(rows, look.sortBy).map(cleanRow),
});

/** The words of a report; the states in the order of the summary. */
const REPORT_WORDS: SummaryWords = {
	noun: ['task', 'tasks'],
	states: [
		['failed', 'failed'],
		['unknown', 'could not be read'],
		['paused', 'paused'],
		['waiting', 'not started'],
		['transferring', 'transferring'],
		['complete', 'transferred'],
		['replicating', 'replicating'],
		['stopped', 'stopped'],
	],
};

/** @returns the states that occur, with their numbers and words. */
export const summaryParts = ({
	counts,
	words: { states } = REPORT_WORDS,
}: Picture): Array<{ state: TaskState; count: number; words: string }> =>
	states
		.map(([state, words]) => ({ state, words, count: counts[state] }))
		.filter(({ count }) => count > 0);

/** @returns how many tasks there are, such as "12 tasks". */
export function totalText({ counts: { total }, words: { noun } = REPORT_WORDS }: Picture): string {
	const [one, several] = noun;
	return total === 0 ? `No ${several}` : `${total} ${total === 1 ? one : several}`;
}

/** @returns one sentence about the fleet, such as "12 tasks: 1 failed, 11 replicating". */
export function summaryText(picture: Picture): string {
	const parts = summaryParts(picture).map(({ count, words }) => `${count} ${words}`);
	return [totalText(picture), parts.join(', ')].filter((part) => part !== '').join(': ');
}

/** @returns the moment of the report, such as "2026-11-02 09:15 (Europe/Berlin)". */
export const momentText = ({ generatedAt, timeZone }: Picture): string =>
	`${formatTime(generatedAt, timeZone)} (${timeZone})`;

/** @returns the rows that somebody has to look at. */
export const troubled = ({ rows }: Picture): Row[] =>
	rows.filter(({ needsAttention }) => needsAttention);

/** @returns the heading of these rows. */
export const attentionTitle = ({ counts }: Picture): string =>
	`Needs attention: ${counts.attention}`;
