import { assess } from '../../../../nodes/shared/assessment/assess';
import { assessmentSqlItems } from '../../../../nodes/shared/assessment/operations';
import { assessmentSql } from '../../../../nodes/shared/assessment/sql';

type Item = Record<string, unknown>;

/** Rows of a healthy MySQL 8 server, which Debian does not have. */
function mysql(side: 'source' | 'target', variables: Record<string, string> = {}): Item[] {
	const row = (check: string, object: string, value: string) => ({
		server: 'shop',
		check: `${side}.${check}`,
		object,
		value,
	});
	const settings = {
		log_bin: 'ON',
		binlog_format: 'ROW',
		binlog_row_image: 'FULL',
		binlog_expire_logs_seconds: '2592000',
		server_id: side === 'source' ? '1' : '2',
		server_uuid: side === 'source' ? 'aaaa' : 'bbbb',
		gtid_mode: 'ON',
		enforce_gtid_consistency: 'ON',
		log_replica_updates: 'ON',
		max_allowed_packet: '134217728',
		sql_mode: 'STRICT_TRANS_TABLES',
		lower_case_table_names: '0',
		...variables,
	};
	return [
		row('version', '', '8.0.36'),
		row('user', '', 'task@%'),
		...(side === 'source'
			? [
					row('schema', 'app', 'utf8mb4|utf8mb4_0900_ai_ci'),
					row('table', 'app.log', 'InnoDB|BASE TABLE|Dynamic|5|16384'),
				]
			: []),
		...Object.entries(settings).map(([name, value]) => ({ Variable_name: name, Value: value })),
		{ 'Grants for task@%': 'GRANT ALL PRIVILEGES ON *.* TO `task`@`%` WITH GRANT OPTION' },
		{ 'CREATE USER for task@%': 'CREATE USER `task`@`%` REQUIRE NONE' },
		{ error: 'a statement that may fail' },
	];
}

const itemsOf = (items: Item[], settings = {}) => {
	const [result] = assess(items, { scenario: 'sync', ...settings });
	expect(result.unknown).toEqual([]);
	return result.findings.map(({ item, object }) => [item, object]);
};

describe('what only MySQL 8 has', () => {
	it('finds nothing wrong with healthy servers', () => {
		expect(itemsOf([...mysql('source'), ...mysql('target')])).toEqual([]);
	});

	it('finds the same server_uuid', () => {
		const items = [...mysql('source'), ...mysql('target', { server_uuid: 'aaaa' })];
		expect(itemsOf(items)).toEqual([['dbServerUuidConsistency', 'server_uuid']]);
	});

	it('finds tables without key where the target makes invisible keys', () => {
		const items = [
			...mysql('source'),
			...mysql('target', { sql_generate_invisible_primary_key: 'ON' }),
		];
		expect(itemsOf(items, { scenario: 'migration' })).toEqual([
			['srcHasNoPkTableWhenTgtHasInvisiblePk', 'app.log'],
			['tableWithoutPrimaryKey', 'app.log'],
		]);
	});

	it('finds partial JSON in the binlog', () => {
		const items = [
			...mysql('source', { binlog_row_value_options: 'PARTIAL_JSON' }),
			...mysql('target'),
		];
		expect(itemsOf(items)).toEqual([['srcBinlogRowImageCheck', 'binlog_row_value_options']]);
	});

	it('knows a binlog that is kept for ever, by seconds or by days', () => {
		const kept = (variables: Record<string, string>) =>
			itemsOf([...mysql('source', variables), ...mysql('target')]).length;
		expect(kept({ binlog_expire_logs_seconds: '1', binlog_expire_logs_auto_purge: 'OFF' })).toBe(0);
		expect(kept({ binlog_expire_logs_seconds: '86400' })).toBe(1);
		expect(kept({ binlog_expire_logs_seconds: '0', expire_logs_days: '4' })).toBe(0);
	});

	it('finds GTID switched off, for disaster recovery', () => {
		const items = [...mysql('source'), ...mysql('target', { gtid_mode: 'OFF' })];
		expect(itemsOf(items, { scenario: 'cloudDataGuard' })).toEqual([['gtidMode', 'gtid_mode']]);
	});
});

/** Rows of a PostgreSQL server. */
const postgres = (side: 'source' | 'target', settings: Record<string, string>): Item[] => {
	const row = (check: string, object: string, value: string) => ({
		server: 'shop',
		check: `${side}.${check}`,
		object,
		value,
	});
	return [
		row('database', 'app', 'UTF8|C|C|task'),
		row('role', '', 'true|true|true|true|true|true|true|true'),
		...Object.entries({
			server_version_num: '150018',
			wal_level: 'logical',
			max_replication_slots: '10',
			max_wal_senders: '10',
			block_size: '8192',
			ssl: 'on',
			...settings,
		}).map(([name, value]) => row('setting', name, value)),
	];
};

describe('what Debian has one of', () => {
	it.each([
		[{}, {}, []],
		[{ block_size: '16384' }, {}, [['blockSize', 'block_size']]],
		[
			{ server_version_num: '170002' },
			{ server_version_num: '170002' },
			[
				['postgresVersions', '17'],
				['postgresVersions', '17'],
			],
		],
		[{}, { server_version_num: '130016' }, [['postgresVersions', '13']]],
		[{ server_version_num: '90424' }, { server_version_num: '90603' }, []],
	])('%j and %j', (source, target, findings) => {
		const items = [...postgres('source', source), ...postgres('target', target)];
		expect(itemsOf(items, { usesTls: true })).toEqual(findings);
	});
});

it('keeps pairs apart by name and by side', () => {
	const other = [...mysql('source'), ...mysql('target')].map((item) =>
		'server' in item ? { ...item, server: 'other' } : item,
	);
	const results = assess([...mysql('source'), ...other, ...mysql('target')], { scenario: 'sync' });
	expect(results.map(({ server, verdict }) => [server, verdict])).toEqual([
		['shop', 'ready'],
		['other', 'ready'],
	]);
});

it('has no SQL for MongoDB, and says so', () => {
	expect(assessmentSql({ engine: 'mongodb', side: 'source', server: 'x' })).toEqual([]);
	expect(() => assessmentSqlItems({ engine: 'mongodb', side: 'source', server: 'x' })).toThrow(
		/no SQL/,
	);
});

it('takes nothing for a verdict', () => {
	expect(assess([])).toEqual([]);
	expect(assess([null, 1, 'x', [], { a: 1 }])).toEqual([]);
});
