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
export const nullCondition = (index: number): string => `(n+${index})%11=0`;

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
