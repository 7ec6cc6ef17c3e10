import { extent } from '../../../../shared/values/extent';
import { cleanText } from './clean';
import { cellText, COLUMN_TITLES } from './columns';
import { attentionTitle, momentText, summaryText, troubled, type Picture } from './picture';
import type { Row } from './row';

const MAX_WIDTH = 40;

const LOOK_ALIKES: Record<string, string> = { '<': '‹', '>': '›', '`': "'" };

/** Chats read commands between < and >, and end a block of code at backticks: others that look alike stand for them. */
const plain = (text: string): string =>
	text.replace(/[<>`]/g, (character) => LOOK_ALIKES[character]);

const widthOf = (text: string): number => [...text].length;

function entry({ name, statusText, reason, nextStep }: Row): string[] {
	return [
		`- ${name} (${statusText})${reason === '' ? '' : `: ${reason}`}`,
		...(nextStep === '' ? [] : [`  ${nextStep}`]),
	];
}

function table({ columns, rows, timeZone }: Picture): string[] {
	const lines = [
		columns.map((column) => COLUMN_TITLES[column]),
		...rows.map((row) =>
			columns.map((column) => cleanText(cellText(row, column, timeZone), MAX_WIDTH)),
		),
	];
	const widths = columns.map(
		(_, index) => extent(lines.map((cells) => widthOf(cells[index])))?.highest ?? 0,
	);
	const pad = (cell: string, index: number): string =>
		cell + ' '.repeat(widths[index] - widthOf(cell));
	return lines.map((cells) => cells.map(pad).join('  ').trimEnd());
}

/** @returns the report as plain text with aligned columns, which is safe in a block of code of a chat, too. */
export function toText(picture: Picture): string {
	const attention = troubled(picture).flatMap(entry);
	const lines = [
		picture.title,
		`${summaryText(picture)} · ${momentText(picture)}`,
		...(attention.length > 0 ? ['', attentionTitle(picture), ...attention] : []),
		...(picture.rows.length > 0 ? ['', ...table(picture)] : []),
		'',
	];
	return plain(lines.join('\n'));
}
