import type { ChildProcess } from 'node:child_process';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startChild, stopChild } from '../../../demo/lib/children.mts';
import { findPort } from '../../../demo/lib/ports.mts';
import { type Connection, type DatabaseServer, type Login, type Row, runAll } from './database.mts';
import { makeFolder, removeFolder, unprivileged } from './folder.mts';

/** Longest time for a start, on a machine that has much else to do. */
const PATIENCE = 180_000;

const VERSIONS = '/usr/lib/postgresql';
const ADMINISTRATOR = 'postgres';

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

async function untilReady(child: ChildProcess, port: number): Promise<void> {
	const deadline = Date.now() + PATIENCE;
	for (;;) {
		try {
			await (await connect(port, {})).close();
			return;
		} catch (error) {
			if (child.exitCode !== null || Date.now() > deadline) {
				throw new Error('PostgreSQL does not take connections.', { cause: error });
			}
			await sleep(100);
		}
	}
}

/** A server of PostgreSQL with its folder, into which a test may put files. */
export interface PostgresServer extends DatabaseServer {
	data: string;
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
	const bin = join(VERSIONS, version, 'bin');
	const user = unprivileged('postgres');
	const folder = makeFolder('postgres', user);
	const data = join(folder, 'data');
	const port = await findPort(0);
	execFileSync(
		join(bin, 'initdb'),
		['-D', data, '-A', 'trust', '-U', ADMINISTRATOR, '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
		{ ...user, cwd: folder, stdio: 'ignore' },
	);
	const fixed = {
		listen_addresses: '127.0.0.1',
		unix_socket_directories: folder,
		fsync: 'off',
		shared_buffers: '256MB',
	};
	const start = async (more: Record<string, string>): Promise<ChildProcess> => {
		const options = Object.entries({ ...fixed, ...settings, ...more });
		const child = startChild(
			join(bin, 'postgres'),
			[
				...['-D', data, '-p', String(port)],
				...options.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
			],
			{ ...user, cwd: folder, stdio: process.env.SHOW_SERVERS ? 'inherit' : 'ignore' },
		);
		try {
			await untilReady(child, port);
		} catch (error) {
			await stopChild(child, 60_000);
			throw error;
		}
		return child;
	};
	let child = await start({});
	return {
		port,
		data,
		makeFolder: (name) => {
			const path = join(folder, name);
			execFileSync('mkdir', ['-p', path], { ...user });
			return path;
		},
		connect: async (login = {}) => await connect(port, login),
		run: async (statements, database) =>
			await runAll(await connect(port, { database }), statements),
		restart: async (more = {}) => {
			await stopChild(child, 60_000);
			child = await start(more);
		},
		close: async () => {
			await stopChild(child, 60_000);
			removeFolder(folder);
		},
	};
}
