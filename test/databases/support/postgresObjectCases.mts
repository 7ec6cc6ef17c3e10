import { type PostgresCase, table } from './postgresCase.mts';

/** What is wrong with the objects of a server. */
export const OBJECT_CASES: PostgresCase[] = [
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
