import { escapeMarkdown } from '../values/escapeMarkdown';
import { tidy, type Report } from './report';

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** @returns the report as Markdown: a sentence, a table, and what needs attention. */
export function toMarkdown(report: Report): string {
	const { title, summary, columns, rows, details } = tidy(report);
	const sections = details.flatMap(({ heading, entries }) => [
		'',
		`## ${escapeMarkdown(heading)}`,
		'',
		...entries.map(
			({ title: head, lines }) =>
				`- **${escapeMarkdown(head)}** ${lines.map(escapeMarkdown).join(' ')}`,
		),
	]);
	return [
		`# ${escapeMarkdown(title)}`,
		'',
		escapeMarkdown(summary),
		'',
		line(columns),
		line(columns.map(() => '---')),
		...rows.map(({ cells }) => line(cells.map(escapeMarkdown))),
		...sections,
		'',
	].join('\n');
}
