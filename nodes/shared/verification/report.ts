import { countVerdicts, type Entry, type Report } from '../report/report';
import type { Difference, KeyDifference, Verification } from './types';

const COLUMNS = ['Database', 'Verdict', 'Tables', 'Identical', 'Differ', 'Not compared', 'Rows'];
const TONES = { identical: 'good', differs: 'bad', 'cannot be compared': 'unsure' } as const;

/** Keys that are named of each table; the items have all of them. */
const MOST_KEYS = 10;

const WHERE: Record<KeyDifference['where'], string> = {
	source: 'only on the source',
	target: 'only on the target',
	both: 'different',
};

const nameOf = ({ server, database }: Verification): string =>
	server === database ? server : `${server}: ${database}`;

const cellsOf = (verification: Verification): string[] => {
	const { verdict, tables, rows } = verification;
	return [
		nameOf(verification),
		verdict,
		...[tables.total, tables.identical, tables.different, tables.incomparable].map(String),
		rows === null ? '–' : `${rows.source} / ${rows.target}`,
	];
};

function keysOf({ keys = [] }: Difference): string[] {
	if (keys.length === 0) return [];
	const named = keys
		.slice(0, MOST_KEYS)
		.map(({ key, where }) => `(${key.map((value) => value ?? 'NULL').join(', ')}) ${WHERE[where]}`);
	const more = keys.length > MOST_KEYS ? `, and ${keys.length - MOST_KEYS} more` : '';
	return [`Rows by their keys: ${named.join(', ')}${more}.`];
}

const entriesOf = ({ differences, incomparable, notes, next }: Verification): Entry[] => [
	...differences.map((difference) => ({
		title: `Differs (${difference.kind}): ${difference.object}`,
		lines: [difference.text, ...keysOf(difference)],
	})),
	...incomparable.map(({ object, reason }) => ({
		title: `Not compared: ${object}`,
		lines: [reason],
	})),
	...(notes.length > 0 ? [{ title: 'Notes', lines: notes }] : []),
	...(next === null
		? []
		: [{ title: 'Not finished', lines: [`Run the statements of the level "${next}".`] }]),
];

/** @returns the verifications as a report: what differs in each database, down to the keys, and what was not compared. */
export const verificationReport = (title: string, results: readonly Verification[]): Report => ({
	title,
	summary: countVerdicts(
		results.map(({ verdict }) => verdict),
		['identical', 'differs', 'cannot be compared'],
	),
	columns: COLUMNS,
	rows: results.map((each) => ({ cells: cellsOf(each), tone: TONES[each.verdict] })),
	details: results.map((each) => ({ heading: nameOf(each), entries: entriesOf(each) })),
});
