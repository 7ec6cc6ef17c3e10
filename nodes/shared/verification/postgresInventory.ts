import { at, isTrue, whole } from '../sql/cells';
import type { Side } from '../sql/family';
import { joinFields } from '../sql/fields';
import { notOfExtension, USER_SCHEMA } from '../sql/postgresScope';
import { lastReading, type ReadRows, type SqlRow } from '../sql/rows';
import { unionSql, type RowOrigin, type RowSource, type SqlStatement } from '../sql/statement';
import type { Column, Inventory, Sequence, Table } from './inventory';

const NOT_OF_EXTENSION = notOfExtension('pg_class', 'c.oid');
const CLASSES = `pg_class c join pg_namespace n on n.oid=c.relnamespace`;
const TABLES = `${USER_SCHEMA} and c.relkind in ('r','p','f') and ${NOT_OF_EXTENSION}`;

const SOURCES: readonly RowSource[] = [
	{
		check: 'database',
		object: ['current_database()'],
		value: [
			...['pg_encoding_to_char(d.encoding)', 'd.datcollate', 'd.datctype', 'current_user'],
			...[
				"current_setting('server_version_num')",
				'(select count(*) from pg_largeobject_metadata)',
			],
		],
		from: 'from pg_database d where d.datname=current_database()',
	},
	{
		check: 'table',
		object: ['n.nspname', 'c.relname'],
		value: [
			...['c.relkind', 'c.relpersistence', 'c.reltuples::bigint'],
			"has_schema_privilege(n.oid,'USAGE') and has_table_privilege(c.oid,'SELECT')",
			"coalesce(row_to_json(c)->>'relispartition','false')",
			"coalesce(row_to_json(c)->>'relrowsecurity','false')",
		],
		from: `from ${CLASSES} where ${TABLES}`,
	},
	{
		check: 'column',
		object: ['n.nspname', 'c.relname', 'a.attname'],
		value: [
			...['a.attnum', 'format_type(a.atttypid,a.atttypmod)', 'a.attnotnull'],
			"(select coalesce(cn.nspname||'.'||co.collname,'') from pg_collation co join pg_namespace cn on cn.oid=co.collnamespace where co.oid=a.attcollation)",
			"coalesce(row_to_json(a)->>'attgenerated','')",
			"coalesce(row_to_json(a)->>'attidentity','')",
			...['t.typtype', 'format_type(a.atttypid,null)', 't.typcategory'],
			"pg_get_serial_sequence(quote_ident(n.nspname)||'.'||quote_ident(c.relname),a.attname)",
		],
		from: `from pg_attribute a join ${CLASSES} on c.oid=a.attrelid join pg_type t on t.oid=a.atttypid where a.attnum>0 and not a.attisdropped and ${TABLES}`,
	},
	{
		check: 'key',
		object: ['n.nspname', 'c.relname', 'a.attname'],
		value: ['array_position(i.indkey::int2[],a.attnum)'],
		from: `from pg_index i join ${CLASSES} on c.oid=i.indrelid join pg_attribute a on a.attrelid=c.oid and a.attnum=any(i.indkey) where i.indisprimary and ${TABLES}`,
	},
	{
		check: 'sequence',
		object: ['s.schemaname', 's.sequencename'],
		value: [
			's.last_value',
			"has_sequence_privilege((quote_ident(s.schemaname)||'.'||quote_ident(s.sequencename))::regclass,'SELECT')",
			...[
				's.increment_by',
				's.start_value',
				's.min_value',
				's.max_value',
				's.cycle',
				's.data_type',
			],
		],
		from: "from pg_sequences s where s.schemaname !~ '^pg_' and s.schemaname<>'information_schema'",
	},
	{
		check: 'relation',
		object: ['n.nspname', 'c.relname'],
		value: ["case c.relkind when 'v' then 'view' else 'materialized view' end"],
		from: `from ${CLASSES} where ${USER_SCHEMA} and c.relkind in ('v','m') and ${NOT_OF_EXTENSION}`,
	},
	{
		check: 'trigger',
		object: ['n.nspname', 'c.relname', 't.tgname'],
		value: ['t.tgenabled', 'pg_get_triggerdef(t.oid)'],
		from: `from pg_trigger t join ${CLASSES} on c.oid=t.tgrelid where not t.tgisinternal and ${USER_SCHEMA}`,
	},
	{
		check: 'slot',
		object: ['r.slot_name'],
		value: ['r.active', 'r.plugin', 'r.database'],
		from: 'from pg_replication_slots r',
	},
	{
		check: 'replicationRole',
		value: ["(select reset_val from pg_settings where name='session_replication_role')"],
	},
];

/** @returns the statement that lists what the connected PostgreSQL database has; from version 10 on. */
export const postgresInventorySql = (origin: RowOrigin): SqlStatement[] => [
	{ name: 'inventory', sql: unionSql(origin, SOURCES), mayFail: false },
];

function readColumn({ object, value }: SqlRow): Column {
	return {
		name: at(object, 2),
		type: at(value, 7),
		fullType: at(value, 1),
		isNullable: !isTrue(value, 2),
		characterSet: '',
		collation: at(value, 3),
		isGenerated: at(value, 4) !== '',
		isCounter: at(value, 5) !== '' || at(value, 9) !== '',
		typeKind: at(value, 8) === 'A' ? 'A' : at(value, 6),
	};
}

function problemOf(
	kind: string,
	persistence: string,
	mayRead: boolean,
	hidesRows: boolean,
	user: string,
) {
	if (kind === 'f') return 'It is a foreign table, which is not carried over.';
	if (persistence === 'u') return 'It is unlogged, and its changes are not replicated.';
	if (!mayRead)
		return `${user} may not read it: grant usage on the schema and select on the table.`;
	if (hidesRows)
		return 'Row security may hide rows from this user. Compare the table as its owner.';
	return null;
}

function readSequence({ object, value }: SqlRow, database: string): Sequence {
	const path = joinFields('object', object);
	return {
		database,
		path,
		names: object.map((name) => name ?? ''),
		last: whole(value, 0),
		problem: isTrue(value, 1) ? null : 'Its value is hidden: grant select on the sequence.',
		increment: whole(value, 2) ?? 1n,
		definition: value.slice(2).join(' '),
	};
}

/** @returns the inventory of one side; undefined when it was not read. */
export function readPostgresInventory(
	read: ReadRows,
	server: string,
	side: Side,
): Inventory | undefined {
	const rows = lastReading(read, server, side, 'database');
	const of = (check: string): SqlRow[] => rows.filter((row) => row.check === check);
	const first = of('database').at(0);
	if (!first) return undefined;
	const database = at(first.object, 0);
	const pathOf = (row: SqlRow): string => joinFields('object', row.object.slice(0, 2));
	const tables = new Map<string, Table>();
	for (const row of of('table')) {
		const [kind, persistence] = row.value.map((field) => field ?? '');
		tables.set(pathOf(row), {
			...{ database, schema: at(row.object, 0), name: at(row.object, 1), path: pathOf(row) },
			...{ columns: [], key: [], counter: null },
			rows: Math.max(0, Number(at(row.value, 2))),
			problem: problemOf(
				...([kind, persistence, isTrue(row.value, 3)] as const),
				...([isTrue(row.value, 5), at(first.value, 3)] as const),
			),
			isPartitioned: kind === 'p',
			isPartition: isTrue(row.value, 4),
		});
	}
	const order = (one: SqlRow, other: SqlRow) =>
		Number(at(one.value, 0)) - Number(at(other.value, 0));
	const sequences = new Map(
		of('sequence').map((row) => {
			const sequence = readSequence(row, database);
			return [sequence.path, sequence] as const;
		}),
	);
	for (const row of of('column').sort(order))
		tables.get(pathOf(row))?.columns.push(readColumn(row));
	for (const row of of('key').sort(order)) tables.get(pathOf(row))?.key.push(at(row.object, 2));
	const named = (kind: string, row: SqlRow) =>
		[`${kind} ${joinFields('object', row.object)}`, { kind, database }] as const;
	const largeObjects = Number(at(first.value, 5));
	return {
		family: 'postgresql',
		isMaria: false,
		major: Math.floor(Number(at(first.value, 4)) / 10_000),
		databases: new Map([[database, at(first.value, 0)]]),
		tables,
		sequences,
		objects: new Map([
			...of('relation').map((row) => named(at(row.value, 0), row)),
			...of('trigger').map((row) => named('trigger', row)),
		]),
		hidden: new Map(),
		problems:
			largeObjects > 0
				? [
						{
							database,
							reason: `The ${side} has ${largeObjects} large objects, which are in no table.`,
						},
					]
				: [],
	};
}
