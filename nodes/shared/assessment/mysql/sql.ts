import { mysqlScope } from '../../sql/mysqlScope';
import { quoteLiteral } from '../../sql/quote';
import {
	askedSource,
	unionSql,
	type RowOrigin,
	type RowSource,
	type SqlStatement,
} from '../../sql/statement';

/** Parameters that should agree but have no item of their own: the item "Common parameters" stands for them. */
export const COMMON_PARAMETERS = [
	'connect_timeout',
	'div_precision_increment',
	'explicit_defaults_for_timestamp',
	'innodb_lock_wait_timeout',
	'interactive_timeout',
	'net_read_timeout',
	'net_write_timeout',
	'wait_timeout',
] as const;

const VARIABLES = [
	...['binlog_expire_logs_auto_purge', 'binlog_expire_logs_seconds', 'binlog_format'],
	...['binlog_row_image', 'binlog_row_value_options', 'character_set_server', 'collation_server'],
	...['enforce_gtid_consistency', 'expire_logs_days', 'group_concat_max_len', 'gtid_mode'],
	...['aria_block_size', 'hostname', 'innodb_page_size', 'innodb_strict_mode', 'log_bin'],
	...['log_bin_trust_function_creators', 'log_replica_updates', 'log_slave_updates'],
	...['lower_case_table_names', 'max_allowed_packet', 'port', 'read_only'],
	...['require_secure_transport', 'server_id', 'server_uuid'],
	...['sql_generate_invisible_primary_key', 'sql_mode', 'super_read_only', 'system_time_zone'],
	...['time_zone', 'transaction_isolation', 'tx_isolation', 'version_comment'],
	...COMMON_PARAMETERS,
];

const SERVER: readonly RowSource[] = [
	{ check: 'version', value: ['version()'] },
	{ check: 'user', value: ['current_user()'] },
	{ check: 'clock', value: ['unix_timestamp(now(6))'] },
	{ check: 'offset', value: ['timestampdiff(second,utc_timestamp(),now())'] },
	{
		check: 'schema',
		object: ['schema_name'],
		value: ['default_character_set_name', 'default_collation_name'],
		from: `from information_schema.schemata where ${mysqlScope('schema_name', [])}`,
	},
];

const objectsOf = (databases: readonly string[]): RowSource[] => [
	{
		check: 'table',
		object: ['table_schema', 'table_name'],
		value: [
			...['engine', 'table_type', "coalesce(row_format,'')", 'coalesce(table_rows,0)'],
			'coalesce(data_length,0)+coalesce(index_length,0)',
		],
		from: `from information_schema.tables where table_type not like '%VIEW' and ${mysqlScope('table_schema', databases)}`,
	},
	{
		check: 'primaryKey',
		object: ['table_schema', 'table_name'],
		from: `from information_schema.statistics where index_name='PRIMARY' and seq_in_index=1 and ${mysqlScope('table_schema', databases)}`,
	},
	{
		check: 'view',
		object: ['table_schema', 'table_name'],
		value: ['definer'],
		from: `from information_schema.views where ${mysqlScope('table_schema', databases)}`,
	},
	{
		check: 'routine',
		object: ['routine_schema', 'routine_name'],
		value: ['definer', 'routine_type'],
		from: `from information_schema.routines where ${mysqlScope('routine_schema', databases)}`,
	},
	{
		check: 'trigger',
		object: ['trigger_schema', 'trigger_name'],
		value: ['definer', 'event_object_table'],
		from: `from information_schema.triggers where ${mysqlScope('trigger_schema', databases)}`,
	},
	{
		check: 'event',
		object: ['event_schema', 'event_name'],
		value: ['definer', 'status'],
		from: `from information_schema.events where ${mysqlScope('event_schema', databases)}`,
	},
	{
		check: 'foreignKey',
		object: ['table_schema', 'table_name', 'constraint_name'],
		value: ['referenced_table_schema', 'referenced_table_name'],
		from: `from information_schema.key_column_usage where referenced_table_name is not null and ordinal_position=1 and ${mysqlScope('table_schema', databases)}`,
	},
	{
		check: 'longKey',
		object: ['s.table_schema', 's.table_name', 's.index_name'],
		value: [
			'max(coalesce(s.sub_part,c.character_maximum_length)*(c.character_octet_length/c.character_maximum_length))',
		],
		from: `from information_schema.statistics s join information_schema.columns c on c.table_schema=s.table_schema and c.table_name=s.table_name and c.column_name=s.column_name where c.character_maximum_length>0 and s.index_type='BTREE' and coalesce(s.sub_part,c.character_maximum_length)*(c.character_octet_length/c.character_maximum_length)>767 and ${mysqlScope('s.table_schema', databases)} group by s.table_schema,s.table_name,s.index_name`,
	},
];

const ACCOUNTS: RowSource = { check: 'account', object: ['user', 'host'], from: 'from mysql.user' };

/**
 * @param origin whose rows they give
 * @param databases to look at on the source; empty means all
 * @returns the read-only statements of the assessment, in the order in which they have to run. The rows of SHOW do not say
 * whose they are, so the first statement has to come first.
 */
export function mysqlAssessmentSql(
	origin: RowOrigin,
	databases: readonly string[],
): SqlStatement[] {
	const names = VARIABLES.map((name) => quoteLiteral('mysql', name)).join(',');
	const objects = origin.side === 'source' ? objectsOf(databases) : [];
	const shown = (name: string, sql: string, mayFail: boolean): SqlStatement => ({
		name,
		sql,
		mayFail,
	});
	return [
		shown('catalog', unionSql(origin, [...SERVER, ...askedSource(databases), ...objects]), false),
		shown('variables', `show global variables where variable_name in (${names})`, false),
		shown('grants', 'show grants', false),
		shown('account', 'show create user current_user()', true),
		shown('accounts', unionSql(origin, [ACCOUNTS]), true),
		origin.side === 'source'
			? shown('replication', 'show slave status', true)
			: shown('replicas', 'show slave hosts', true),
	];
}
