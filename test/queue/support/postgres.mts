import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import {
	ADMINISTRATOR,
	type PostgresServer,
	startPostgres as startServer,
} from '../../databases/support/postgres.mts';

const DATABASE = 'n8n';

/** More than the tests put into a database. */
const MOST_BYTES = 1_000_000_000;

/** PostgreSQL with a database of n8n. */
export interface Postgres extends PostgresServer {
	/** The variables with which n8n uses it. */
	environment: Record<string, string>;
	/** @returns all tables with all that they hold */
	dump(): Buffer;
}

/** Starts PostgreSQL on loopback with an empty database `n8n`. */
export async function startPostgres(): Promise<Postgres> {
	const server = await startServer({ max_connections: '200' });
	const port = String(server.port);
	await server.run([`CREATE DATABASE ${DATABASE}`]);
	return {
		...server,
		environment: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: port,
			DB_POSTGRESDB_DATABASE: DATABASE,
			DB_POSTGRESDB_USER: ADMINISTRATOR,
		},
		dump: () =>
			execFileSync(
				join(server.programs, 'pg_dump'),
				['-h', '127.0.0.1', '-p', port, '-U', ADMINISTRATOR, DATABASE],
				{ maxBuffer: MOST_BYTES },
			),
	};
}
