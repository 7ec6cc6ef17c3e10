import { at, isTrue } from '../../sql/cells';
import type { Side } from '../../sql/family';
import { joinFields } from '../../sql/fields';
import { lastReading, type ReadRows, type SqlRow } from '../../sql/rows';

/** A table of a PostgreSQL database. */
export interface PostgresTable {
	schema: string;
	name: string;
	/** r table, p partitioned, f foreign. */
	kind: string;
	/** p permanent, u unlogged, t temporary. */
	persistence: string;
	/** d default, f full, n nothing, i index. */
	replicaIdentity: string;
	rows: number;
	bytes: number;
	hasPrimaryKey: boolean;
	isPartition: boolean;
	maySelect: boolean;
	mayChange: boolean;
	tablespace: string | null;
}

/** What the connected user may do. */
export interface PostgresRole {
	isSuperuser: boolean;
	mayReplicate: boolean;
	mayCreateDatabases: boolean;
	mayCreateRoles: boolean;
	mayCreateSchemas: boolean;
	isRoot: boolean;
	seesOthers: boolean;
	seesPasswords: boolean;
}

/** What was read of one side. */
export interface PostgresFacts {
	database: string;
	encoding: string;
	user: string;
	settings: ReadonlyMap<string, string>;
	role: PostgresRole;
	tables: PostgresTable[];
	/** Rows of a check that are used as they come: names, and values. */
	list: (check: string) => Array<{ path: string; names: string[]; values: string[] }>;
	/** The single value of a check; undefined where there is no row. */
	single: (check: string) => string | undefined;
}

function readTable({ object, value }: SqlRow): PostgresTable {
	return {
		schema: at(object, 0),
		name: at(object, 1),
		kind: at(value, 0),
		persistence: at(value, 1),
		replicaIdentity: at(value, 2),
		rows: Math.max(0, Number(at(value, 3))),
		bytes: Number(at(value, 4)),
		hasPrimaryKey: isTrue(value, 5),
		isPartition: isTrue(value, 6),
		maySelect: isTrue(value, 7),
		mayChange: isTrue(value, 8),
		tablespace: value[9] ?? null,
	};
}

function readRole(row: SqlRow | undefined): PostgresRole {
	const value = row?.value ?? [];
	const isSuperuser = isTrue(value, 0);
	const may = (index: number): boolean => isSuperuser || isTrue(value, index);
	return {
		isSuperuser,
		mayReplicate: may(1),
		mayCreateDatabases: may(2),
		mayCreateRoles: may(3),
		mayCreateSchemas: may(4),
		isRoot: may(5),
		seesOthers: may(6),
		seesPasswords: may(7),
	};
}

/** @returns what was read of one side of a pair; undefined when nothing was. */
export function readPostgresFacts(
	read: ReadRows,
	server: string,
	side: Side,
): PostgresFacts | undefined {
	const rows = lastReading(read, server, side, 'database');
	if (rows.length === 0) return undefined;
	const of = (check: string): SqlRow[] => rows.filter((row) => row.check === check);
	const database = of('database').at(0);
	return {
		database: at(database?.object ?? [], 0),
		encoding: at(database?.value ?? [], 0),
		user: at(database?.value ?? [], 3),
		settings: new Map(of('setting').map(({ object, value }) => [at(object, 0), at(value, 0)])),
		role: readRole(of('role').at(0)),
		tables: of('table').map(readTable),
		list: (check) =>
			of(check).map(({ object, value }) => ({
				path: joinFields('object', object),
				names: object.map((name) => name ?? ''),
				values: value.map((field) => field ?? ''),
			})),
		single: (check) => of(check).at(0)?.value.at(0) ?? undefined,
	};
}
