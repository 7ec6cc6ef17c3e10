import type { AssessmentSettings } from '../../../nodes/shared/assessment/types';
import { SETTINGS, SOURCE_GRANT, TARGET_GRANT, USER } from './mysqlPair.mts';

/** A server that is broken in one way, and the findings that this alone gives. */
interface Case {
	item: string;
	objects: string[];
	/** The statements that break the server, and the ones that restore it. */
	source?: [string[], string[]];
	target?: [string[], string[]];
	/** Settings with which a server is started to break it. */
	restart?: { source?: Record<string, string>; target?: Record<string, string> };
	settings?: Partial<AssessmentSettings>;
	/** Other items that the same fault concerns by their own wording. */
	also?: string[];
}

const setGlobal = (name: string, broken: string, whole: string): [string[], string[]] => [
	[`set global ${name}=${broken}`],
	[`set global ${name}=${whole}`],
];

const made = (make: string, drop: string): [string[], string[]] => [[make], [drop]];

/** The faults. */
export const MYSQL_CASES: Case[] = [
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
	{
		item: 'srcDbBinlogIsOff',
		objects: ['log_bin'],
		restart: { source: { 'log-bin': 'OFF', 'skip-log-bin': '1' } },
	},
	{
		item: 'srcBinlogFormatCheck',
		objects: ['binlog_format'],
		source: setGlobal('binlog_format', "'MIXED'", "'ROW'"),
	},
	{
		item: 'srcBinlogRowImageCheck',
		objects: ['binlog_row_image'],
		source: setGlobal('binlog_row_image', "'MINIMAL'", "'FULL'"),
	},
	{
		item: 'srcDbBinlogExpireLogsDays',
		objects: ['expire_logs_days'],
		source: setGlobal('expire_logs_days', '1', '7'),
	},
	{
		item: 'srcDbBinlogExpireLogsDays',
		objects: ['expire_logs_days'],
		source: setGlobal('expire_logs_days', '0', '7'),
	},
	{
		item: 'srcDbServerIdCheck',
		objects: ['server_id'],
		restart: { source: { 'server-id': '1', version: '5.6.51' } },
	},
	{
		item: 'serverIdDifferent',
		objects: ['server_id'],
		target: setGlobal('server_id', '11', '12'),
	},
	{
		item: 'srclogSlaveUpdatesCheck',
		objects: ['log_slave_updates'],
		restart: { source: { 'log-slave-updates': '0' } },
	},
	{
		item: 'dbCharacterSetConsistency',
		objects: ['character_set_server'],
		target: [
			[
				"set global character_set_server='utf8mb3'",
				'set global collation_server=@@global.collation_server',
			],
			[
				"set global character_set_server='latin1'",
				"set global collation_server='latin1_swedish_ci'",
			],
		],
		also: ['dbCollationServerConsistency'],
	},
	{
		item: 'dbCollationServerConsistency',
		objects: ['collation_server'],
		target: setGlobal('collation_server', "'latin1_bin'", "'latin1_swedish_ci'"),
	},
	{
		item: 'srcDstTableNameCaseSensitiveCheck',
		objects: ['lower_case_table_names', 'app.Upper'],
		source: made('create table app.Upper (id int primary key)', 'drop table app.Upper'),
		restart: { target: { 'lower-case-table-names': '1' } },
	},
	{
		item: 'sqlModeConsistency',
		objects: ['sql_mode'],
		target: setGlobal('sql_mode', "'ANSI_QUOTES'", `'${SETTINGS['sql-mode']}'`),
	},
	{
		item: 'sqlModeNoEngine',
		objects: ['app.old'],
		settings: { scenario: 'sync' },
		source: [
			[
				'create table app.old (id int primary key) engine=MyISAM',
				"set global sql_mode='STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION'",
			],
			['drop table app.old', `set global sql_mode='${SETTINGS['sql-mode']}'`],
		],
		target: setGlobal(
			'sql_mode',
			"'NO_ENGINE_SUBSTITUTION,STRICT_TRANS_TABLES'",
			`'${SETTINGS['sql-mode']}'`,
		),
	},
	{
		item: 'sqlModeIsNoEngine',
		objects: ['sql_mode'],
		source: setGlobal('sql_mode', "'NO_ENGINE_SUBSTITUTION'", `'${SETTINGS['sql-mode']}'`),
		target: setGlobal('sql_mode', "'NO_ENGINE_SUBSTITUTION'", `'${SETTINGS['sql-mode']}'`),
	},
	{
		item: 'innodbStrictModeConsistency',
		objects: ['innodb_strict_mode'],
		target: setGlobal('innodb_strict_mode', 'OFF', 'ON'),
	},
	{
		item: 'dbIsolationLevelConsistency',
		objects: ['transaction_isolation'],
		target: [
			['set global transaction isolation level read committed'],
			['set global transaction isolation level repeatable read'],
		],
	},
	{
		item: 'dbClockConsistency',
		objects: ['clock'],
		source: setGlobal('init_connect', "'set timestamp=1700000000'", "''"),
	},
	{
		item: 'timeZoneConsistency',
		objects: ['time_zone'],
		target: setGlobal('time_zone', "'+05:30'", "'SYSTEM'"),
	},
	{
		item: 'groupConcatMaxLen',
		objects: ['group_concat_max_len'],
		target: setGlobal('group_concat_max_len', '1024', '1048576'),
	},
	{
		item: 'dbParamConsistency',
		objects: ['wait_timeout'],
		target: setGlobal('wait_timeout', '100', '28800'),
	},
	{
		item: 'dstMaxAllowedPacketCheck',
		objects: ['max_allowed_packet'],
		target: setGlobal('max_allowed_packet', '16777216', '134217728'),
	},
	{
		item: 'logBinTrustFunctionCreators',
		objects: ['log_bin_trust_function_creators'],
		target: setGlobal('log_bin_trust_function_creators', 'OFF', 'ON'),
	},
	{
		item: 'logBinTrustFunctionCreatorsAlike',
		objects: ['log_bin_trust_function_creators'],
		settings: { direction: 'down' },
		source: setGlobal('log_bin_trust_function_creators', 'OFF', 'ON'),
	},
	{
		item: 'srcDbPrivilegesIsEnoughForIncre',
		objects: [USER],
		source: [["revoke lock tables on *.* from task@'%'"], [SOURCE_GRANT]],
	},
	{
		item: 'srcDbPrivilegesIsEnough',
		objects: [USER],
		settings: { incremental: false },
		source: [["revoke show view on *.* from task@'%'"], [SOURCE_GRANT]],
	},
	{
		item: 'dstDbPrivilegesIsEnough',
		objects: [USER],
		target: [["revoke index on *.* from task@'%'"], [TARGET_GRANT]],
	},
	{
		item: 'dstDbPrivilegesIsEnough',
		objects: [USER],
		target: [["revoke grant option on *.* from task@'%'"], [TARGET_GRANT]],
	},
	{
		item: 'srcDbVersionSupport',
		objects: ['5.1.73'],
		restart: { source: { version: '5.1.73' } },
	},
	{
		item: 'dstDbVersionSupport',
		objects: ['8.4.1'],
		restart: { target: { version: '8.4.1' } },
	},
	{
		item: 'dbVersionMeetRequirement',
		objects: ['5.7.44'],
		restart: { target: { version: '5.7.44' } },
	},
];
