import type { SqlStatement } from '../../../nodes/shared/sql/statement';
import type { Connection, DatabaseServer, Login, Row } from './database.mts';

/**
 * Runs statements as n8n's nodes do, one after the other on one connection; what may be refused gives an error item.
 * @throws Error when a statement fails that may not
 */
export async function ask(
	server: DatabaseServer,
	statements: readonly SqlStatement[],
	login: Partial<Login>,
): Promise<Row[]> {
	const connection = await server.connect(login);
	try {
		return await askOn(connection, statements);
	} finally {
		await connection.close();
	}
}

/** The same on a connection that is open already. */
export async function askOn(
	connection: Connection,
	statements: readonly SqlStatement[],
): Promise<Row[]> {
	const items: Row[] = [];
	for (const { name, sql, mayFail } of statements) {
		try {
			items.push(...(await connection.query(sql)));
		} catch (error) {
			if (!mayFail)
				throw new Error(`${name}: ${String(error)}\n${sql.slice(0, 300)}`, { cause: error });
			items.push({ error: String(error) });
		}
	}
	return items;
}
