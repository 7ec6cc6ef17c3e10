import { assess } from '../../nodes/shared/assessment/assess';
import { assessmentSql } from '../../nodes/shared/assessment/sql';
import type { Assessment, AssessmentSettings } from '../../nodes/shared/assessment/types';
import { ask, askOn } from './support/ask.mts';
import type { DatabaseServer } from './support/database.mts';
import { startMariadb } from './support/mariadb.mts';

/** MariaDB under the version of a MySQL server: the service names no MariaDB, and Debian has no MySQL. */
const SETTINGS = {
	version: '8.0.36',
	'log-bin': 'binlog',
	'log-slave-updates': '1',
	'binlog-format': 'ROW',
	'expire-logs-days': '7',
	'max-allowed-packet': '134217728',
	'sql-mode': 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO',
	'log-bin-trust-function-creators': '1',
	'lower-case-table-names': '0',
};

const USER = 'task@%';
const SOURCE_GRANT =
	"grant select, show view, event, trigger, lock tables, replication slave, replication client, slave monitor on *.* to task@'%'";
const TARGET_GRANT = "grant all on *.* to task@'%' with grant option";

let source: DatabaseServer;
let target: DatabaseServer;

beforeAll(async () => {
	[source, target] = await Promise.all([
		startMariadb({ ...SETTINGS, 'server-id': '11' }),
		startMariadb({ ...SETTINGS, 'server-id': '12' }),
	]);
	await source.run([
		"create user task@'%'",
		SOURCE_GRANT,
		'create database app character set utf8mb4',
		'create table app.customers (id int primary key, name varchar(40), unique (name)) engine=InnoDB',
		'create table app.orders (id bigint primary key auto_increment, customer int, foreign key to_customer (customer) references customers (id)) engine=InnoDB',
		"create definer=task@'%' view app.names as select name from app.customers",
		"create definer=task@'%' function app.one() returns int deterministic return 1",
	]);
	await target.run(["create user task@'%'", TARGET_GRANT]);
}, 120_000);

afterAll(async () => {
	await Promise.all([source?.close(), target?.close()]);
});

async function assessBoth(settings: Partial<AssessmentSettings> = {}): Promise<Assessment> {
	const statements = (side: 'source' | 'target') =>
		assessmentSql({ engine: 'mysql', side, server: 'shop', databases: settings.databases });
	const login = { user: 'task' };
	const items = [
		...(await ask(source, statements('source'), login)),
		...(await ask(target, statements('target'), login)),
	];
	const results = assess(items, settings);
	expect(results).toHaveLength(1);
	return results[0];
}

/** A server that is broken in one way, and the findings that this alone gives. */
interface Case {
	item: string;
	objects: string[];
	/** Statements that break it, and those that mend it. */
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

const CASES: Case[] = [
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

it('finds nothing wrong with healthy servers', async () => {
	const result = await assessBoth();
	expect(result.findings).toEqual([]);
	expect(result.unknown).toEqual([]);
	expect(result).toMatchObject({ verdict: 'ready', engine: 'mysql', server: 'shop' });
	expect(result.size.tables).toBe(2);
	expect(result.hints).toEqual([expect.objectContaining({ setting: 'definers', objects: [USER] })]);
});

describe('a server that is broken in one way', () => {
	it.each(CASES)('$item: $objects', async ({ item, objects, also = [], settings, ...broken }) => {
		const { restart } = broken;
		try {
			if (broken.source) await source.run(broken.source[0]);
			if (broken.target) await target.run(broken.target[0]);
			if (restart?.source) await source.restart(restart.source);
			if (restart?.target) await target.restart(restart.target);
			const { findings, unknown } = await assessBoth(settings);
			expect(unknown).toEqual([]);
			expect(findings.filter((each) => each.item === item).map(({ object }) => object)).toEqual(
				objects,
			);
			expect(
				findings.map((each) => each.item).filter((each) => each !== item && !also.includes(each)),
			).toEqual([]);
		} finally {
			if (restart?.source) await source.restart();
			if (restart?.target) await target.restart();
			if (broken.source) await source.run(broken.source[1]);
			if (broken.target) await target.run(broken.target[1]);
		}
	});
});

describe('what only a running connection shows', () => {
	it('finds a user that must use TLS', async () => {
		const connection = await source.connect({ user: 'task' });
		try {
			await source.run(["alter user task@'%' require ssl"]);
			const mine = assessmentSql({ engine: 'mysql', side: 'source', server: 'shop' });
			const other = assessmentSql({ engine: 'mysql', side: 'target', server: 'shop' });
			const items = [
				...(await askOn(connection, mine)),
				...(await ask(target, other, { user: 'task' })),
			];
			const [result] = assess(items);
			expect(result.findings.map(({ item, object }) => [item, object])).toEqual([
				['isUserRequireSslLink', USER],
			]);
		} finally {
			await connection.close();
			await source.run(["alter user task@'%' require none"]);
		}
	});

	it('says that disaster recovery needs GTID, which MariaDB has not', async () => {
		const { findings } = await assessBoth({ scenario: 'cloudDataGuard' });
		expect(findings.map(({ item, side, object }) => [item, side, object])).toEqual([
			['gtidMode', 'source', 'gtid_mode'],
			['gtidMode', 'source', 'enforce_gtid_consistency'],
			['gtidMode', 'target', 'gtid_mode'],
			['gtidMode', 'target', 'enforce_gtid_consistency'],
			['srcDbPrivilegesIsEnoughForIncre', 'source', USER],
		]);
	});
});

describe('a user who may not see everything', () => {
	it.each([
		['trigger', 'srcTriggerAndEventCheck'],
		['event', 'objectNameContainsNonAscii'],
		['select', 'tableWithoutPrimaryKey'],
	])('without %s the verdict is "cannot tell" with the missing grant', async (privilege, item) => {
		await source.run([`revoke ${privilege} on *.* from task@'%'`]);
		try {
			const result = await assessBoth({ asTaskUser: false });
			expect(result.verdict).toBe('cannot tell');
			expect(result.findings).toEqual([]);
			expect(result.unknown.find((each) => each.item === item)?.reason).toContain(
				`grant ${privilege} on`,
			);
		} finally {
			await source.run([SOURCE_GRANT]);
		}
	});

	it('sees with a role what the role may see', async () => {
		await source.run([
			"revoke trigger on *.* from task@'%'",
			'create role looker',
			'grant trigger on *.* to looker',
			"grant looker to task@'%'",
			"set default role looker for task@'%'",
		]);
		try {
			expect(await assessBoth()).toMatchObject({ verdict: 'ready', unknown: [] });
		} finally {
			await source.run(['drop role looker', SOURCE_GRANT]);
		}
	});

	it('cannot tell without the target', async () => {
		const mine = assessmentSql({ engine: 'mysql', side: 'source', server: 'shop' });
		const [result] = assess(await ask(source, mine, { user: 'task' }));
		expect(result.verdict).toBe('cannot tell');
		expect(result.unknown[0].reason).toContain('Also run the statements for the target.');
	});

	it('says of MariaDB under its own name that the service does not name it', async () => {
		const rows = await ask(
			source,
			assessmentSql({ engine: 'mysql', side: 'source', server: 'shop' }),
			{ user: 'task' },
		);
		const items = rows.map((row) =>
			row.check === 'source.version' ? { ...row, value: '10.11.19-MariaDB' } : row,
		);
		const [result] = assess(items);
		expect(result.verdict).toBe('needs work');
		expect(result.findings[0].item).toBe('srcDbVersionSupport');
	});
});

// The last test: a server lists a replica for a while after it has gone.
it('finds a replica of the target, and that the source is a replica', async () => {
	await target.run(["create user copy@'%'", "grant replication slave on *.* to copy@'%'"]);
	await source.run([
		`change master to master_host='127.0.0.1', master_port=${target.port}, master_user='copy'`,
		'start slave io_thread',
	]);
	try {
		let findings: Assessment['findings'] = [];
		for (let round = 0; round < 50 && findings.length === 0; round++) {
			({ findings } = await assessBoth());
			if (findings.length === 0) await new Promise((resolve) => setTimeout(resolve, 100));
		}
		expect(findings.map(({ item, object }) => [item, object])).toEqual([
			['targetReadReplica', expect.stringMatching(/:\d+$/)],
		]);
	} finally {
		await source.run(['stop slave', 'reset slave all']);
		await target.run(["drop user copy@'%'"]);
	}
});
