import { compare } from './support/compare.mts';
import type { DatabaseServer } from './support/database.mts';
import { startMariadb } from './support/mariadb.mts';
import { MYSQL_SHAPES } from './support/mysqlShapes.mts';
import { startPostgres } from './support/postgres.mts';
import { POSTGRES_SHAPES } from './support/postgresShapes.mts';
import type { Shape } from './support/shape.mts';

let source: DatabaseServer;
let target: DatabaseServer;

afterEach(async () => {
	await Promise.all([source?.close(), target?.close()]);
});

async function tryAll(
	engine: 'mysql' | 'postgresql',
	shapes: readonly Shape[],
	before: readonly string[],
): Promise<void> {
	for (const server of [source, target]) {
		await server.run([...before, ...shapes.flatMap(({ make }) => make)], 'app');
	}
	const settings = { databases: ['app'], chunkRows: 100 };
	const both = { engine, source, target, login: { user: 'reader', database: 'app' }, settings };
	const equal = await compare(both);
	expect(equal.results[0].differences).toEqual([]);
	expect(equal.results[0].incomparable.map(({ object }) => object)).toEqual(
		engine === 'postgresql' ? ['public.nothing'] : [],
	);
	await target.run([...before, ...shapes.map(({ change }) => change)], 'app');
	const { results } = await compare(both);
	const found = results[0].differences.map(({ object, kind, keys }) => [
		object,
		kind,
		keys?.map(({ key }) => key),
	]);
	for (const { path, key } of shapes) {
		const ofTable = found.filter(([object]) => object === path);
		expect([path, ofTable.map(([, kind]) => kind)]).toEqual([path, ['contents']]);
		const keys = ofTable[0][2] as Array<Array<string | null>> | undefined;
		if (key) expect([path, keys]).toEqual([path, expect.arrayContaining([key])]);
	}
	expect(found).toHaveLength(shapes.length);
}

it(`finds one change in each of ${MYSQL_SHAPES.length} rare tables of MySQL, and none where there is none`, async () => {
	[source, target] = await Promise.all([
		startMariadb({ 'character-set-server': 'latin1' }),
		startMariadb({
			'default-time-zone': '-03:00',
			'sql-mode': 'ANSI_QUOTES,PIPES_AS_CONCAT,STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE',
		}),
	]);
	for (const server of [source, target]) {
		await server.run([
			'create database app character set utf8mb4 collate utf8mb4_general_ci',
			"create user reader@'%'",
			"grant select on app.* to reader@'%'",
		]);
	}
	await tryAll('mysql', MYSQL_SHAPES, [
		'set names utf8mb4',
		"set time_zone='+00:00'",
		"set sql_mode='ALLOW_INVALID_DATES'",
	]);
});

it(`finds one change in each of ${POSTGRES_SHAPES.length} rare tables of PostgreSQL, and none where there is none`, async () => {
	[source, target] = await Promise.all([
		startPostgres(),
		startPostgres({ timezone: 'America/St_Johns', datestyle: 'SQL, DMY', bytea_output: 'escape' }),
	]);
	for (const server of [source, target]) {
		await server.run(['create role reader login', 'create database app']);
		await server.run(
			[
				'alter default privileges grant select on tables to reader',
				'alter default privileges grant select on sequences to reader',
			],
			'app',
		);
	}
	await tryAll('postgresql', POSTGRES_SHAPES, ["set timezone='UTC'"]);
});
