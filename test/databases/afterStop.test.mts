import { afterStop } from '../../nodes/shared/verification/afterStop';
import { verificationSql } from '../../nodes/shared/verification/sql';
import { verify } from '../../nodes/shared/verification/verify';
import { ask } from './support/ask.mts';
import { compare } from './support/compare.mts';
import type { DatabaseServer, Row } from './support/database.mts';
import { startMariadb } from './support/mariadb.mts';
import { startPostgres } from './support/postgres.mts';

let source: DatabaseServer;
let target: DatabaseServer;

afterEach(async () => {
	await Promise.all([source?.close(), target?.close()]);
});

async function inventories(engine: 'mysql' | 'postgresql', login: object): Promise<Row[]> {
	const settings = { databases: ['app'] };
	const of = async (side: 'source' | 'target') =>
		await ask(
			side === 'source' ? source : target,
			verificationSql({ level: 'inventory', engine, side, server: 'shop', settings }),
			login,
		);
	return [...(await of('source')), ...(await of('target'))];
}

it('mends what a forced stop leaves behind in MySQL', async () => {
	[source, target] = await Promise.all([startMariadb(), startMariadb()]);
	const tables = [
		'create database app',
		'create table app.`or``ders` (id int primary key auto_increment, n int)',
	];
	await source.run([
		...tables,
		'insert into app.`or``ders` (n) values (1),(2),(3)',
		'delete from app.`or``ders` where id>2',
		"create trigger app.`it's` before insert on app.`or``ders` for each row set new.n = new.n + length('a;b')",
		"create event app.nightly on schedule every 2 day starts '2030-01-01 00:00:00' do delete from app.`or``ders`",
		'create event app.weekly on schedule every 1 week do set @a = 1',
	]);
	await target.run([
		...tables,
		'insert into app.`or``ders` (id,n) values (1,1),(2,2)',
		'create event app.weekly on schedule every 1 week disable do set @a = 1',
	]);
	const [{ repairs, problem }] = afterStop(await inventories('mysql', {}), { databases: ['app'] });
	expect(problem).toBeNull();
	expect(repairs.map(({ side, object }) => [side, object])).toEqual([
		['target', 'app.or`ders'],
		['target', "app.it's"],
		['target', 'app.nightly'],
		['target', 'app.weekly'],
	]);
	await target.run(repairs.map(({ sql }) => sql));
	const items = await inventories('mysql', {});
	expect(afterStop(items, { databases: ['app'] })[0].repairs).toEqual([]);
	expect(verify(items, { databases: ['app'] })[0].differences).toEqual([]);
});

it('mends what a forced stop leaves behind in PostgreSQL', async () => {
	const settings = { wal_level: 'logical' };
	[source, target] = await Promise.all([startPostgres(settings), startPostgres(settings)]);
	const login = { database: 'app' };
	const schema = [
		`create table "or""ders" (id serial primary key, n int)`,
		'create sequence down increment -1 minvalue -99999999 maxvalue -1 start -1',
		'create function f() returns trigger language plpgsql as $$begin return new; end$$',
	];
	const triggers = [
		`create trigger "it's" before update on "or""ders" for each row execute procedure f()`,
		`create trigger off before update on "or""ders" for each row execute procedure f()`,
	];
	await Promise.all(
		[source, target].map(async (server) => await server.run(['create database app'])),
	);
	await source.run(
		[
			...schema,
			...triggers,
			`insert into "or""ders" (n) values (1),(2)`,
			"select nextval('down')",
			"select pg_create_logical_replication_slot('drs_1','test_decoding')",
		],
		'app',
	);
	await target.run(
		[
			...schema,
			triggers[1],
			`alter table "or""ders" disable trigger off`,
			`insert into "or""ders" (id,n) values (1,1),(2,2)`,
			"alter database app set session_replication_role='replica'",
		],
		'app',
	);
	const [{ repairs, problem }] = afterStop(await inventories('postgresql', login));
	expect(problem).toBeNull();
	expect(repairs.map(({ side, object }) => [side, object]).sort()).toEqual([
		['source', 'drs_1'],
		['target', 'public.down'],
		['target', `public.or"ders.it's`],
		['target', 'public.or"ders.off'],
		['target', 'public.or"ders_id_seq'],
		['target', 'session_replication_role'],
	]);
	for (const { side, sql } of repairs)
		await (side === 'source' ? source : target).run([sql], 'app');
	expect(afterStop(await inventories('postgresql', login))[0].repairs).toEqual([]);
	const { results } = await compare({ engine: 'postgresql', source, target, login });
	expect(results[0]).toMatchObject({ verdict: 'identical', differences: [] });
});
