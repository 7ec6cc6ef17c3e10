import { serversOf, type ReadRows } from '../sql/rows';
import type { Side } from '../sql/family';
import type { Inventory } from './inventory';
import { readMysqlInventory } from './mysqlInventory';
import { planTables, type Plan } from './plan';
import { readPostgresInventory } from './postgresInventory';
import type { VerificationSettings } from './types';

/** Both sides of a pair, as far as they were read, and what follows from both. */
export interface Pair {
	server: string;
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
	readPostgresInventory(read, server, side) ?? readMysqlInventory(read, server, side, databases);

/** @returns the pairs that the rows speak of. */
export function readPairs(read: ReadRows, settings: VerificationSettings): Pair[] {
	return serversOf(read).map((server) => {
		const source = inventoryOf(read, server, 'source', settings);
		const target = inventoryOf(read, server, 'target', settings);
		const isPair = source && target && source.family === target.family;
		return {
			server,
			source,
			target,
			plan: isPair ? planTables(source, target, settings) : undefined,
		};
	});
}
