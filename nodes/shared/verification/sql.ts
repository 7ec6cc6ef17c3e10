import { familyOf, type Side } from '../sql/family';
import { readRows } from '../sql/rows';
import type { RowOrigin, SqlStatement } from '../sql/statement';
import { byTable, chunksToList, compareContents, compareKeys } from './contents';
import { contentsSql, keysSql } from './contentsSql';
import { mysqlInventorySql } from './mysqlInventory';
import { readPairs, type Pair } from './pair';
import { postgresInventorySql } from './postgresInventory';
import { DEFAULT_VERIFICATION, type Level, type VerificationSettings } from './types';

/** Which statements are wanted. */
export interface VerificationSqlInput {
	level: Level;
	/** Of the task or of the database. */
	engine: string;
	side: Side;
	/** What the rows call the pair of databases: the same for source and target. */
	server: string;
	/** The rows of the levels before, of both sides; none for the inventory. */
	items?: readonly unknown[];
	/** What the items say of the pair, where it was read from them already. */
	pair?: Pair;
	settings?: Partial<VerificationSettings>;
}

/**
 * @returns the read-only statements of one level for one side. Those of contents need the inventories of both sides, those
 * of keys the contents, too; only tables that are still open are asked for. None for an engine without SQL.
 */
export function verificationSql({
	level,
	engine,
	side,
	server,
	items = [],
	pair: known,
	settings: given = {},
}: VerificationSqlInput): SqlStatement[] {
	const family = familyOf(engine);
	if (family === undefined) return [];
	const settings = { ...DEFAULT_VERIFICATION, ...given };
	const origin = { family, server, side };
	if (level === 'inventory') {
		return family === 'mysql'
			? mysqlInventorySql(origin, settings.databases)
			: postgresInventorySql(origin);
	}
	const pair = known ?? readPairs(readRows(items), settings).find((each) => each.server === server);
	return pair ? furtherSql(level, origin, pair, settings) : [];
}

/** @returns the statements of a level after the inventory for one side of a pair. */
function furtherSql(
	level: Exclude<Level, 'inventory'>,
	origin: RowOrigin,
	{ read, server, plan }: Pair,
	settings: VerificationSettings,
): SqlStatement[] {
	const map = byTable(read, server);
	return (plan?.tables ?? []).flatMap((table) => {
		const contents = compareContents(map, table);
		if (level === 'contents')
			return contents.state === 'not read' ? [contentsSql(origin, table)] : [];
		if (contents.state !== 'read' || table.chunks === null) return [];
		const chunks = chunksToList(contents, settings);
		if (chunks.length === 0 || compareKeys(map, table, chunks)) return [];
		return [keysSql(origin, table, chunks)];
	});
}
