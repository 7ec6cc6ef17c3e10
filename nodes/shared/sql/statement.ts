import { fieldsSql } from './fields';
import type { Side, SqlFamily } from './family';
import { quoteLiteral } from './quote';

/** A statement for a person or a node to run. It is one line, because n8n's MySQL node takes out line breaks. */
export interface SqlStatement {
	/** Which statement it is, such as `catalog` or `contents app.orders`. */
	name: string;
	sql: string;
	/** It may be refused for want of a privilege or by some versions; its rows are then simply missing. */
	mayFail: boolean;
}

/** A part of a statement of self-describing rows. */
export interface RowSource {
	/** The name of the check. */
	check: string;
	/** SQL of the fields of the object. */
	object?: readonly string[];
	/** SQL of the fields of the value. */
	value?: readonly string[];
	/** What follows the list of columns: `from …`. */
	from?: string;
}

/** Who the rows speak of. */
export interface RowOrigin {
	family: SqlFamily;
	/** What the rows call the pair of databases: source and target of one task have the same. */
	server: string;
	side: Side;
}

/**
 * @param origin who the rows speak of
 * @param source what they say
 * @returns a SELECT with the columns `server`, `check`, `object`, `value`
 */
export function rowsSql(origin: RowOrigin, { check, object, value, from }: RowSource): string {
	const { family, server, side } = origin;
	const text = (sql: string): string =>
		family === 'mysql' ? `convert(${sql} using utf8mb4)` : `(${sql})::text`;
	const name = (column: string): string => (family === 'mysql' ? `\`${column}\`` : `"${column}"`);
	const fields = (part: 'object' | 'value', sql: readonly string[] | undefined): string =>
		sql && sql.length > 0 ? text(fieldsSql(family, part, sql)) : text("''");
	const columns = [
		`${text(quoteLiteral(family, server))} as ${name('server')}`,
		`${text(quoteLiteral(family, `${side}.${check}`))} as ${name('check')}`,
		`${fields('object', object)} as ${name('object')}`,
		`${fields('value', value)} as ${name('value')}`,
	];
	return `select ${columns.join(', ')}${from ? ` ${from}` : ''}`;
}

/** @returns one statement of all parts. */
export const unionSql = (origin: RowOrigin, sources: readonly RowSource[]): string =>
	sources.map((source) => rowsSql(origin, source)).join(' union all ');

/**
 * @param databases that a statement of MySQL is limited to
 * @returns the part that tells so to whoever reads the rows; none where it is not limited
 */
export const askedSource = (databases: readonly string[]): RowSource[] =>
	databases.length === 0
		? []
		: [{ check: 'asked', value: databases.map((name) => quoteLiteral('mysql', name)) }];
