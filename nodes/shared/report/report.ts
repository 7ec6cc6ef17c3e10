import { oneLine } from '../values/oneLine';

/** How a verdict is meant, which decides its color. */
export type Tone = 'good' | 'bad' | 'unsure';

/** A database in the table of a report. */
export interface ReportRow {
	/** One text for each column; the second is the verdict. */
	cells: string[];
	tone: Tone;
}

/** A line of what needs attention. */
export interface Entry {
	title: string;
	/** What is wrong, and what to do. */
	lines: string[];
}

/** A report for people, before it has a form. No text is escaped; each form does that. */
export interface Report {
	title: string;
	/** One sentence. */
	summary: string;
	columns: readonly string[];
	rows: ReportRow[];
	/** What needs attention, by database. */
	details: Array<{ heading: string; entries: Entry[] }>;
}

/** @returns the report with every text on one line, and without databases that need no attention. */
export const tidy = (report: Report): Report => ({
	title: oneLine(report.title),
	summary: oneLine(report.summary),
	columns: report.columns,
	rows: report.rows.map(({ cells, tone }) => ({ cells: cells.map(oneLine), tone })),
	details: report.details
		.filter(({ entries }) => entries.length > 0)
		.map(({ heading, entries }) => ({
			heading: oneLine(heading),
			entries: entries.map(({ title, lines }) => ({
				title: oneLine(title),
				lines: lines.map(oneLine),
			})),
		})),
});

/**
 * @param verdicts of all databases
 * @param kinds that a verdict can be, in the order in which they are named
 * @returns one sentence such as "3 databases: 2 ready, 1 needs work"
 */
export function countVerdicts<Verdict extends string>(
	verdicts: readonly Verdict[],
	kinds: readonly Verdict[],
): string {
	const parts = kinds.flatMap((kind) => {
		const number = verdicts.filter((verdict) => verdict === kind).length;
		return number > 0 ? [`${number} ${kind}`] : [];
	});
	return `${verdicts.length} database${verdicts.length === 1 ? '' : 's'}: ${parts.join(', ') || 'none'}`;
}
