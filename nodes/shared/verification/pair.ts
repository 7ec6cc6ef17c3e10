import { askedDatabases, splitByServer, type ReadRows } from '../sql/rows';
import type { Side } from '../sql/family';
import type { Inventory } from './inventory';
import { readMysqlInventory } from './mysqlInventory';
import { planTables, type Plan } from './plan';
import { readPostgresInventory } from './postgresInventory';
import type { VerificationSettings } from './types';

/** Both sides of a pair, as far as they were read, and what follows from both. */
export interface Pair {
	server: string;
	/** The rows of both sides. */
	read: ReadRows;
	source: Inventory | undefined;
	target: Inventory | undefined;
	plan: Plan | undefined;
}

const inventoryOf = (
	read: ReadRows,
	server: string,
	side: Side,
	{ databases }: VerificationSettings,
): Inventory | undefined =>
	readPostgresInventory(read, server, side) ??
	readMysqlInventory(read, server, side, askedDatabases(read, server, databases));

/** @returns the pairs that the rows speak of. */
export function readPairs(read: ReadRows, settings: VerificationSettings): Pair[] {
	return [...splitByServer(read)].map(([server, own]) => {
		const source = inventoryOf(own, server, 'source', settings);
		const target = inventoryOf(own, server, 'target', settings);
		const isPair = source && target && source.family === target.family;
		return {
			server,
			read: own,
			source,
			target,
			plan: isPair ? planTables(source, target, settings) : undefined,
		};
	});
}
