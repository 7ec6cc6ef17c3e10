import { quoteLiteral } from './quote';

/** Databases that belong to the server. */
const SYSTEM_SCHEMAS = ['mysql', 'information_schema', 'performance_schema', 'sys'];

/**
 * @param column with the name of a database
 * @param databases to look at; empty means all
 * @returns the condition of MySQL that leaves out the databases of the server, and those that are not asked for
 */
export function mysqlScope(column: string, databases: readonly string[]): string {
	const list = (names: readonly string[]): string =>
		names.map((name) => quoteLiteral('mysql', name)).join(',');
	const system = `lower(${column}) not in (${list(SYSTEM_SCHEMAS)})`;
	return databases.length === 0 ? system : `${system} and ${column} in (${list(databases)})`;
}
