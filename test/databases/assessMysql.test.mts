import { assess } from '../../nodes/shared/assessment/assess';
import { assessmentSql } from '../../nodes/shared/assessment/sql';
import type { Assessment, AssessmentSettings } from '../../nodes/shared/assessment/types';
import { ask, askOn } from './support/ask.mts';
import { assessPair } from './support/assessPair.mts';
import type { DatabaseServer } from './support/database.mts';
import { startMariadb } from './support/mariadb.mts';
import { MYSQL_CASES } from './support/mysqlCases.mts';
import { SETTINGS, SOURCE_GRANT, TARGET_GRANT, USER } from './support/mysqlPair.mts';

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

const assessBoth = async (settings: Partial<AssessmentSettings> = {}): Promise<Assessment> =>
	await assessPair({ engine: 'mysql', source, target, login: { user: 'task' } }, settings);

it('finds nothing wrong with healthy servers', async () => {
	const result = await assessBoth();
	expect(result.findings).toEqual([]);
	expect(result.unknown).toEqual([]);
	expect(result).toMatchObject({ verdict: 'ready', engine: 'mysql', server: 'shop' });
	expect(result.size.tables).toBe(2);
	expect(result.hints).toEqual([expect.objectContaining({ setting: 'definers', objects: [USER] })]);
});

describe('a server that is broken in one way', () => {
	it.each(MYSQL_CASES)(
		'$item: $objects',
		async ({ item, objects, also = [], settings, ...broken }) => {
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
		},
	);
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
