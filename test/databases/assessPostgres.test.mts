import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../../nodes/shared/assessment/assess';
import { assessmentSql } from '../../nodes/shared/assessment/sql';
import type { Assessment, AssessmentSettings } from '../../nodes/shared/assessment/types';
import { ask } from './support/ask.mts';
import { assessPair } from './support/assessPair.mts';
import { POSTGRES_CASES } from './support/postgresCases.mts';
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

const assessBoth = async (settings: Partial<AssessmentSettings> = {}): Promise<Assessment> =>
	await assessPair(
		{ engine: 'postgresql', source, target, login: LOGIN },
		{ ...SYNC, ...settings },
	);

it('finds nothing wrong with healthy servers', async () => {
	const result = await assessBoth();
	expect(result.findings).toEqual([]);
	expect(result.unknown).toEqual([]);
	expect(result).toMatchObject({ verdict: 'ready', engine: 'postgresql', server: 'shop' });
	expect(result.size.tables).toBe(3);
});

describe('a server that is broken in one way', () => {
	it.each(POSTGRES_CASES)(
		'$item: $objects',
		async ({ item, objects, settings, restart, ...broken }) => {
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
		},
	);

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
