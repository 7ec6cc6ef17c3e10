import { notOfExtension, USER_SCHEMA } from '../../sql/postgresScope';
import { quoteLiteral } from '../../sql/quote';
import { unionSql, type RowOrigin, type RowSource, type SqlStatement } from '../../sql/statement';

const SETTINGS = [
	...['block_size', 'hot_standby_feedback', 'lc_monetary', 'max_replication_slots'],
	...['max_wal_senders', 'server_version_num', 'session_replication_role', 'ssl', 'wal_level'],
];

const RELATIONS = `from pg_class c join pg_namespace n on n.oid=c.relnamespace where ${USER_SCHEMA} and ${notOfExtension('pg_class', 'c.oid')}`;
const HAS_KEY = 'exists (select 1 from pg_index i where i.indrelid=c.oid and i.indisprimary)';
/** Versions before 10 have no such column. */
const IS_PARTITION = "coalesce(row_to_json(c)->>'relispartition','false')";
const NAMED = ['n.nspname', 'c.relname'] as const;

const SERVER: readonly RowSource[] = [
	{
		check: 'database',
		object: ['current_database()'],
		value: ['pg_encoding_to_char(d.encoding)', 'd.datcollate', 'd.datctype', 'current_user'],
		from: 'from pg_database d where d.datname=current_database()',
	},
	{
		check: 'setting',
		object: ['s.name'],
		value: ['current_setting(s.name)'],
		from: `from pg_settings s where s.name in (${SETTINGS.map((name) => quoteLiteral('postgresql', name)).join(',')})`,
	},
	{
		check: 'role',
		value: [
			...['r.rolsuper', 'r.rolreplication', 'r.rolcreatedb', 'r.rolcreaterole'],
			"has_database_privilege(current_database(),'CREATE')",
			"exists (select 1 from pg_roles o where o.rolname='root' and pg_has_role(o.oid,'MEMBER'))",
			"exists (select 1 from pg_roles o where o.rolname='pg_read_all_stats' and pg_has_role(o.oid,'MEMBER'))",
			"has_table_privilege('pg_catalog.pg_authid','SELECT')",
		],
		from: 'from pg_roles r where r.rolname=current_user',
	},
];

const SOURCE: readonly RowSource[] = [
	{ check: 'size', value: ['pg_database_size(current_database())'] },
	{ check: 'slots', value: ['(select count(*) from pg_replication_slots)'] },
	{ check: 'senders', value: ['(select count(*) from pg_stat_replication)'] },
	{ check: 'recovery', value: ['pg_is_in_recovery()'] },
	{
		check: 'longTransactions',
		value: [
			"(select count(*) from pg_stat_activity a where a.datname=current_database() and a.pid<>pg_backend_pid() and a.xact_start<now()-interval '1 minute')",
		],
	},
	{
		check: 'table',
		object: NAMED,
		value: [
			...['c.relkind', 'c.relpersistence', 'c.relreplident', 'c.reltuples::bigint'],
			...[
				'pg_total_relation_size(c.oid)',
				HAS_KEY,
				IS_PARTITION,
				"has_table_privilege(c.oid,'SELECT')",
			],
			"has_table_privilege(c.oid,'UPDATE') and has_table_privilege(c.oid,'DELETE') and has_table_privilege(c.oid,'TRUNCATE')",
			'(select spcname from pg_tablespace where oid=c.reltablespace)',
		],
		from: `${RELATIONS} and c.relkind in ('r','p','f')`,
	},
	{
		check: 'relation',
		object: NAMED,
		value: ['c.relkind'],
		from: `${RELATIONS} and c.relkind in ('v','m','S')`,
	},
	{
		check: 'schema',
		object: ['n.nspname'],
		value: ["has_schema_privilege(n.oid,'USAGE')"],
		from: `from pg_namespace n where ${USER_SCHEMA} and ${notOfExtension('pg_namespace', 'n.oid')}`,
	},
	{
		check: 'hiddenSequence',
		object: NAMED,
		from: `${RELATIONS} and case when c.relkind='S' then not has_sequence_privilege(c.oid,'SELECT') else false end`,
	},
	{
		check: 'column',
		object: [...NAMED, 'a.attname'],
		from: `from pg_attribute a join pg_class c on c.oid=a.attrelid join pg_namespace n on n.oid=c.relnamespace where ${USER_SCHEMA} and c.relkind in ('r','p') and a.attnum>0 and not a.attisdropped and (position(chr(34) in a.attname)>0 or position(chr(39) in a.attname)>0) and ${notOfExtension('pg_class', 'c.oid')}`,
	},
	{
		check: 'keyColumn',
		object: [...NAMED, 'a.attname'],
		value: ['a.attstorage'],
		from: `from pg_index i join pg_class c on c.oid=i.indrelid join pg_namespace n on n.oid=c.relnamespace join pg_attribute a on a.attrelid=c.oid and a.attnum=any(i.indkey) where i.indisprimary and a.attstorage<>'p' and ${USER_SCHEMA} and ${notOfExtension('pg_class', 'c.oid')}`,
	},
	{
		check: 'extension',
		object: ['e.extname'],
		value: ['e.extversion'],
		from: "from pg_extension e where e.extname<>'plpgsql'",
	},
	{
		check: 'extensionTable',
		object: [...NAMED],
		value: ['e.extname'],
		from: `from pg_depend d join pg_extension e on e.oid=d.refobjid join pg_class c on c.oid=d.objid join pg_namespace n on n.oid=c.relnamespace where d.classid='pg_catalog.pg_class'::regclass and d.refclassid='pg_catalog.pg_extension'::regclass and d.deptype='e' and c.relkind in ('r','p')`,
	},
	{
		check: 'trigger',
		object: [...NAMED, 't.tgname'],
		value: ['t.tgenabled', IS_PARTITION, "coalesce(row_to_json(t)->>'tgparentid','0')"],
		from: `from pg_trigger t join pg_class c on c.oid=t.tgrelid join pg_namespace n on n.oid=c.relnamespace where not t.tgisinternal and ${USER_SCHEMA} and ${notOfExtension('pg_class', 'c.oid')}`,
	},
	{
		check: 'foreignKey',
		object: [...NAMED, 'k.conname'],
		value: ['fn.nspname', 'fc.relname'],
		from: `from pg_constraint k join pg_class c on c.oid=k.conrelid join pg_namespace n on n.oid=c.relnamespace join pg_class fc on fc.oid=k.confrelid join pg_namespace fn on fn.oid=fc.relnamespace where k.contype='f' and ${USER_SCHEMA}`,
	},
	{
		check: 'function',
		object: ['n.nspname', 'p.proname'],
		value: ['l.lanname', 'p.proleakproof'],
		from: `from pg_proc p join pg_namespace n on n.oid=p.pronamespace join pg_language l on l.oid=p.prolang where (l.lanname='c' or p.proleakproof) and ${USER_SCHEMA} and ${notOfExtension('pg_proc', 'p.oid')}`,
	},
	{ check: 'eventTrigger', object: ['e.evtname'], from: 'from pg_event_trigger e' },
	{ check: 'foreignServer', object: ['f.srvname'], from: 'from pg_foreign_server f' },
	{ check: 'largeObjects', value: ['(select count(*) from pg_largeobject_metadata)'] },
];

const TARGET: readonly RowSource[] = [
	{
		check: 'available',
		object: ['v.name'],
		value: ['v.version'],
		from: 'from pg_available_extension_versions v',
	},
	{
		check: 'schema',
		object: ['n.nspname'],
		value: ["has_schema_privilege(n.oid,'USAGE') and has_schema_privilege(n.oid,'CREATE')"],
		from: `from pg_namespace n where ${USER_SCHEMA}`,
	},
	{
		check: 'resetRole',
		value: ["(select reset_val from pg_settings where name='session_replication_role')"],
	},
];

const PUBLICATION: RowSource = {
	check: 'publication',
	object: ['p.pubname'],
	from: 'from pg_publication p',
};

/**
 * @param origin whose rows they give
 * @returns the read-only statements of the assessment of the connected database
 */
export function postgresAssessmentSql(origin: RowOrigin): SqlStatement[] {
	const isSource = origin.side === 'source';
	const catalog = unionSql(origin, [...SERVER, ...(isSource ? SOURCE : TARGET)]);
	return [
		{ name: 'catalog', sql: catalog, mayFail: false },
		...(isSource
			? [{ name: 'publications', sql: unionSql(origin, [PUBLICATION]), mayFail: true }]
			: []),
	];
}
