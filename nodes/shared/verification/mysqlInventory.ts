import { at, whole } from '../sql/cells';
import { mysqlScope } from '../sql/mysqlScope';
import type { Side } from '../sql/family';
import { joinFields } from '../sql/fields';
import { lastReading, shownBy, type ReadRows, type SqlRow } from '../sql/rows';
import {
	askedSource,
	unionSql,
	type RowOrigin,
	type RowSource,
	type SqlStatement,
} from '../sql/statement';
import { grantsIn, holds, type Grants } from '../sql/grants';
import type { Column, Inventory, Sequence, Table } from './inventory';

const sources = (databases: readonly string[]): RowSource[] => [
	{ check: 'version', value: ['version()', 'current_user()'] },
	...askedSource(databases),
	{
		check: 'schema',
		object: ['schema_name'],
		value: ['default_character_set_name', 'default_collation_name'],
		from: `from information_schema.schemata where ${mysqlScope('schema_name', databases)}`,
	},
	{
		check: 'table',
		object: ['table_schema', 'table_name'],
		value: ['table_type', 'engine', 'table_rows', 'auto_increment', 'table_collation'],
		from: `from information_schema.tables where ${mysqlScope('table_schema', databases)}`,
	},
	{
		check: 'column',
		object: ['table_schema', 'table_name', 'column_name'],
		value: [
			...['ordinal_position', 'data_type', 'column_type', 'is_nullable', 'character_set_name'],
			...['collation_name', 'extra'],
		],
		from: `from information_schema.columns where ${mysqlScope('table_schema', databases)}`,
	},
	{
		check: 'key',
		object: ['table_schema', 'table_name', 'column_name'],
		value: ['seq_in_index'],
		from: `from information_schema.statistics where index_name='PRIMARY' and ${mysqlScope('table_schema', databases)}`,
	},
	{
		check: 'routine',
		object: ['routine_schema', 'routine_name'],
		value: ['routine_type'],
		from: `from information_schema.routines where ${mysqlScope('routine_schema', databases)}`,
	},
	{
		check: 'trigger',
		object: ['trigger_schema', 'trigger_name'],
		value: [
			...['action_timing', 'event_manipulation', 'event_object_table', 'action_statement'],
			...['definer', 'sql_mode'],
		],
		from: `from information_schema.triggers where ${mysqlScope('trigger_schema', databases)}`,
	},
	{
		check: 'event',
		object: ['event_schema', 'event_name'],
		value: [
			...['event_type', 'execute_at', 'interval_value', 'interval_field', 'starts', 'ends'],
			...['event_definition', 'definer', 'sql_mode', 'status'],
		],
		from: `from information_schema.events where ${mysqlScope('event_schema', databases)}`,
	},
];

/** @returns the statements that list what a MySQL server has. */
export const mysqlInventorySql = (
	origin: RowOrigin,
	databases: readonly string[],
): SqlStatement[] => [
	{ name: 'inventory', sql: unionSql(origin, sources(databases)), mayFail: false },
	{ name: 'grants', sql: 'show grants', mayFail: false },
];

/** Display widths are gone since MySQL 8.0.19, except where they matter; utf8 is called utf8mb3. */
const plainType = (type: string): string =>
	type
		.toLowerCase()
		.replace(/^((?:tiny|small|medium|big)?int|year)\(\d+\)/, '$1')
		.replace(/ \/\*[^*]*\*\//, '');
const plainCollation = (name: string): string => name.replace(/^utf8(?=_|$)/, 'utf8mb3');

function readColumn({ object, value }: SqlRow): Column {
	const extra = at(value, 6).toLowerCase();
	return {
		name: at(object, 2),
		type: at(value, 1).toLowerCase(),
		fullType: plainType(at(value, 2)),
		isNullable: at(value, 3) === 'YES',
		characterSet: plainCollation(at(value, 4)),
		collation: plainCollation(at(value, 5)),
		isGenerated: /generated/.test(extra) && !/default_generated/.test(extra),
		isCounter: extra.includes('auto_increment'),
		typeKind: '',
	};
}

/** Which privilege shows objects of a kind; without it there seem to be none. */
const SHOWN_BY: ReadonlyArray<[kind: string, privilege: string]> = [
	['trigger', 'TRIGGER'],
	['event', 'EVENT'],
	['routine', 'EXECUTE'],
];

function hiddenKinds(grants: Grants, databases: readonly string[]): Map<string, string> {
	const seesAll = holds(grants, 'SELECT', []);
	return new Map(
		SHOWN_BY.filter(
			([kind, privilege]) =>
				!holds(grants, privilege, databases) && !(kind === 'routine' && seesAll),
		).map(([kind, privilege]) => [kind, privilege.toLowerCase()]),
	);
}

/** @returns the inventory of one side; undefined when it was not read. */
export function readMysqlInventory(
	read: ReadRows,
	server: string,
	side: Side,
	databases: readonly string[],
): Inventory | undefined {
	const rows = lastReading(read, server, side, 'version');
	const of = (check: string): SqlRow[] => rows.filter((row) => row.check === check);
	const version = of('version').at(0);
	if (!version) return undefined;
	const pathOf = (row: SqlRow): string => joinFields('object', row.object.slice(0, 2));
	const tables = new Map<string, Table>();
	const sequences = new Map<string, Sequence>();
	const objects: Inventory['objects'] = new Map();
	for (const row of of('table')) {
		const [database, name] = [at(row.object, 0), at(row.object, 1)];
		const path = pathOf(row);
		const type = at(row.value, 0);
		if (type.endsWith('VIEW')) objects.set(`view ${path}`, { kind: 'view', database });
		else if (type === 'SEQUENCE') {
			const problem = 'It is a MariaDB sequence. No view shows its value.';
			sequences.set(path, {
				...{ database, path, names: [database, name], last: null, problem },
				...{ increment: 1n, definition: '' },
			});
		} else {
			tables.set(path, {
				...{ database, schema: database, name, path, columns: [], key: [] },
				rows: Number(at(row.value, 2)) || 0,
				counter: whole(row.value, 3),
				problem: row.value[1] === null ? 'The table cannot be opened; it may be damaged.' : null,
				isPartitioned: false,
				isPartition: false,
			});
		}
	}
	const order = (index: number) => (one: SqlRow, other: SqlRow) =>
		Number(at(one.value, index)) - Number(at(other.value, index));
	for (const row of of('column').sort(order(0)))
		tables.get(pathOf(row))?.columns.push(readColumn(row));
	for (const row of of('key').sort(order(0))) tables.get(pathOf(row))?.key.push(at(row.object, 2));
	for (const kind of ['routine', 'trigger', 'event']) {
		for (const row of of(kind)) {
			objects.set(`${kind} ${pathOf(row)}`, { kind, database: at(row.object, 0) });
		}
	}
	const grants = grantsIn(shownBy(read, server, side));
	const mayRead = holds(grants, 'SELECT', databases);
	return {
		family: 'mysql',
		isMaria: /mariadb/i.test(at(version.value, 0)),
		major: Number.parseInt(at(version.value, 0), 10),
		databases: new Map(
			of('schema').map(({ object, value }) => [
				at(object, 0),
				`${plainCollation(at(value, 0))} ${plainCollation(at(value, 1))}`,
			]),
		),
		tables,
		sequences,
		objects,
		hidden: hiddenKinds(grants, databases),
		problems: mayRead
			? []
			: [
					{
						database: null,
						reason: grants.known
							? `${at(version.value, 1)} may not see all tables of the ${side}: grant select on the databases (or on *.*).`
							: `The grants of the ${side} are missing: run the statement "grants" right after "inventory".`,
					},
				],
	};
}
