import { quoteName } from '../sql/quote';
import type { Column } from './inventory';

/** SQL that stands for a column in the checksum, and in the key that a person sees. */
export interface Form {
	/** Part of the text of the row; NULL is a text of its own. */
	checksum: string;
	/** The value as text. */
	shown: string;
}

const NUMBERS = ['tinyint', 'smallint', 'mediumint', 'int', 'bigint', 'decimal', 'year'];
const MOMENTS = ['date', 'time', 'datetime'];
const TEXTS = ['char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext', 'enum', 'set'];
const BYTES = ['binary', 'varbinary', 'tinyblob', 'blob', 'mediumblob', 'longblob'];
const SHAPES = [
	...['geometry', 'point', 'linestring', 'polygon', 'multipoint', 'multilinestring'],
	...['multipolygon', 'geometrycollection', 'geomcollection'],
];
/** Types of MariaDB that both sides print alike. */
const PRINTED = ['uuid', 'inet4', 'inet6'];
/** Values of these may be longer than a string function returns, so that they are hashed by themselves. */
const LONG = ['mediumtext', 'longtext', 'mediumblob', 'longblob', 'json'];

const or = (sql: string): string => `ifnull(${sql},'~')`;
/** A length before the bytes keeps neighbours apart. */
const measured = (bytes: string): string => or(`concat(length(${bytes}),':',${bytes})`);
const hashed = (bytes: string): string => or(`sha2(${bytes},256)`);

/**
 * A float whose digits do not depend on how a version prints them: mantissa and exponent, both exact. Two powers of two,
 * because one would leave the range of a double for the smallest numbers.
 */
function floatForm(name: string): string {
	const value = `(${name}+0e0)`;
	const power = `floor(log2(abs(${value})))`;
	const half = `floor(${power}/2)`;
	return or(
		`if(${name}=0,concat(${value}),concat(${power},'e',${value}*pow(2,-${half})*pow(2,${half}-${power})))`,
	);
}

/** @returns the form of a column; undefined for a type of which no form is known that is the same everywhere. */
export function mysqlForm(
	{ name: plain, type, fullType }: Column,
	bothMysql: boolean,
): Form | undefined {
	const name = quoteName('mysql', plain);
	if (type === 'bit' || fullType.includes('zerofill')) {
		return { checksum: or(`${name}+0`), shown: `${name}+0` };
	}
	if (NUMBERS.includes(type) || MOMENTS.includes(type)) return { checksum: or(name), shown: name };
	if (type === 'float' || type === 'double') return { checksum: floatForm(name), shown: name };
	if (type === 'timestamp') {
		return { checksum: or(`unix_timestamp(${name})`), shown: `unix_timestamp(${name})` };
	}
	const makeBytes = LONG.includes(type) ? hashed : measured;
	if (TEXTS.includes(type)) {
		// How CHAR ends may depend on sql_mode of the session; its blanks at the end have no meaning.
		const value = type === 'char' ? `trim(trailing ' ' from ${name})` : name;
		return {
			checksum: makeBytes(`cast(convert(${value} using utf8mb4) as binary)`),
			shown: `convert(${value} using utf8mb4)`,
		};
	}
	if (BYTES.includes(type)) return { checksum: makeBytes(name), shown: `hex(${name})` };
	if (SHAPES.includes(type)) return { checksum: hashed(name), shown: `hex(${name})` };
	if (PRINTED.includes(type)) {
		return { checksum: or(`cast(${name} as char)`), shown: `cast(${name} as char)` };
	}
	if (type === 'json' && bothMysql) {
		return { checksum: hashed(`cast(${name} as char)`), shown: `cast(${name} as char)` };
	}
	return undefined;
}
