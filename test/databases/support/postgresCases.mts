import type { AssessmentSettings } from '../../../nodes/shared/assessment/types';

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

/** The faults. */
export const POSTGRES_CASES: Case[] = [
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
