/** The families of databases whose SQL this package writes. */
export type SqlFamily = 'mysql' | 'postgresql';

/** Where a database stands in a task. */
export type Side = 'source' | 'target';

const FAMILIES: ReadonlyArray<[name: RegExp, family: SqlFamily]> = [
	[/postgres|^pg$/i, 'postgresql'],
	[/mysql|maria|taurus|gaussdbv5|cloudDataGuard/i, 'mysql'],
];

/**
 * @param engine of a DRS task (`mysql`, `mysql-to-taurus`, `postgresql`, …) or of a database (`mariadb`, …)
 * @returns the family whose SQL it speaks; undefined for an engine without SQL, such as MongoDB
 */
export const familyOf = (engine: string): SqlFamily | undefined =>
	FAMILIES.find(([name]) => name.test(engine))?.[1];
