import { advantage, OWN, type Measure, type Row } from './row.mts';

const SIGNIFICANT = 3;

const round = (value: number): string =>
	value >= 1_000
		? Math.round(value).toLocaleString('en-US')
		: String(Number(value.toPrecision(SIGNIFICANT)));

const cell = (value: Measure | undefined): string =>
	value === undefined ? '' : `${round(value.median)} ${value.unit}`.trim();

/** @returns the lowest and the highest of the first quantity, and of how many runs; empty for a single run. */
function spread({ values }: Row): string {
	const [first] = Object.values(values);
	if (first === undefined || first.runs < 2) return '';
	return `${round(first.lowest)} to ${round(first.highest)}, ${first.runs} runs`;
}

/** @returns how many times better OTC DRS did the same work by the first quantity; empty where there is no peer. */
function againstOwn(rows: readonly Row[], row: Row): string {
	if (row.noPeer) return '';
	const own = rows.find(
		({ part, work, subject }) => part === row.part && work === row.work && subject === OWN,
	);
	const [quantity] = Object.keys(row.values);
	if (own === undefined || own === row || quantity === undefined) return '';
	const ratio = advantage(rows, own, row.subject, quantity);
	return ratio === undefined ? '' : `${round(ratio)} ×`;
}

/**
 * @param rows of all parts
 * @returns a Markdown table for each part: what each subject needed (medians), the spread of the first column of figures,
 * and how many times better OTC DRS is by that column
 */
export function toTable(rows: readonly Row[]): string {
	const parts = [...new Set(rows.map(({ part }) => part))];
	return parts
		.map((part) => {
			const own = rows.filter((row) => row.part === part);
			const quantities = [...new Set(own.flatMap(({ values }) => Object.keys(values)))];
			const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
			const head = ['work', 'subject', ...quantities, 'from … to', `${OWN} is better by`];
			return [
				`### ${part}`,
				'',
				line(head),
				line(head.map(() => '---')),
				...own.map((row) =>
					line([
						row.work,
						row.subject,
						...quantities.map((quantity) => cell(row.values[quantity])),
						spread(row),
						againstOwn(own, row),
					]),
				),
			].join('\n');
		})
		.join('\n\n');
}
