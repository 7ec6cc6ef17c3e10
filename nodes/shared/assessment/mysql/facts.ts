import { at } from '../../sql/cells';
import type { Side } from '../../sql/family';
import {
	lastReading,
	shownBy,
	shownValue,
	type ReadRows,
	type ShownRow,
	type SqlRow,
} from '../../sql/rows';
import { grantsIn, type Grants } from '../../sql/grants';

/** A table of a MySQL server. */
export interface MysqlTable {
	schema: string;
	name: string;
	engine: string | null;
	type: string;
	rowFormat: string;
	rows: number;
	bytes: number;
	hasPrimaryKey: boolean;
}

/** A view, routine, trigger or event. */
export interface MysqlProgram {
	kind: 'view' | 'routine' | 'trigger' | 'event';
	schema: string;
	name: string;
	definer: string;
}

/** What was read of one side. */
export interface MysqlFacts {
	version: string;
	/** `user@host` of the account that the server took the connection for. */
	user: string;
	/** Seconds since 1970, and the offset of the session's zone in seconds. */
	clock: number | undefined;
	offset: number | undefined;
	variables: ReadonlyMap<string, string>;
	grants: Grants;
	/** The statement that made the account; undefined where it could not be read. */
	account: string | undefined;
	/** Accounts as `user@host`; undefined without the right to read them. */
	accounts: ReadonlySet<string> | undefined;
	schemas: string[];
	tables: MysqlTable[];
	programs: MysqlProgram[];
	foreignKeys: Array<{ schema: string; table: string; name: string; to: [string, string] }>;
	longKeys: Array<{ schema: string; table: string; index: string; bytes: number }>;
	/** Whether the server is a replica; undefined without the right to ask. */
	isReplica: boolean | undefined;
	replicas: string[];
}

const number = (text: string): number => (Number.isFinite(Number(text)) ? Number(text) : 0);
const optional = (text: string | undefined): number | undefined =>
	text === undefined || text === '' ? undefined : number(text);

const KINDS = ['view', 'routine', 'trigger', 'event'] as const;

function readTables(of: (check: string) => SqlRow[]): MysqlTable[] {
	const path = (row: SqlRow): string => JSON.stringify(row.object.slice(0, 2));
	const keyed = new Set(of('primaryKey').map(path));
	return of('table').map((row) => ({
		schema: at(row.object, 0),
		name: at(row.object, 1),
		engine: row.value[0],
		type: at(row.value, 1),
		rowFormat: at(row.value, 2),
		rows: number(at(row.value, 3)),
		bytes: number(at(row.value, 4)),
		hasPrimaryKey: keyed.has(path(row)),
	}));
}

function readShown(shown: readonly ShownRow[]) {
	const variables = new Map<string, string>();
	const replicas: string[] = [];
	let account: string | undefined;
	let isReplica: boolean | undefined;
	for (const row of shown) {
		const name = row.columns.get('variable_name');
		const created = shownValue(row, 'create user');
		if (name) variables.set(name.toLowerCase(), row.columns.get('value') ?? '');
		else if (created !== undefined) account = created;
		else if (row.columns.has('slave_io_state') || row.columns.has('replica_io_state')) {
			isReplica = true;
		} else if (row.columns.has('server_id') && row.columns.has('master_id')) {
			replicas.push(`${row.columns.get('host') ?? ''}:${row.columns.get('port') ?? ''}`);
		}
	}
	return { variables, replicas, account, isReplica };
}

/** @returns what was read of one side of a pair; undefined when nothing was. */
export function readMysqlFacts(read: ReadRows, server: string, side: Side): MysqlFacts | undefined {
	const rows = lastReading(read, server, side, 'version');
	if (rows.length === 0) return undefined;
	const of = (check: string): SqlRow[] => rows.filter((row) => row.check === check);
	const first = (check: string): string | undefined => {
		const row = of(check).at(0);
		return row ? at(row.value, 0) : undefined;
	};
	const rowsShown = shownBy(read, server, side);
	const shown = readShown(rowsShown);
	const accounts = of('account').map((row) => `${at(row.object, 0)}@${at(row.object, 1)}`);
	const grants = grantsIn(rowsShown);
	const mayAskReplica = ['SUPER', 'SLAVE MONITOR', 'REPLICA MONITOR', 'REPLICATION CLIENT'].some(
		(name) => grants.global.has(name),
	);
	return {
		...shown,
		grants,
		isReplica: shown.isReplica ?? (mayAskReplica ? false : undefined),
		version: first('version') ?? '',
		user: first('user') ?? '',
		clock: optional(first('clock')),
		offset: optional(first('offset')),
		accounts: accounts.length > 0 ? new Set(accounts) : undefined,
		schemas: of('schema').map(({ object }) => at(object, 0)),
		tables: readTables(of),
		programs: KINDS.flatMap((kind) =>
			of(kind).map(({ object, value }) => ({
				kind,
				schema: at(object, 0),
				name: at(object, 1),
				definer: at(value, 0),
			})),
		),
		foreignKeys: of('foreignKey').map(({ object, value }) => ({
			schema: at(object, 0),
			table: at(object, 1),
			name: at(object, 2),
			to: [at(value, 0), at(value, 1)],
		})),
		longKeys: of('longKey').map(({ object, value }) => ({
			schema: at(object, 0),
			table: at(object, 1),
			index: at(object, 2),
			bytes: number(at(value, 0)),
		})),
	};
}
