import type { DifferenceKind } from '../../../nodes/shared/verification/types';

/** How the primary key of a table of the test is made. */
export type KeyKind = 'integer' | 'big' | 'pair' | 'text' | 'none' | 'bytes';

export const KEY_KINDS: readonly KeyKind[] = ['integer', 'big', 'pair', 'text', 'none', 'bytes'];

/** A column of every table of the test, with the SQL of its value in row `n`; `h` is a hash of row, table and seed. */
export interface TestColumn {
	name: string;
	type: string;
	value: string;
	/** A generated column has no value of its own. */
	isGenerated?: boolean;
}

/** A difference that is made on the target. */
export interface Plant {
	name: string;
	/** The column that it changes, to choose a row in which it is not NULL. */
	column?: string;
	/** The kind of key of the table that it needs. */
	key?: KeyKind;
	/** Statements on the target; `{t}` is the table, `{n}` the number of the row. */
	make: string[];
	/** What has to be found; contents at the row `{n}` where nothing else is said. */
	kind?: DifferenceKind;
	/** The object, if it is not the table. */
	object?: string;
	/** How many rows differ by their keys; 1 where nothing is said. */
	keys?: number;
	/** The difference is said to be incomparable or is found in the structure, so that contents do not matter. */
	structureOnly?: boolean;
}

/** @returns whether a column is NULL in a row: the one of eleven. */
const nullCondition = (index: number): string => `(n+${index})%11=0`;

/** @returns a row in which a column is not NULL. */
export function rowFor(columns: readonly TestColumn[], column: string | undefined): number {
	const index = columns.findIndex(({ name }) => name === column);
	let row = 23;
	while (index >= 0 && (row + index) % 11 === 0) row++;
	return row;
}

/** @returns the name of the table with a number. */
export const tableName = (index: number): string => `t${String(index).padStart(2, '0')}`;

/** @returns the key that verification shows of a row. */
export function shownKey(kind: KeyKind, row: number): string[] {
	const hex = row.toString(16).padStart(16, '0');
	switch (kind) {
		case 'integer':
			return [String(row)];
		case 'big':
			return [String(BigInt(row) * 1_000_003n)];
		case 'pair':
			return [String(row % 100), `k${row}`];
		case 'text':
			return [`K ${row} ä`];
		default:
			return [hex.toUpperCase()];
	}
}

/** How a primary key is made and filled. */
export interface TestKey {
	columns: string;
	key: string;
	names: string[];
	values: string[];
}

/** What the SQL of one family has of its own. */
export interface Dialect {
	columns: readonly TestColumn[];
	keys: Record<KeyKind, TestKey>;
	/** SQL of a value that is NULL under a condition. */
	nullIf(condition: string, value: string): string;
	/** SQL of the rows `n` with their hash `h`, in parentheses. */
	rows(count: number, salt: string): string;
}

/** @returns the statements that make and fill a table; the same on both sides. */
export function tableSql(
	{ columns, keys, nullIf, rows: rowsSql }: Dialect,
	index: number,
	rows: number,
	seed: number,
): string[] {
	const key = keys[KEY_KINDS[index % KEY_KINDS.length]];
	const declared = columns.map(({ name, type }) => `${name} ${type}`);
	const filled = columns.filter(({ isGenerated }) => !isGenerated);
	const values = filled.map((column) =>
		nullIf(nullCondition(columns.indexOf(column)), column.value),
	);
	const table = tableName(index);
	const parts = ['n int', key.columns, ...declared, key.key].filter((part) => part !== '');
	const names = ['n', ...key.names, ...filled.map(({ name }) => name)];
	return [
		`create table ${table} (${parts.join(', ')})`,
		`insert into ${table} (${names.join(',')}) select ${['n', ...key.values, ...values].join(',')} from ${rowsSql(rows, `${seed}/${table}/`)} r`,
	];
}

/** @returns the statement that gives a column of the row `{n}` another value. */
export const change = (column: string, value: string): string[] => [
	`update {t} set ${column}=${value} where n={n}`,
];

/**
 * Differences that both families have in the same words.
 *
 * @param append SQL of a column with a letter more
 * @param number a column of small numbers
 */
export const commonPlants = (append: (column: string) => string, number: string): Plant[] => [
	{ name: 'NULL against empty', column: 'name', make: change('name', 'null') },
	{ name: 'CHAR with another letter', column: 'fixed', make: change('fixed', "'other'") },
	{ name: 'a cent', column: 'amount', make: change('amount', 'amount+0.000001') },
	{
		name: 'a UUID',
		column: 'id128',
		make: change('id128', "'00000000-0000-0000-0000-000000000001'"),
	},
	{ name: 'a lost row', make: ['delete from {t} where n={n}'] },
	{
		name: 'a row more',
		key: 'integer',
		keys: 1,
		make: ['insert into {t} (n,id) values ({n},900000001)'],
	},
	{
		name: 'a changed key',
		key: 'text',
		keys: 2,
		make: [`update {t} set id=${append('id')} where n={n}`],
	},
	{
		name: 'two rows that swapped their values',
		key: 'pair',
		keys: 2,
		make: ['update {t} set n=case n when {n} then 40 else {n} end where n in ({n},40)'],
	},
	{
		name: 'a doubled row without key',
		key: 'none',
		keys: 0,
		make: [`insert into {t} (n,x,${number}) select n,x,${number} from {t} where n={n}`],
	},
	{ name: 'a lost row without key', key: 'none', keys: 0, make: ['delete from {t} where n={n}'] },
	{
		name: 'a changed row without key',
		key: 'none',
		keys: 0,
		make: ['update {t} set x=x+1 where n={n}'],
	},
	{ name: 'a lost table', kind: 'table', make: ['drop table {t}'], structureOnly: true },
];
