import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { useCloud } from '../support/cloud.mts';
import { runTemplate } from '../support/templates.mts';

const { simulator } = useCloud();

const TITLES = ['name', 'sourceHost', 'targetHost', 'targetInstance', 'subnet'];
const REST = [
	'10.0.0.5',
	'10.0.1.5',
	'e05a3679efe241d8b5dee80b17c1a863in01',
	'352ad828-3467-4f03-987a-c55a5a9dd417',
];
const HEADER = TITLES.join(',');
const row = (name: string, ...more: string[]) => [name, ...REST, ...more].join(',');
const lines = (...rows: string[]) => rows.join('\n');
const GOOD = [HEADER, row('shop-1'), row('shop-2')];

/** Uploads a file; nobody approves the plan. */
async function upload(file: string | Buffer) {
	const emails: Array<[string, IDataObject]> = [];
	const data = Buffer.from(file).toString('base64');
	const { status, items } = await runTemplate(simulator.url, 'fleet-from-csv', 'Upload Databases', {
		pinData: {
			'Upload Databases': [
				{ json: {}, binary: { Databases: { data, mimeType: 'text/csv', fileName: 'fleet.csv' } } },
			],
			'Ask for Approval': [{ json: { data: { Decision: 'Do not apply it' } } }],
		},
		onEmail: (node, input) => emails.push([node, input]),
	});
	expect(status).toBe('success');
	expect(simulator.tasks.all()).toEqual([]);
	const rows = items('Read Databases').map(({ json }) => json);
	return { emails, rows, plan: items('Plan All')[0]?.json };
}

const bom = '\uFEFF';
const semicolons = (text: string) => text.replaceAll(',', ';');

describe('Fleet from a CSV File reads each row of', () => {
	it.each<[string, string | Buffer, number[]]>([
		['a plain file', lines(...GOOD), [2, 3]],
		['a file with a byte order mark', bom + lines(...GOOD), [2, 3]],
		['semicolons', semicolons(lines(...GOOD)), [2, 3]],
		['semicolons and a byte order mark', bom + semicolons(lines(...GOOD)), [2, 3]],
		['tabs', lines(...GOOD).replaceAll(',', '\t'), [2, 3]],
		['line ends of Windows', GOOD.join('\r\n') + '\r\n', [2, 3]],
		['line ends of old Macs', GOOD.join('\r'), [2, 3]],
		['blank rows', lines('', GOOD[0], '', GOOD[1], ',,,,', ' ', GOOD[2], ''), [4, 7]],
		[
			'blanks around values',
			lines(...GOOD)
				.replaceAll(',', ' , ')
				.replaceAll('\n', ' \n '),
			[2, 3],
		],
		['titles in other case', lines(HEADER.toUpperCase(), ...GOOD.slice(1)), [2, 3]],
		['commas at the ends', lines(...GOOD.map((line) => `${line},,`)), [2, 3]],
		['quotes', lines(...GOOD).replaceAll(/[^,\n]+/g, '"$&"'), [2, 3]],
		[
			'quotes with line breaks, commas and quotes, and umlauts',
			lines(`${HEADER},comment`, row('shop-1', '"Käse,\n ""Öl"""'), row('shop-2', 'Größe')),
			[2, 3],
		],
	])('%s', async (_, file, numbers) => {
		const { rows, plan, emails } = await upload(file);
		expect(rows.map(({ row: number, name }) => [number, name])).toEqual(
			numbers.map((number, index) => [number, `shop-${index + 1}`]),
		);
		for (const { name, sourceHost, targetHost, targetInstance, subnet } of rows) {
			expect([sourceHost, targetHost, targetInstance, subnet]).toEqual(REST);
			expect(name).toMatch(/^shop-\d$/);
		}
		expect(plan.counts).toMatchObject({ total: rows.length, create: rows.length, blocked: 0 });
		expect(emails.map(([node]) => node)).toEqual(['Email Plan']);
	});

	it('the template file', async () => {
		const path = join(__dirname, '..', '..', 'workflows', 'fleet-from-csv.csv');
		const file = readFileSync(path, 'utf8');
		const { rows, plan } = await upload(file);
		expect([rows.length, plan.counts]).toEqual([1, expect.objectContaining({ create: 1 })]);
		const form = readFileSync(path.replace(/csv$/, 'json'), 'utf8');
		expect(form).toContain(JSON.stringify(file.trimEnd()).slice(1, -1));
	});

	it('values with quotes, line breaks and umlauts as they are, and ports', async () => {
		const header = `${HEADER},comment,sourcePort,targetPort`;
		const { rows } = await upload(
			lines(header, row('shop-1', '"Käse,\n ""Öl"""', '3307', ''), row('shop-2', '', '', '3308')),
		);
		expect(rows).toMatchObject([
			{ comment: 'Käse,\n "Öl"', sourcePort: 3307, targetPort: 3306 },
			{ comment: '', sourcePort: 3306, targetPort: 3308 },
		]);
	});
});

describe('Fleet from a CSV File plans nothing, and names the rows to correct, with', () => {
	const withRow = (wrong: string, header = HEADER) =>
		lines(header, row('shop-1'), '', wrong, row('shop-2'));

	it.each<[string, string | Buffer, Array<string | RegExp>]>([
		[
			'a column that is missing',
			lines(...GOOD).replace('subnet', 'network'),
			['The column subnet is missing.', /^The column "network" is unknown/],
		],
		['a column that is unknown', lines(`${HEADER},owner`), [/^The column "owner" is unknown/]],
		['a column twice', lines(`${HEADER},Name`), ['The column name is there twice.']],
		[
			'a row that is too long',
			withRow(row('shop-3', 'more')),
			['Row 4: it has 6 values, and the header has 5.'],
		],
		['a row that is too short', withRow(row('shop-3').slice(0, -37)), ['Row 4: subnet is empty.']],
		['an empty value', withRow(row('')), ['Row 4: name is empty.']],
		[
			'a name twice, in other case',
			withRow(row('SHOP-1')),
			['Row 4: name "SHOP-1" is also the name of row 2. Names are not case-sensitive.'],
		],
		['a name with umlauts', withRow(row('Käse-1')), [/^Row 4: name "Käse-1" has to have 4 to 50/]],
		['a name that is too short', withRow(row('x')), [/^Row 4: name "x" has to have 4 to 50/]],
		...['70000', '0', '3306/tcp', '3.306'].map((port): [string, string, string[]] => [
			`the port ${port}`,
			withRow(row('shop-3', port), `${HEADER},sourcePort`),
			[`Row 4: sourcePort "${port}" is not a number from 1 to 65535.`],
		]),
		[
			'a quotation mark that is not closed, after a row with a line break',
			lines(`${HEADER},comment`, row('shop-1', '"a\nb"'), row('shop-2', '"c'), row('shop-3')),
			[/^Row 3: a quotation mark is not closed/],
		],
		['a quotation mark in a value', withRow(row('sh"op')), [/^Row 4: .*in the middle of a value/]],
		['text after a quotation mark', withRow(row('"sh"op')), [/^Row 4: .*in the middle of a value/]],
		[
			'several rows that are wrong',
			lines(HEADER, row('x'), row('shop-1'), row(''), row('shop-1')),
			[/^Row 2: /, /^Row 4: /, /^Row 5: /],
		],
		[
			'characters of another encoding',
			Buffer.from(lines(`${HEADER},comment`, row('shop-1', 'Käse')), 'latin1'),
			['Row 2: it has characters that are not UTF-8. Save the file as CSV UTF-8.'],
		],
		[
			'UTF-16',
			Buffer.from(bom + lines(...GOOD), 'utf16le'),
			['The file is not UTF-8. Save it as CSV UTF-8.'],
		],
		['no rows', `${HEADER}\n,,,,\n`, ['The file has no databases.']],
		['nothing in it', bom, ['The file has no databases.']],
	])('%s', async (_, file, problems) => {
		const { emails, plan, rows } = await upload(file);
		expect(rows).toEqual([
			{
				refused: problems.length,
				problems: problems.map((problem) =>
					typeof problem === 'string' ? problem : expect.stringMatching(problem),
				),
			},
		]);
		expect([plan, emails]).toEqual([undefined, [['Email Refusal', rows[0]]]]);
		expect(simulator.journal.count('createTasks')).toBe(0);
	});
});
