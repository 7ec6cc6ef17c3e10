import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../../nodes/shared/assessment/assess';
import { assessmentSql } from '../../nodes/shared/assessment/sql';
import type { Assessment, AssessmentSettings } from '../../nodes/shared/assessment/types';
import { ask } from './support/ask.mts';
import { type PostgresServer, startPostgres } from './support/postgres.mts';

const SETTINGS = { wal_level: 'logical', max_replication_slots: '2', max_wal_senders: '3' };
const LOGIN = { user: 'task', database: 'app' };
const SYNC = { scenario: 'sync' } as const;

let source: PostgresServer;
let target: PostgresServer;

beforeAll(async () => {
	[source, target] = await Promise.all([startPostgres(SETTINGS), startPostgres(SETTINGS)]);
	await source.run(['create role task login replication', 'create database app']);
	await source.run(
		[
			'create extension hstore',
			'create schema shop',
			'create table shop.customers (id int primary key, name text)',
			'create table shop.orders (id bigserial primary key, customer int, constraint to_customer foreign key (customer) references shop.customers)',
			'create function shop.touch() returns trigger language plpgsql as $$begin return new; end$$',
			'create trigger touch before update on shop.orders for each row execute procedure shop.touch()',
			'create table shop.events (id int, day date) partition by range (day)',
			"create table shop.events_1 partition of shop.events for values from ('2026-01-01') to ('2027-01-01')",
			'alter table shop.events_1 add primary key (id)',
			'grant usage on schema shop to task',
			'grant select on all tables in schema shop to task',
			'grant select on all sequences in schema shop to task',
			'grant update, delete, truncate on shop.events to task',
			'grant pg_read_all_stats to task',
		],
		'app',
	);
	await target.run([
		'create role task login createdb createrole',
		'create database app owner task',
		"alter database app set session_replication_role='replica'",
	]);
}, 120_000);

afterAll(async () => {
	await Promise.all([source?.close(), target?.close()]);
});

async function assessBoth(settings: Partial<AssessmentSettings> = {}): Promise<Assessment> {
	const statements = (side: 'source' | 'target') =>
		assessmentSql({ engine: 'postgresql', side, server: 'shop' });
	const items = [
		...(await ask(source, statements('source'), LOGIN)),
		...(await ask(target, statements('target'), LOGIN)),
	];
	const results = assess(items, { ...SYNC, ...settings });
	expect(results).toHaveLength(1);
	return results[0];
}

/** A server that is broken in one way, and the findings that this alone gives. */
interface Case {
	item: string;
	objects: string[];
	source?: [string[], string[]];
	target?: [string[], string[]];
	restart?: Record<string, string>;
	settings?: Partial<AssessmentSettings>;
}

/** Grants that a new table needs so that it has only the fault it is made for. */
const table = (name: string, definition: string): [string[], string[]] => [
	[`create ${definition}`, `grant all on ${name} to task`],
	[`drop table ${name}`],
];

const CASES: Case[] = [
	{ item: 'dstDbDiskSize', objects: ['disk'], settings: { targetDisk: 1000 } },
	{ item: 'sourceSsl', objects: ['ssl'], settings: { usesTls: true } },
	{ item: 'walLevel', objects: ['wal_level'], restart: { wal_level: 'replica' } },
	{
		item: 'maxReplicationSlots',
		objects: ['max_replication_slots'],
		source: [
			[
				"select pg_create_physical_replication_slot('one')",
				"select pg_create_physical_replication_slot('two')",
			],
			["select pg_drop_replication_slot('one')", "select pg_drop_replication_slot('two')"],
		],
	},
	{
		item: 'maxWalSenders',
		objects: ['max_wal_senders'],
		source: [
			["select pg_create_physical_replication_slot('one')"],
			["select pg_drop_replication_slot('one')"],
		],
		restart: { max_wal_senders: '1' },
	},
	{
		item: 'lcMonetary',
		objects: ['lc_monetary'],
		target: [
			["alter database app set lc_monetary='POSIX'"],
			['alter database app reset lc_monetary'],
		],
	},
	{
		item: 'sessionReplicationRole',
		objects: ['session_replication_role'],
		target: [
			['alter database app reset session_replication_role'],
			["alter database app set session_replication_role='replica'"],
		],
	},
	{
		item: 'postgresSourcePrivileges',
		objects: ['shop.orders'],
		source: [['revoke select on shop.orders from task'], ['grant select on shop.orders to task']],
	},
	{
		item: 'postgresSourcePrivileges',
		objects: ['shop.orders_id_seq'],
		source: [
			['revoke select on shop.orders_id_seq from task'],
			['grant select on shop.orders_id_seq to task'],
		],
	},
	{
		item: 'postgresSourcePrivileges',
		objects: ['shop'],
		source: [['revoke usage on schema shop from task'], ['grant usage on schema shop to task']],
	},
	{
		item: 'postgresSourcePrivileges',
		objects: ['task'],
		source: [['alter role task noreplication'], ['alter role task replication']],
	},
	{
		item: 'postgresSourcePrivileges',
		objects: ['shop.log'],
		source: [
			[
				'create table shop.log (line text)',
				'alter table shop.log replica identity full',
				'grant select on shop.log to task',
			],
			['drop table shop.log'],
		],
	},
	{
		item: 'postgresTargetPrivileges',
		objects: ['task'],
		target: [['alter role task nocreatedb'], ['alter role task createdb']],
	},
	{
		item: 'postgresTargetPrivileges',
		objects: ['shop'],
		target: [['create schema shop'], ['drop schema shop']],
	},
	{
		item: 'postgresTargetPrivileges',
		objects: ['task'],
		source: [
			[
				'create function shop.watch() returns event_trigger language plpgsql as $$begin end$$',
				'create event trigger watch on ddl_command_end execute procedure shop.watch()',
			],
			['drop event trigger watch', 'drop function shop.watch()'],
		],
	},
	{
		item: 'postgresNames',
		objects: ['shop.a<b'],
		source: table('shop."a<b"', 'table shop."a<b" (id int primary key)'),
	},
	{
		item: 'postgresNames',
		objects: ['shop.plain.it\'s "it"'],
		source: table('shop.plain', 'table shop.plain (id int primary key, "it\'s ""it""" text)'),
	},
	{
		item: 'postgresNames',
		objects: ['shop.a\\.b'],
		source: [['create view shop."a.b" as select 1 as one'], ['drop view shop."a.b"']],
	},
	{
		item: 'replicaIdentity',
		objects: ['shop.log'],
		source: table('shop.log', 'table shop.log (line text)'),
	},
	{
		item: 'replicaIdentity',
		objects: ['shop.texts'],
		source: table('shop.texts', 'table shop.texts (name text primary key)'),
	},
	{
		item: 'replicaIdentity',
		objects: ['shop.customers'],
		source: [
			['alter table shop.customers replica identity nothing'],
			['alter table shop.customers replica identity default'],
		],
	},
	{
		item: 'extensions',
		objects: ['gone'],
		source: [
			["update pg_extension set extname='gone' where extname='hstore'"],
			["update pg_extension set extname='hstore' where extname='gone'"],
		],
	},
	{
		item: 'extensions',
		objects: ['hstore'],
		source: [
			["update pg_extension set extversion='99.1' where extname='hstore'"],
			["update pg_extension set extversion='1.8' where extname='hstore'"],
		],
	},
	{
		item: 'userSelectObjectsCheck',
		objects: ['shop.gone'],
		settings: {
			tables: [
				['shop', 'orders'],
				['shop', 'customers'],
				['shop', 'gone'],
			],
		},
	},
	{
		item: 'foreignKeyOnUnselectedTable',
		objects: ['shop.orders.to_customer'],
		settings: { tables: [['shop', 'orders']] },
	},
	{
		item: 'extensionTables',
		objects: ['shop.inside'],
		source: [
			[
				'create table shop.inside (id int primary key)',
				'alter extension hstore add table shop.inside',
			],
			['alter extension hstore drop table shop.inside', 'drop table shop.inside'],
		],
	},
	{
		item: 'sameTriggerNames',
		objects: ['shop.orders.touch'],
		source: [
			[
				'create trigger touch before update on shop.customers for each row execute procedure shop.touch()',
			],
			['drop trigger touch on shop.customers'],
		],
	},
	{
		item: 'disabledPartitionTriggers',
		objects: ['shop.events_1.rest'],
		source: [
			[
				'create trigger rest before update on shop.events_1 for each row execute procedure shop.touch()',
				'alter table shop.events_1 disable trigger rest',
			],
			['drop trigger rest on shop.events_1'],
		],
	},
	{
		item: 'unloggedTables',
		objects: ['shop.quick'],
		source: table('shop.quick', 'unlogged table shop.quick (id int primary key)'),
	},
	{
		item: 'foreignServers',
		objects: ['afar'],
		source: [
			['create foreign data wrapper far', 'create server afar foreign data wrapper far'],
			['drop server afar', 'drop foreign data wrapper far'],
		],
	},
	{
		item: 'publications',
		objects: ['news'],
		source: [['create publication news'], ['drop publication news']],
	},
	{
		item: 'functions',
		objects: ['shop.tight'],
		source: [
			['create function shop.tight() returns int language sql leakproof as $$select 1$$'],
			['drop function shop.tight()'],
		],
	},
	{
		item: 'largeObjects',
		objects: ['pg_largeobject'],
		source: [['select lo_create(4711)'], ['select lo_unlink(4711)']],
	},
];

it('finds nothing wrong with healthy servers', async () => {
	const result = await assessBoth();
	expect(result.findings).toEqual([]);
	expect(result.unknown).toEqual([]);
	expect(result).toMatchObject({ verdict: 'ready', engine: 'postgresql', server: 'shop' });
	expect(result.size.tables).toBe(3);
});

describe('a server that is broken in one way', () => {
	it.each(CASES)('$item: $objects', async ({ item, objects, settings, restart, ...broken }) => {
		try {
			if (broken.source) await source.run(broken.source[0], 'app');
			if (broken.target) await target.run(broken.target[0], 'app');
			if (restart) await source.restart(restart);
			const { findings, unknown } = await assessBoth(settings);
			expect(unknown).toEqual([]);
			expect(findings.map((each) => [each.item, each.object])).toEqual(
				objects.map((object) => [item, object]),
			);
		} finally {
			if (restart) await source.restart();
			if (broken.source) await source.run(broken.source[1], 'app');
			if (broken.target) await target.run(broken.target[1], 'app');
		}
	});

	it('finds a table in a tablespace of its own', async () => {
		const place = source.makeFolder('place');
		await source.run([`create tablespace fast location '${place}'`]);
		await source.run(
			[
				'create table shop.fast (id int primary key) tablespace fast',
				'grant all on shop.fast to task',
			],
			'app',
		);
		const { findings } = await assessBoth();
		await source.run(['drop table shop.fast'], 'app');
		await source.run(['drop tablespace fast']);
		expect(findings.map((each) => [each.item, each.object])).toEqual([
			['tablespaces', 'shop.fast'],
		]);
	});

	it('finds a long transaction', async () => {
		// A minute is long for a test: the clock of the statement is moved instead.
		const open = await source.connect({ database: 'app' });
		try {
			await open.query('begin');
			await open.query('select 1');
			const statements = assessmentSql({
				engine: 'postgresql',
				side: 'source',
				server: 'shop',
			}).map((each) => ({ ...each, sql: each.sql.replace("interval '1 minute'", "interval '0'") }));
			const other = assessmentSql({ engine: 'postgresql', side: 'target', server: 'shop' });
			const items = [
				...(await ask(source, statements, LOGIN)),
				...(await ask(target, other, LOGIN)),
			];
			expect(assess(items, SYNC)[0].findings.map(({ item }) => item)).toEqual(['longTransactions']);
		} finally {
			await open.close();
		}
	});

	it('finds that the source is a standby', async () => {
		const signal = join(source.data, 'standby.signal');
		writeFileSync(signal, '');
		await source.restart();
		const standby = await assessBoth();
		const fullCopy = await assessBoth({ incremental: false });
		await source.restart({ hot_standby_feedback: 'on' });
		const withFeedback = await assessBoth({ incremental: false });
		rmSync(signal);
		await source.restart();
		const items = [standby, fullCopy, withFeedback].map(({ findings }) =>
			findings.map(({ item }) => item),
		);
		expect(items).toEqual([['sourceStandby'], ['sourceStandby'], []]);
	});
});

describe('a user who may not see everything', () => {
	it('cannot tell whether others have long transactions', async () => {
		await source.run(['revoke pg_read_all_stats from task']);
		const result = await assessBoth();
		await source.run(['grant pg_read_all_stats to task']);
		expect(result).toMatchObject({ verdict: 'cannot tell', findings: [] });
		expect(result.unknown[0].reason).toContain('grant pg_read_all_stats');
	});
});
