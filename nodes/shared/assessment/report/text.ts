import type { Assessment, Finding } from '../types';

/** Control characters, halves of characters, and those that turn the direction of the text around them. */
const UNWANTED = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** @returns a text on one line, without characters that are no text. */
export const oneLine = (text: string): string =>
	text.replace(/\s+/g, ' ').replace(UNWANTED, '').trim();

/** Titles of the table of all forms. */
export const COLUMNS = ['Database', 'Verdict', 'Problems', 'Alarms', 'Not known', 'Size', 'Hours'];

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** @returns a size such as "12.5 GB"; the input is in bytes. */
export function formatBytes(bytes: number): string {
	let value = bytes;
	let unit = 0;
	while (value >= 1024 && unit < UNITS.length - 1) {
		value /= 1024;
		unit++;
	}
	return `${unit === 0 ? value : value.toFixed(1)} ${UNITS[unit]}`;
}

const count = (findings: readonly Finding[], severity: Finding['severity']): string =>
	String(findings.filter((finding) => finding.severity === severity).length);

/** @returns the cells of a pair, in the order of the titles; the medium has to escape them. */
export const cellsOf = ({
	server,
	verdict,
	findings,
	unknown,
	size,
	hours,
}: Assessment): string[] => [
	oneLine(server),
	verdict,
	count(findings, 'failed'),
	count(findings, 'alarm'),
	String(unknown.length),
	formatBytes(size.bytes),
	hours ? `${hours.from} – ${hours.to}` : '–',
];

/** A line of what needs attention. */
export interface Entry {
	title: string;
	/** What is wrong, and what to do. */
	lines: string[];
}

/** @returns what is wrong with a pair, what is not known, and settings to choose. */
export const entriesOf = ({ findings, unknown, hints }: Assessment): Entry[] => [
	...findings.map(({ title, severity, side, object, text, remedy, item }) => ({
		title: oneLine(`${severity === 'failed' ? 'Problem' : 'Alarm'} on the ${side}: ${object}`),
		lines: [`${text} ${remedy}`, `${title} (${item})`].map(oneLine),
	})),
	...unknown.map(({ title, reason, item }) => ({
		title: oneLine(`Not known: ${title} (${item})`),
		lines: [oneLine(reason)],
	})),
	...hints.map(({ text, objects }) => ({
		title: 'Task setting',
		lines: [oneLine(`${text} ${objects.join(', ')}`)],
	})),
];

/** @returns one sentence about all pairs. */
export function summaryOf(assessments: readonly Assessment[]): string {
	const verdicts = ['ready', 'needs work', 'cannot tell'] as const;
	const parts = verdicts.flatMap((verdict) => {
		const number = assessments.filter((each) => each.verdict === verdict).length;
		return number > 0 ? [`${number} ${verdict}`] : [];
	});
	return `${assessments.length} database${assessments.length === 1 ? '' : 's'}: ${parts.join(', ') || 'none'}`;
}

const LOOK_ALIKES: Record<string, string> = { '<': '‹', '>': '›', '`': "'" };

/** @returns the assessments as plain text with aligned columns, which is safe in a block of code of a chat, too. */
export function toText(title: string, assessments: readonly Assessment[]): string {
	const rows = [COLUMNS, ...assessments.map(cellsOf)];
	const widths = COLUMNS.map((_, index) =>
		rows.reduce((most, cells) => Math.max(most, [...cells[index]].length), 0),
	);
	const table = rows.map((cells) =>
		cells
			.map((cell, index) => cell + ' '.repeat(widths[index] - [...cell].length))
			.join('  ')
			.trimEnd(),
	);
	const details = assessments.flatMap((assessment) => {
		const entries = entriesOf(assessment);
		return entries.length === 0
			? []
			: [
					'',
					oneLine(assessment.server),
					...entries.flatMap(({ title: head, lines }) => [
						`- ${head}`,
						...lines.map((line) => `  ${line}`),
					]),
				];
	});
	return [oneLine(title), summaryOf(assessments), '', ...table, ...details, '']
		.join('\n')
		.replace(/[<>`]/g, (character) => LOOK_ALIKES[character]);
}
