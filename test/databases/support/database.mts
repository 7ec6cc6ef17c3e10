/** A row as a client returns it. */
export type Row = Record<string, unknown>;

/** A connection to a server of the test. */
export interface Connection {
	query(sql: string): Promise<Row[]>;
	close(): Promise<void>;
}

/** Who connects, and to what. */
export interface Login {
	user: string;
	password?: string;
	database?: string;
}

/** A database server of the test on loopback, with its data in a temporary folder. */
export interface DatabaseServer {
	port: number;
	/** Connects as the administrator, or as somebody else. */
	connect(login?: Partial<Login>): Promise<Connection>;
	/** Runs statements as the administrator. */
	run(statements: readonly string[], database?: string): Promise<void>;
	/** Starts it anew with other settings on top of those it was started with. */
	restart(settings?: Record<string, string>): Promise<void>;
	/** Ends it and removes its data. */
	close(): Promise<void>;
}

/** Runs statements one after the other on a connection of their own. */
export async function runAll(connection: Connection, statements: readonly string[]): Promise<void> {
	try {
		for (const statement of statements) {
			try {
				await connection.query(statement);
			} catch (error) {
				throw new Error(`${String(error)}\nin: ${statement.slice(0, 500)}`, { cause: error });
			}
		}
	} finally {
		await connection.close();
	}
}
