import type { SqlFamily } from '../sql/family';
import { joinFields } from '../sql/fields';
import { quoteLiteral, quotePath } from '../sql/quote';
import { rowsSql, type RowOrigin, type SqlStatement } from '../sql/statement';
import type { TablePlan } from './plan';

/** Stands for a row whose hash is NULL because a value is too large: larger than the sum of all hashes of a table. */
const UNREADABLE = `1${'0'.repeat(30)}`;

/** Settings under which PostgreSQL prints every type in the same way, for this one statement. */
const ALIKE = Object.entries({
	TimeZone: 'UTC',
	DateStyle: 'ISO, YMD',
	IntervalStyle: 'postgres',
	bytea_output: 'hex',
	extra_float_digits: '3',
	lc_monetary: 'C',
	xmlbinary: 'base64',
	xmloption: 'content',
})
	.map(([name, value]) => `set_config('${name}','${value}',true)`)
	.join(',');

/** SQL of the pieces of one table. */
interface Pieces {
	/** What comes before `select`. */
	head: string;
	from: string;
	/** The number of the chunk of a row. */
	chunk: string;
	/** The hash of a row as a number; of MySQL NULL when a value is too large. */
	hash: string;
}

function mysqlPieces(plan: TablePlan): Pieces {
	const key = plan.key.map(({ checksum }) => checksum).join(',');
	const row = plan.columns.map(({ checksum }) => checksum).join(',');
	const { chunks } = plan;
	const chunk =
		chunks === null
			? '0'
			: chunks.by === 'range'
				? `(${plan.key[0].shown} div ${chunks.size}) mod ${chunks.most}`
				: `crc32(concat_ws('|',${key})) mod ${chunks.most}`;
	return {
		head: '',
		from: `from ${quotePath('mysql', plan.schema, plan.name)}`,
		chunk,
		hash: `cast(conv(left(sha2(concat_ws('|',${row}),256),16),16,10) as unsigned)`,
	};
}

function postgresPieces(plan: TablePlan): Pieces {
	const hex = (columns: TablePlan['columns'], digits: number): string =>
		`('x'||substr(md5(convert_to(row(${columns.map(({ checksum }) => checksum).join(',')})::text,'UTF8')),1,${digits}))`;
	const { chunks } = plan;
	const chunk =
		chunks === null
			? '0'
			: chunks.by === 'range'
				? `(${plan.key[0].checksum}/${chunks.size})%${chunks.most}`
				: `${hex(plan.key, 4)}::bit(16)::int%${chunks.most}`;
	const only = plan.isPartitioned ? '' : 'only ';
	return {
		head: `with s as (select ${ALIKE}) `,
		from: `from s, ${only}${quotePath('postgresql', plan.schema, plan.name)}`,
		chunk,
		hash: `${hex(plan.columns, 16)}::bit(64)::bigint`,
	};
}

const piecesOf = (family: SqlFamily, plan: TablePlan): Pieces =>
	family === 'mysql' ? mysqlPieces(plan) : postgresPieces(plan);

/**
 * @param origin whose rows they give
 * @param plan of a table
 * @returns one statement that reads the table once: a row that says that it was read, and count and checksum of each chunk
 */
export function contentsSql(origin: RowOrigin, plan: TablePlan): SqlStatement {
	const { family } = origin;
	const { head, from, chunk, hash } = piecesOf(family, plan);
	const object = [quoteLiteral(family, plan.schema), quoteLiteral(family, plan.name)];
	const read = rowsSql(origin, { check: 'read', object, value: [quoteLiteral(family, plan.mark)] });
	// OFFSET keeps PostgreSQL from sorting whole rows, and from reading a value before its form is set.
	const hashed = `select ${chunk} as chunk, ${hash} as h ${from} offset 0`;
	const grouped =
		family === 'mysql'
			? `select ${chunk} as chunk, count(*) as n, cast(sum(coalesce(${hash},${UNREADABLE})) as char) as digest ${from} group by 1`
			: `select h.chunk, count(*) as n, sum(h.h)::text as digest from (${hashed}) h group by 1`;
	const chunks = rowsSql(origin, {
		check: 'chunk',
		object,
		value: ['g.chunk', 'g.n', 'g.digest'],
		from: `from (${grouped}) g`,
	});
	return {
		name: `contents ${plan.path}`,
		sql: `${head}${read} union all ${chunks}`,
		mayFail: true,
	};
}

/**
 * @param origin whose rows they give
 * @param plan of a table with a key
 * @param chunks that differ
 * @returns one statement that gives key and hash of every row of these chunks
 */
export function keysSql(
	origin: RowOrigin,
	plan: TablePlan,
	chunks: readonly string[],
): SqlStatement {
	const { family } = origin;
	const { head, from, chunk, hash } = piecesOf(family, plan);
	const object = [quoteLiteral(family, plan.schema), quoteLiteral(family, plan.name)];
	const list = chunks.join(',');
	const read = rowsSql(origin, {
		check: 'keysRead',
		object,
		value: [quoteLiteral(family, joinFields('value', [plan.mark, list]))],
	});
	const names = plan.key.map((_, index) => `k${index}`);
	const columns = [
		`${chunk} as chunk`,
		`${hash} as h`,
		...plan.key.map(({ shown }, index) => `${shown} as ${names[index]}`),
	];
	const rows = rowsSql(origin, {
		check: 'rowKey',
		object,
		value: ['g.h', ...names.map((name) => `g.${name}`)],
		from:
			family === 'mysql'
				? `from (select ${columns.join(', ')} ${from} where ${chunk} in (${list})) g`
				: `from (select ${columns.join(', ')} ${from} offset 0) g where g.chunk in (${list})`,
	});
	return { name: `keys ${plan.path}`, sql: `${head}${read} union all ${rows}`, mayFail: true };
}
