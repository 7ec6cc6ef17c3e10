import type { PostgresCase } from './postgresCase.mts';

/** What is wrong with the settings and rights of a server. */
export const SERVER_CASES: PostgresCase[] = [
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
];
