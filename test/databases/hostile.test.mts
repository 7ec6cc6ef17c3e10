import { assess } from '../../nodes/shared/assessment/assess';
import { assessmentSql } from '../../nodes/shared/assessment/sql';
import { ask } from './support/ask.mts';
import { compare } from './support/compare.mts';
import type { DatabaseServer } from './support/database.mts';
import { startMariadb } from './support/mariadb.mts';
import { startPostgres } from './support/postgres.mts';

/** Names that break SQL which is put together carelessly. */
const NAMES = [
	'select',
	'two words ',
	'quo"te',
	"apo'strophe",
	'back`tick',
	'back\\slash',
	"x'; drop table victim; --",
	'{{ $json.secret }}',
	'$1 and ?',
	'a.b|c',
	'größe 数据 🙂'.normalize('NFC'),
	'line\nbreak',
	'/* no comment',
	'-- none',
	'%_',
	':name ${x} $[y]',
];

let source: DatabaseServer;
let target: DatabaseServer;

afterEach(async () => {
	await Promise.all([source?.close(), target?.close()]);
});

it('reads and never writes any PostgreSQL table, whatever its name', async () => {
	[source, target] = await Promise.all([startPostgres(), startPostgres()]);
	const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
	for (const server of [source, target]) {
		await server.run([
			'create role reader login',
			// Every statement of this user runs in a transaction that cannot write.
			'alter role reader set default_transaction_read_only=on',
			'create database app',
		]);
		await server.run(
			[
				'create table victim (id int primary key)',
				...NAMES.flatMap((name) => [
					`create table ${quote(name)} (${quote(`${name}!`)} int, ${quote(name)} text primary key)`,
					`insert into ${quote(name)} values (1,${`'${name.replaceAll("'", "''")}'`})`,
				]),
				`create sequence ${quote("it's ; {{1}}")}`,
				'grant select on all tables in schema public to reader',
				'grant select on all sequences in schema public to reader',
			],
			'app',
		);
	}
	const login = { user: 'reader', database: 'app' };
	const both = { engine: 'postgresql', source, target, login } as const;
	const equal = await compare({ ...both });
	expect(equal.results).toEqual([expect.objectContaining({ verdict: 'identical' })]);
	expect(equal.results[0].tables.identical).toBe(NAMES.length + 1);
	await target.run(
		NAMES.map((name) => `update ${quote(name)} set ${quote(`${name}!`)}=2`),
		'app',
	);
	const { results } = await compare({ ...both });
	expect(results[0].differences.map(({ keys }) => keys?.[0].key[0]).sort()).toEqual(
		[...NAMES].sort(),
	);
	await ask(
		source,
		assessmentSql({ engine: 'postgresql', side: 'source', server: NAMES[6] }),
		login,
	);
});

it('reads and never writes any MySQL table, whatever its name', async () => {
	[source, target] = await Promise.all([
		startMariadb(),
		startMariadb({ 'sql-mode': 'ANSI_QUOTES' }),
	]);
	const quote = (text: string) => `\`${text.replaceAll('`', '``')}\``;
	const names = NAMES.map((name) => name.trim().replace('🙂', 'ÿ'));
	const database = "sh`op'";
	for (const server of [source, target]) {
		await server.run([
			`create database ${quote(database)} character set utf8mb4`,
			"create user reader@'%'",
			"grant select on *.* to reader@'%'",
		]);
		await server.run(
			[
				'set names utf8mb4',
				'create table victim (id int primary key)',
				...names.flatMap((name) => [
					`create table ${quote(name)} (${quote(`${name}!`)} int, ${quote(name)} varchar(60) primary key)`,
					`insert into ${quote(name)} values (1,0x${Buffer.from(name).toString('hex')})`,
				]),
			],
			database,
		);
	}
	const login = { user: 'reader' };
	const settings = { databases: [database] };
	const both = { engine: 'mysql', source, target, login, settings } as const;
	const unsendable = ["x'; drop table victim; --", '{{ $json.secret }}', '$1 and ?', 'line\nbreak'];
	const equal = await compare({ ...both });
	const [result] = equal.results;
	expect(result.differences).toEqual([]);
	expect(result.verdict).toBe('cannot be compared');
	expect(result.incomparable).toHaveLength(unsendable.length);
	for (const { reason } of result.incomparable) expect(reason).toContain('which n8n changes');
	await target.run(
		names.map((name) => `update ${quote(name)} set ${quote(`${name}!`)}=2`),
		database,
	);
	const { results } = await compare({ ...both });
	expect(results[0].differences.map(({ keys }) => keys?.[0].key[0]).sort()).toEqual(
		names.filter((name) => !unsendable.includes(name)).sort(),
	);
	const items = await ask(
		source,
		assessmentSql({
			engine: 'mysql',
			side: 'source',
			server: 'x`\'"; {{1}}',
			databases: [database],
		}),
		login,
	);
	expect(assess(items)[0].server).toBe('x`\'"; {{1}}');
});

it('sends only statements that read', () => {
	for (const engine of ['mysql', 'postgresql']) {
		for (const side of ['source', 'target'] as const) {
			for (const { sql } of assessmentSql({ engine, side, server: 'shop' })) {
				expect(sql).toMatch(/^(select|with|show) /);
				expect(sql).not.toMatch(/\n|;|\{\{|\binto\b|for update|lock in/i);
			}
		}
	}
});
