import { SETTINGS, SOURCE_GRANT, TARGET_GRANT, USER } from './mysqlPair.mts';
import { type MysqlCase, setGlobal, made } from './mysqlCase.mts';

/** What is wrong with the settings and versions of a server. */
export const SERVER_CASES: MysqlCase[] = [
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
