import { cellText, COLUMN_TITLES, formatTime } from './columns';
import { summaryText, troubled, type Picture } from './picture';

const CONTROL = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Makes a text harmless in Markdown of GitHub, Slack and Teams: no formatting, no link, no picture, no HTML, no mention.
 *
 * @returns the text on one line
 */
export function escapeMarkdown(text: string): string {
	return text
		.replace(/\s+/g, ' ')
		.replace(CONTROL, '')
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/[\\`*_[\]()#|~!]/g, '\\$&')
		.replace(/@/g, '@\u200b')
		.replace(/:\/\//g, ':\u200b//');
}

/** @returns the report as Markdown: a sentence, what needs attention, and a table. */
export function toMarkdown(picture: Picture): string {
	const { columns, rows, timeZone } = picture;
	const time = `${formatTime(picture.generatedAt, timeZone)} (${timeZone})`;
	const attention = troubled(picture).map((row) => {
		const reason = escapeMarkdown(cellText(row, 'reason', timeZone));
		return `- **${escapeMarkdown(row.name)}** ${escapeMarkdown(row.statusText)}: ${reason} ${escapeMarkdown(row.nextStep)}`;
	});
	const table =
		rows.length === 0
			? []
			: [
					`| ${columns.map((column) => COLUMN_TITLES[column]).join(' | ')} |`,
					`|${columns.map(() => '---').join('|')}|`,
					...rows.map(
						(row) =>
							`| ${columns.map((column) => escapeMarkdown(cellText(row, column, timeZone))).join(' | ')} |`,
					),
				];
	return [
		`# ${escapeMarkdown(picture.title)}`,
		'',
		`${summaryText(picture)} · ${escapeMarkdown(time)}`,
		...(attention.length > 0 ? ['', '## Needs attention', '', ...attention] : []),
		...(table.length > 0 ? ['', ...table] : []),
		'',
	].join('\n');
}
