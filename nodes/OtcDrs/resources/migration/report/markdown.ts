import { escapeMarkdown } from '../../../../shared/values/escapeMarkdown';
import { cellText, COLUMN_TITLES } from './columns';
import { attentionTitle, momentText, summaryText, troubled, type Picture } from './picture';
import type { Row } from './row';

function entry({ name, statusText, reason, nextStep }: Row): string {
	const sentences = [reason, nextStep].filter((part) => part !== '').map(escapeMarkdown);
	return `- **${escapeMarkdown(name)}** ${escapeMarkdown(statusText)}: ${sentences.join(' ')}`;
}

/** @returns the report as Markdown: a sentence, what needs attention, and a table. */
export function toMarkdown(picture: Picture): string {
	const { columns, rows, timeZone } = picture;
	const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
	const attention = troubled(picture).map(entry);
	const table =
		rows.length === 0
			? []
			: [
					line(columns.map((column) => COLUMN_TITLES[column])),
					line(columns.map(() => '---')),
					...rows.map((row) =>
						line(columns.map((column) => escapeMarkdown(cellText(row, column, timeZone)))),
					),
				];
	return [
		`# ${escapeMarkdown(picture.title)}`,
		'',
		`${summaryText(picture)} · ${escapeMarkdown(momentText(picture))}`,
		...(attention.length > 0 ? ['', `## ${attentionTitle(picture)}`, '', ...attention] : []),
		...(table.length > 0 ? ['', ...table] : []),
		'',
	].join('\n');
}
