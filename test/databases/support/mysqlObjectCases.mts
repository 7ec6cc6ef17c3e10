import { SOURCE_GRANT, USER } from './mysqlPair.mts';
import { type MysqlCase, made } from './mysqlCase.mts';

/** What is wrong with the objects of a server. */
export const OBJECT_CASES: MysqlCase[] = [
	{ item: 'dstDbDiskSize', objects: ['disk'], settings: { targetDisk: 1000 } },
	{
		item: 'checkIncreSrcDbExistedInDstDb',
		objects: ['app'],
		target: made('create database app', 'drop database app'),
	},
	{
		item: 'srcDbNameContainsUnsupportedSymbols',
		objects: ['sh<op'],
		source: made('create database `sh<op`', 'drop database `sh<op`'),
	},
	{
		item: 'srcDbNameContainsUnsupportedSymbols',
		objects: ['Shop'],
		source: made('create database Shop', 'drop database Shop'),
	},
	{
		item: 'srcTableNameContainsNonAscii',
		objects: ['app.a<b'],
		source: made('create table app.`a<b` (id int primary key)', 'drop table app.`a<b`'),
	},
	{
		item: 'srcTableNameContainsNonAscii',
		objects: ['app.größe\\.n'],
		source: made('create table app.`größe.n` (id int primary key)', 'drop table app.`größe.n`'),
	},
	{
		item: 'srcViewNameContainsNonAscii',
		objects: ["app.a'b"],
		source: made("create view app.`a'b` as select 1 as one", "drop view app.`a'b`"),
	},
	{
		item: 'triggerNameContainsNonAscii',
		objects: ['app.prüfe'],
		source: made(
			'create trigger app.`prüfe` before insert on app.orders for each row set new.customer=1',
			'drop trigger app.`prüfe`',
		),
		also: ['srcTriggerAndEventCheck'],
	},
	{
		item: 'objectNameContainsNonAscii',
		objects: ['app.zähle'],
		source: made(
			'create function app.`zähle`() returns int deterministic return 1',
			'drop function app.`zähle`',
		),
	},
	{
		item: 'myisamTable',
		objects: ['app.old'],
		source: made('create table app.old (id int primary key) engine=MyISAM', 'drop table app.old'),
	},
	{
		item: 'srcDbExistUnsupportEngineTable',
		objects: ['app.memo'],
		source: made('create table app.memo (id int primary key) engine=MEMORY', 'drop table app.memo'),
	},
	{
		item: 'srcRoutinesWithoutPrivilegeCheck',
		objects: [USER],
		settings: { databases: ['app'] },
		source: [
			["revoke select on *.* from task@'%'", "grant select on app.* to task@'%'"],
			[SOURCE_GRANT, "revoke select on app.* from task@'%'"],
		],
	},
	{
		item: 'srcTriggerAndEventCheck',
		objects: ['app.nightly'],
		source: made(
			'create event app.nightly on schedule every 1 day do set @a=1',
			'drop event app.nightly',
		),
	},
	{
		item: 'tableWithoutPrimaryKey',
		objects: ['app.log'],
		source: made('create table app.log (line int not null unique)', 'drop table app.log'),
	},
	{
		item: 'srcDbIndexKeyLength',
		objects: ['app.wide.name'],
		source: made(
			'create table app.wide (id int primary key, name char(250) character set utf8mb4, key name (name(200))) engine=MyISAM row_format=fixed',
			'drop table app.wide',
		),
		also: ['myisamTable'],
	},
	{
		item: 'hasForeignKeyOnUnselectedTable',
		objects: ['app.orders.to_customer'],
		settings: { tables: [['app', 'orders']] },
	},
	{
		item: 'userSelectObjectsCheck',
		objects: ['gone'],
		settings: { databases: ['app', 'gone'] },
	},
	{
		item: 'userSelectObjectsCheck',
		objects: ['app.gone'],
		settings: {
			tables: [
				['app', 'orders'],
				['app', 'customers'],
				['app', 'gone'],
			],
		},
	},
	{
		item: 'userRequirementIsEnoughForDefiner',
		objects: ['boss@%'],
		settings: { replaceDefiner: false },
		source: made(
			"create definer=boss@'%' view app.chief as select 1 as one",
			'drop view app.chief',
		),
	},
];
