import {
	type Dialect,
	KEY_KINDS,
	type KeyKind,
	tableSql,
	tableName,
	type TestColumn,
	type TestKey,
} from './plants.mts';

const number = (from: number, digits: number): string =>
	`('x'||lpad(substr(h,${from},${digits}),16,'0'))::bit(64)::bigint`;

/** Types that the tables need. */
export const POSTGRES_TYPES = [
	"create type mood as enum ('sad','glad','über')",
	'create type pair as (a int, b text)',
	'create domain short as text check (length(value)<40)',
	'create extension hstore',
];

/** Columns of all types of PostgreSQL. */
export const POSTGRES_COLUMNS: TestColumn[] = [
	{ name: 'small', type: 'smallint', value: `${number(1, 3)}::int` },
	{ name: 'normal', type: 'int', value: `${number(3, 7)}::int` },
	{ name: 'large', type: 'bigint', value: number(1, 15) },
	{ name: 'exact', type: 'numeric', value: `${number(1, 12)}/(10^(n%9)::int)::numeric` },
	{ name: 'amount', type: 'numeric(20,6)', value: `${number(1, 12)}/1e6` },
	{ name: 'single', type: 'real', value: `((${number(1, 8)}-2e9)/7e3)::real` },
	{
		name: 'precise',
		type: 'double precision',
		value: `(${number(1, 13)}-2e15)::float8*(10^(n%40-20))::float8`,
	},
	{ name: 'cash', type: 'money', value: '(n%1000)::numeric::money' },
	{ name: 'fixed', type: 'char(12)', value: 'substr(h,1,n%12)' },
	{ name: 'latin', type: 'varchar(40)', value: "'é'||substr(h,3,n%20)" },
	{
		name: 'name',
		type: 'text',
		value: `case when n%5=0 then '' else substr(h,5,8)||'Ω,"\\'||n%7 end`,
	},
	{ name: 'letter', type: '"char"', value: 'substr(h,1,1)::"char"' },
	{ name: 'raw', type: 'bytea', value: "decode(substr(h,1,2*(n%15)),'hex')" },
	{ name: 'day', type: 'date', value: "date '2000-01-01'+n%9000" },
	{ name: 'clock', type: 'time(3)', value: "time '00:00'+(n%80000)*interval '1.013 second'" },
	{ name: 'zoned', type: 'timetz', value: "('12:00:01+0'||n%9)::timetz" },
	{
		name: 'moment',
		type: 'timestamp',
		value: "timestamp '1999-12-31 23:59:59.5'+n*interval '1001 microsecond'",
	},
	{ name: 'stamp', type: 'timestamptz', value: 'to_timestamp(1000000000+n*97+0.125)' },
	{ name: 'span', type: 'interval', value: "n%50*interval '1 day 1 hour'+n%5*interval '1 month'" },
	{ name: 'flag', type: 'boolean', value: 'n%2=0' },
	{ name: 'id128', type: 'uuid', value: 'h::uuid' },
	{ name: 'doc', type: 'json', value: `('{"a": '||n%9||', "b": "'||substr(h,1,4)||'"}')::json` },
	{ name: 'docb', type: 'jsonb', value: `('{"a": '||n%9||', "b": "'||substr(h,1,4)||'"}')::jsonb` },
	{ name: 'markup', type: 'xml', value: "('<a>'||substr(h,1,4)||'</a>')::xml" },
	{ name: 'bits', type: 'bit(13)', value: `${number(9, 3)}::bit(13)` },
	{ name: 'vary', type: 'varbit', value: `${number(9, 3)}::bit(9)::varbit` },
	{ name: 'host', type: 'inet', value: "('10.0.'||n%256||'.'||n%251||'/24')::inet" },
	{ name: 'net', type: 'cidr', value: "('10.'||n%256||'.0.0/16')::cidr" },
	{ name: 'mac', type: 'macaddr', value: 'substr(h,1,12)::macaddr' },
	{ name: 'place', type: 'point', value: 'point(n%180,n/3.0)' },
	{ name: 'range4', type: 'int4range', value: 'int4range(n%10,n%10+5)' },
	{ name: 'during', type: 'tstzrange', value: 'tstzrange(to_timestamp(n*97),null)' },
	{ name: 'ints', type: 'int[]', value: 'array[n,n%7,null]' },
	{ name: 'texts', type: 'text[]', value: "array['a b',substr(h,1,3),null]" },
	{ name: 'floats', type: 'float8[]', value: 'array[n/3.0,n/7.0]' },
	{ name: 'feeling', type: 'mood', value: "(array['sad','glad','über'])[1+n%3]::mood" },
	{ name: 'joint', type: 'pair', value: 'row(n,h)::pair' },
	{ name: 'brief', type: 'short', value: 'h' },
	{ name: 'words', type: 'tsvector', value: "to_tsvector('simple',substr(h,1,4)||' cat')" },
	{ name: 'bag', type: 'hstore', value: "hstore('k',substr(h,1,4))" },
	{ name: 'twice', type: 'int generated always as (small*2) stored', value: '', isGenerated: true },
];

const KEYS: Record<KeyKind, TestKey> = {
	integer: { columns: 'id serial', key: 'primary key (id)', names: ['id'], values: ['n'] },
	big: {
		columns: 'id bigint',
		key: 'primary key (id)',
		names: ['id'],
		values: ['n*1000003::bigint'],
	},
	pair: {
		columns: 'a smallint, b varchar(20)',
		key: 'primary key (a,b)',
		names: ['a', 'b'],
		values: ['n%100', "'k'||n"],
	},
	text: { columns: 'id text', key: 'primary key (id)', names: ['id'], values: ["'K '||n||' ä'"] },
	none: { columns: 'x int', key: '', names: ['x'], values: ['n%10'] },
	bytes: {
		columns: 'id bytea',
		key: 'primary key (id)',
		names: ['id'],
		values: ["decode(lpad(to_hex(n),16,'0'),'hex')"],
	},
};

const DIALECT: Dialect = {
	columns: POSTGRES_COLUMNS,
	keys: KEYS,
	nullIf: (condition, value) => `case when ${condition} then null else ${value} end`,
	rows: (count, salt) => `(select n, md5('${salt}'||n) as h from generate_series(1,${count}) n)`,
};

/** @returns the statements that make and fill a table of PostgreSQL. */
export function postgresTable(index: number, rows: number, seed: number): string[] {
	const table = tableName(index);
	const isCounted = KEY_KINDS[index % KEY_KINDS.length] === 'integer';
	return [
		...tableSql(DIALECT, index, rows, seed),
		...(isCounted ? [`select setval('${table}_id_seq',${rows})`] : []),
		`analyze ${table}`,
	];
}
