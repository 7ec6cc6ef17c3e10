import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startChild } from '../../../demo/lib/children.mts';
import { findPort } from '../../../demo/lib/ports.mts';
import { startServer } from './childServer.mts';
import type { Connection, DatabaseServer, Login, Row } from './database.mts';
import { makeFolder, unprivileged } from './folder.mts';

const VERSIONS = '/usr/lib/postgresql';
/** The user that is allowed everything; only loopback can connect. */
export const ADMINISTRATOR = 'postgres';

/** The versions of PostgreSQL that Debian has installed here, the oldest first. */
const postgresVersions = (): string[] =>
	(existsSync(VERSIONS) ? readdirSync(VERSIONS) : [])
		.filter((version) => existsSync(join(VERSIONS, version, 'bin', 'initdb')))
		.sort((one, other) => Number(one) - Number(other));

async function connect(port: number, login: Partial<Login>): Promise<Connection> {
	const client = new pg.Client({
		host: '127.0.0.1',
		port,
		user: login.user ?? ADMINISTRATOR,
		password: login.password,
		database: login.database ?? 'postgres',
	});
	await client.connect();
	return {
		query: async (sql) => (await client.query<Row>(sql)).rows,
		close: async () => await client.end(),
	};
}

/** A server of PostgreSQL with its folder, into which a test may put files. */
export interface PostgresServer extends DatabaseServer {
	data: string;
	/** The folder with the programs of its version. */
	programs: string;
	/** Makes a folder that the server may write to. */
	makeFolder(name: string): string;
}

/**
 * Starts PostgreSQL with an empty database.
 * @param settings of the server
 * @param version as in the names of Debian's packages; the newest that is installed
 */
export async function startPostgres(
	settings: Record<string, string> = {},
	version = postgresVersions().at(-1),
): Promise<PostgresServer> {
	if (version === undefined) throw new Error('There is no PostgreSQL server.');
	const programs = join(VERSIONS, version, 'bin');
	const user = unprivileged('postgres');
	const folder = makeFolder('postgres', user);
	const data = join(folder, 'data');
	const port = await findPort(0);
	execFileSync(
		join(programs, 'initdb'),
		['-D', data, '-A', 'trust', '-U', ADMINISTRATOR, '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
		{ ...user, cwd: folder, stdio: 'ignore' },
	);
	const fixed = {
		listen_addresses: '127.0.0.1',
		unix_socket_directories: folder,
		fsync: 'off',
		shared_buffers: '256MB',
	};
	const server = await startServer({
		name: 'PostgreSQL',
		folder,
		port,
		connect: async (login) => await connect(port, login),
		spawn(more) {
			const options = Object.entries({ ...fixed, ...settings, ...more });
			return startChild(
				join(programs, 'postgres'),
				[
					...['-D', data, '-p', String(port)],
					...options.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
				],
				{ ...user, cwd: folder, stdio: process.env.SHOW_SERVERS ? 'inherit' : 'ignore' },
			);
		},
	});
	return {
		...server,
		data,
		programs,
		makeFolder: (name) => {
			const path = join(folder, name);
			execFileSync('mkdir', ['-p', path], { ...user });
			return path;
		},
	};
}
