import type { DatabaseServer } from './database.mts';
import { startMariadb } from './mariadb.mts';
import { MYSQL_COLUMNS, MYSQL_PLANTS, mysqlTable } from './mysqlTables.mts';
import type { Plant, TestColumn } from './plants.mts';
import { startPostgres } from './postgres.mts';
import { POSTGRES_PLANTS } from './postgresPlants.mts';
import { POSTGRES_COLUMNS, POSTGRES_TYPES, postgresTable } from './postgresTables.mts';

/** How one family of databases is set up for the tests of the verification. */
export interface Fleet {
	engine: 'mysql' | 'postgresql';
	/** The prefix of tables in paths: the database of MySQL, the schema of PostgreSQL. */
	prefix: string;
	columns: TestColumn[];
	plants: Plant[];
	/** Starts source and target, which show the same values in different ways. */
	start(): Promise<[DatabaseServer, DatabaseServer]>;
	/** Makes the empty database, and a user who may only read it. */
	create(server: DatabaseServer): Promise<void>;
	/** Makes tables with so many rows in each. */
	fill(server: DatabaseServer, tables: number, rows: number, seed: number): Promise<void>;
}

/** Who reads: nobody else compares. */
export const READER = { user: 'reader', database: 'app' };

const MYSQL: Fleet = {
	engine: 'mysql',
	prefix: 'app',
	columns: MYSQL_COLUMNS,
	plants: MYSQL_PLANTS,
	start: async () =>
		await Promise.all([
			startMariadb({ 'character-set-server': 'latin1', 'default-time-zone': '+00:00' }),
			startMariadb({
				'character-set-server': 'utf8mb4',
				'default-time-zone': '+05:30',
				'sql-mode': 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT,PAD_CHAR_TO_FULL_LENGTH',
			}),
		]),
	create: async (server) =>
		await server.run([
			'drop database if exists app',
			'create database app character set utf8mb4 collate utf8mb4_general_ci',
			"create or replace user reader@'%'",
			"grant select on app.* to reader@'%'",
		]),
	fill: async (server, tables, rows, seed) => {
		const statements = Array.from({ length: tables }, (_, index) =>
			mysqlTable(index + 1, rows, seed),
		);
		await server.run(
			[
				'set names utf8mb4 collate utf8mb4_general_ci',
				"set time_zone='+00:00'",
				"set sql_mode='NO_UNSIGNED_SUBTRACTION'",
				...statements.flat(),
			],
			'app',
		);
	},
};

const POSTGRES: Fleet = {
	engine: 'postgresql',
	prefix: 'public',
	columns: POSTGRES_COLUMNS,
	plants: POSTGRES_PLANTS,
	start: async () =>
		await Promise.all([
			startPostgres(),
			startPostgres({
				timezone: 'Asia/Kolkata',
				datestyle: 'German, DMY',
				intervalstyle: 'sql_standard',
				bytea_output: 'escape',
				extra_float_digits: '0',
				xmlbinary: 'hex',
			}),
		]),
	create: async (server) => {
		await server.run(['drop database if exists app', 'create database app']);
		await server.run(
			[
				'drop role if exists reader',
				'create role reader login',
				'alter default privileges grant select on tables to reader',
				'alter default privileges grant select on sequences to reader',
				...POSTGRES_TYPES,
			],
			'app',
		);
	},
	fill: async (server, tables, rows, seed) => {
		const statements = Array.from({ length: tables }, (_, index) =>
			postgresTable(index + 1, rows, seed),
		);
		await server.run(["set timezone='UTC'", ...statements.flat()], 'app');
	},
};

/** Both families. */
export const FLEETS: readonly Fleet[] = [MYSQL, POSTGRES];
