import { countVerdicts, type Entry, type Report } from '../report/report';
import type { Assessment, Finding } from './types';

const COLUMNS = ['Database', 'Verdict', 'Problems', 'Alarms', 'Not known', 'Size', 'Hours'];
const TONES = { ready: 'good', 'needs work': 'bad', 'cannot tell': 'unsure' } as const;
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** @returns a size such as "12.5 GB"; the input is in bytes. */
function formatBytes(bytes: number): string {
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

const cellsOf = ({ server, verdict, findings, unknown, size, hours }: Assessment): string[] => [
	server,
	verdict,
	count(findings, 'failed'),
	count(findings, 'alarm'),
	String(unknown.length),
	formatBytes(size.bytes),
	hours ? `${hours.from} – ${hours.to}` : '–',
];

const entriesOf = ({ findings, unknown, hints }: Assessment): Entry[] => [
	...findings.map(({ title, severity, side, object, text, remedy, item }) => ({
		title: `${severity === 'failed' ? 'Problem' : 'Alarm'} on the ${side}: ${object}`,
		lines: [`${text} ${remedy}`, `${title} (${item})`],
	})),
	...unknown.map(({ title, reason, item }) => ({
		title: `Not known: ${title} (${item})`,
		lines: [reason],
	})),
	...hints.map(({ text, objects }) => ({
		title: 'Setting of the task',
		lines: [`${text} ${objects.join(', ')}`],
	})),
];

/** @returns the assessments as a report: what is wrong with each pair, what is not known, and settings to choose. */
export const assessmentReport = (title: string, assessments: readonly Assessment[]): Report => ({
	title,
	summary: countVerdicts(
		assessments.map(({ verdict }) => verdict),
		['ready', 'needs work', 'cannot tell'],
	),
	columns: COLUMNS,
	rows: assessments.map((each) => ({ cells: cellsOf(each), tone: TONES[each.verdict] })),
	details: assessments.map((each) => ({ heading: each.server, entries: entriesOf(each) })),
});
