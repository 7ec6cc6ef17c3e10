import { tidy, type Report } from './report';

const LOOK_ALIKES: Record<string, string> = { '<': '‹', '>': '›', '`': "'" };

/** @returns the report as plain text with aligned columns, which is safe in a block of code of a chat, too. */
export function toText(report: Report): string {
	const { title, summary, columns, rows, details } = tidy(report);
	const lines = [columns, ...rows.map(({ cells }) => cells)];
	const widths = columns.map((_, index) =>
		lines.reduce((most, cells) => Math.max(most, [...cells[index]].length), 0),
	);
	const table = lines.map((cells) =>
		cells
			.map((cell, index) => cell + ' '.repeat(widths[index] - [...cell].length))
			.join('  ')
			.trimEnd(),
	);
	const sections = details.flatMap(({ heading, entries }) => [
		'',
		heading,
		...entries.flatMap(({ title: head, lines: more }) => [
			`- ${head}`,
			...more.map((text) => `  ${text}`),
		]),
	]);
	return [title, summary, '', ...table, ...sections, '']
		.join('\n')
		.replace(/[<>`]/g, (character) => LOOK_ALIKES[character]);
}
