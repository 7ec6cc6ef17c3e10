import type { Difference, Incomparable, Verification } from './types';

/** Everything that was found about one database. */
export interface Found {
	differences: Difference[];
	incomparable: Incomparable[];
	notes: string[];
	tables: Verification['tables'];
	rows: { source: number; target: number };
	open: { contents: number; keys: number };
}

/** @returns a database of which nothing is known yet. */
export const nothing = (): Found => ({
	differences: [],
	incomparable: [],
	notes: [],
	tables: { total: 0, identical: 0, different: 0, incomparable: 0 },
	rows: { source: 0, target: 0 },
	open: { contents: 0, keys: 0 },
});

/** Found things by database. */
export class ByDatabase {
	readonly found = new Map<string, Found>();

	of(database: string): Found {
		const found = this.found.get(database) ?? nothing();
		this.found.set(database, found);
		return found;
	}
}
