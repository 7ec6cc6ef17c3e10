import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild, stopChild } from '../../../demo/lib/children.mts';
import { findPort } from '../../../demo/lib/ports.mts';
import { type Server, untilListening } from './server.mts';

/** Where Debian's packages put the programs of each version. */
const VERSIONS = '/usr/lib/postgresql';

/** The user that is allowed everything in the test's database; only loopback can connect. */
const DATABASE_USER = 'n8n';

/** More than the tests put into a database. */
const MOST_BYTES = 1_000_000_000;

function programs(): string {
	const newest = existsSync(VERSIONS)
		? readdirSync(VERSIONS)
				.sort((one, other) => Number(other) - Number(one))
				.find((version) => existsSync(join(VERSIONS, version, 'bin', 'initdb')))
		: undefined;
	if (newest === undefined)
		throw new Error('There is no PostgreSQL server. Debian has it in the package "postgresql".');
	return join(VERSIONS, newest, 'bin');
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function unprivileged(): { uid?: number; gid?: number } {
	if (process.getuid?.() !== 0) return {};
	const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}

/** PostgreSQL with a database of n8n. */
export interface Postgres extends Server {
	/** The variables with which n8n uses it. */
	environment: Record<string, string>;
	/** @returns all tables with all that they hold */
	dump(): Buffer;
}

/** Starts PostgreSQL on loopback with an empty database `n8n`. */
export async function startPostgres(): Promise<Postgres> {
	const bin = programs();
	const user = unprivileged();
	const port = await findPort(0);
	const folder = mkdtempSync(join(tmpdir(), 'otc-drs-postgres-'));
	if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
	const data = join(folder, 'data');
	const run = (program: string, args: readonly string[]) =>
		execFileSync(join(bin, program), args, { ...user, cwd: folder, stdio: 'ignore' });
	run('initdb', ['-D', data, '-A', 'trust', '-U', DATABASE_USER, '-E', 'UTF8']);
	const settings = {
		listen_addresses: '127.0.0.1',
		unix_socket_directories: folder,
		fsync: 'off',
		max_connections: '200',
	};
	const child = startChild(
		join(bin, 'postgres'),
		[
			...['-D', data, '-p', String(port)],
			...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
		],
		{ ...user, cwd: folder, stdio: 'ignore' },
	);
	await untilListening('PostgreSQL', child, port);
	const database = ['-h', '127.0.0.1', '-p', String(port), '-U', DATABASE_USER, 'n8n'];
	run('createdb', database);
	const dump = () =>
		execFileSync(join(bin, 'pg_dump'), database, { ...user, cwd: folder, maxBuffer: MOST_BYTES });
	const close = async () => {
		await stopChild(child);
		rmSync(folder, { recursive: true, force: true });
	};
	const environment = {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(port),
		DB_POSTGRESDB_DATABASE: 'n8n',
		DB_POSTGRESDB_USER: DATABASE_USER,
	};
	return { port, pid: child.pid ?? 0, environment, dump, close };
}
