import { extent } from '../../../../shared/numbers/extent';
import { cellText, COLUMN_TITLES, formatTime } from './columns';
import { summaryText, troubled, type Picture } from './picture';

const CONTROL = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;
const MAX_WIDTH = 40;

const plain = (text: string): string => text.replace(CONTROL, '');

const cut = (text: string): string => {
	const letters = [...text];
	return letters.length > MAX_WIDTH ? `${letters.slice(0, MAX_WIDTH - 1).join('')}…` : text;
};

/** @returns the report as plain text with aligned columns. */
export function toText(picture: Picture): string {
	const { columns, rows, timeZone } = picture;
	const table = [
		columns.map((column) => COLUMN_TITLES[column]),
		...rows.map((row) => columns.map((column) => cut(plain(cellText(row, column, timeZone))))),
	];
	const widths = columns.map(
		(_, index) => extent(table.map((cells) => cells[index].length))?.highest ?? 0,
	);
	const lines = table.map((cells) =>
		cells
			.map((cell, index) => cell.padEnd(widths[index]))
			.join('  ')
			.trimEnd(),
	);
	const attention = troubled(picture).flatMap((row) => [
		`- ${plain(row.name)} (${row.statusText}): ${plain(cellText(row, 'reason', timeZone))}`,
		`  ${plain(row.nextStep)}`,
	]);
	return [
		plain(picture.title),
		`${summaryText(picture)} · ${formatTime(picture.generatedAt, timeZone)} (${timeZone})`,
		...(attention.length > 0 ? ['', 'Needs attention', ...attention] : []),
		...(rows.length > 0 ? ['', ...lines] : []),
		'',
	].join('\n');
}
