import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { startChild } from '../../../demo/lib/children.mts';
import { findPort } from '../../../demo/lib/ports.mts';
import { startServer } from './childServer.mts';
import type { Connection, DatabaseServer, Login, Row } from './database.mts';
import { makeFolder, unprivileged } from './folder.mts';

/** The administrator of the test; only loopback can connect. */
const ADMINISTRATOR = 'root';

/** @returns a connection that hands values on as they come, as n8n's MySQL node does. */
async function connect(port: number, login: Partial<Login>): Promise<Connection> {
	const connection = await createConnection({
		host: '127.0.0.1',
		port,
		user: login.user ?? ADMINISTRATOR,
		password: login.password ?? '',
		database: login.database,
		multipleStatements: true,
		supportBigNumbers: true,
		decimalNumbers: false,
		dateStrings: true,
	});
	return {
		query: async (sql) => {
			const [rows] = await connection.query(sql);
			return Array.isArray(rows) ? (rows as Row[]) : [];
		},
		close: async () => await connection.end(),
	};
}

/**
 * Starts MariaDB with an empty data directory.
 * @param settings of the server, as in its configuration
 */
export async function startMariadb(settings: Record<string, string> = {}): Promise<DatabaseServer> {
	const user = unprivileged('mysql');
	const folder = makeFolder('mariadb', user);
	const data = join(folder, 'data');
	const port = await findPort(0);
	execFileSync(
		'mariadb-install-db',
		[
			...['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal'],
			...['--skip-test-db', '--skip-name-resolve'],
		],
		{ ...user, cwd: folder, stdio: 'ignore', env: { ...process.env, TMPDIR: folder } },
	);
	const fixed = {
		datadir: data,
		// A server that starts deletes the temporary tables of all servers with the same folder.
		tmpdir: folder,
		port: String(port),
		socket: join(folder, 'socket'),
		'pid-file': join(folder, 'pid'),
		'bind-address': '127.0.0.1',
		'innodb-flush-log-at-trx-commit': '0',
		'innodb-buffer-pool-size': '512M',
		'skip-name-resolve': '1',
	};
	return await startServer({
		name: 'MariaDB',
		folder,
		port,
		connect: async (login) => await connect(port, login),
		spawn(more) {
			const options = Object.entries({ ...fixed, ...settings, ...more }).map(
				([name, value]) => `--${name}=${value}`,
			);
			return startChild('mariadbd', ['--no-defaults', ...options], {
				...user,
				cwd: folder,
				stdio: process.env.SHOW_SERVERS ? 'inherit' : 'ignore',
			});
		},
	});
}
