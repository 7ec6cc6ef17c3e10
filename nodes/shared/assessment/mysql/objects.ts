import { found, isSelected, type Rule } from '../rule';
import type { MysqlFacts } from './facts';
import { holds } from '../../sql/grants';
import { pathOf, seen, selectedTables, variable } from './view';

/** Rows of tables; sequences of MariaDB are listed as tables, too. */
const isTable = ({ type }: { type: string }): boolean => type !== 'SEQUENCE';

/** The items about tables, indexes, keys and programs of the source. */
export const OBJECT_RULES: ReadonlyArray<Rule<MysqlFacts>> = [
	{
		id: 'myisamTable',
		title: 'No table is MyISAM',
		page: 'drs_11_0048',
		scenarios: ['migration'],
		severity: 'alarm',
		remedy: 'Before the task, change the table on the source: alter table t engine=InnoDB.',
		judge: (look) =>
			selectedTables(look)
				.filter(({ engine }) => engine?.toUpperCase() === 'MYISAM')
				.map(({ schema, name }) => found('source', pathOf(schema, name), 'The table is MyISAM.')),
	},
	{
		id: 'srcDbExistUnsupportEngineTable',
		title: 'Tables are InnoDB or MyISAM',
		page: 'drs_11_0117',
		scenarios: ['migration', 'sync', 'cloudDataGuard'],
		severity: 'failed',
		remedy: 'Change the engine of the table, or exclude the table.',
		judge: (look) =>
			selectedTables(look)
				.filter(
					({ engine, type }) =>
						type === 'SEQUENCE' || !['INNODB', 'MYISAM'].includes((engine ?? '').toUpperCase()),
				)
				.map(({ schema, name, engine, type }) =>
					found(
						'source',
						pathOf(schema, name),
						type === 'SEQUENCE'
							? 'It is a MariaDB sequence, which MySQL does not support.'
							: `Its engine is ${engine ?? 'not readable; the table may be damaged'}.`,
					),
				),
	},
	{
		id: 'srcRoutinesWithoutPrivilegeCheck',
		title: 'The user may read all stored routines',
		page: 'drs_11_0080',
		scenarios: ['migration', 'sync'],
		severity: 'failed',
		remedy: 'Grant the user select on *.* (or show_routine from 8.0.20 on).',
		applies: ({ asTaskUser }) => asTaskUser,
		judge: (look) => {
			const facts = look.side('source');
			if (!facts) return [];
			const { global } = facts.grants;
			return global.has('SELECT') || global.has('SHOW_ROUTINE')
				? []
				: [found('source', facts.user, 'Routines that the user may not read are simply missing.')];
		},
	},
	{
		id: 'srcTriggerAndEventCheck',
		title: 'Only a normal stop carries over triggers and events',
		page: 'drs_15_0021',
		scenarios: ['migration'],
		severity: 'alarm',
		remedy:
			'Plan a normal stop while both databases are reachable. After a forced stop, create triggers and events manually.',
		judge: (look) =>
			(seen(look, 'triggers', 'events')?.programs ?? [])
				.filter(({ kind }) => kind === 'trigger' || kind === 'event')
				.map(({ kind, schema, name }) => found('source', pathOf(schema, name), `It is a ${kind}.`)),
	},
	{
		id: 'srcHasNoPkTableWhenTgtHasInvisiblePk',
		title: 'The target creates no invisible primary keys',
		page: null,
		scenarios: ['migration'],
		severity: 'failed',
		remedy:
			'Set sql_generate_invisible_primary_key=OFF on the target, or give the tables a primary key.',
		judge: (look) =>
			variable(look, 'target', 'sql_generate_invisible_primary_key') === 'ON'
				? selectedTables(look)
						.filter((table) => isTable(table) && !table.hasPrimaryKey)
						.map(({ schema, name }) =>
							found('target', pathOf(schema, name), 'Its copy would get an extra column.'),
						)
				: [],
	},
	{
		id: 'tableWithoutPrimaryKey',
		title: 'Tables have primary keys',
		page: 'drs_15_0020',
		scenarios: ['migration'],
		severity: 'alarm',
		remedy:
			'Add a primary key. Without one, rows may be duplicated after a lost connection, and the table is locked for three seconds.',
		judge: (look) =>
			selectedTables(look)
				.filter((table) => isTable(table) && !table.hasPrimaryKey)
				.map(({ schema, name }) =>
					found('source', pathOf(schema, name), 'The table has no primary key.'),
				),
	},
	{
		id: 'srcDbIndexKeyLength',
		title: 'Index keys are short enough',
		page: null,
		scenarios: ['migration'],
		severity: 'alarm',
		remedy: 'Shorten the index, index a prefix, or use ROW_FORMAT=DYNAMIC.',
		judge: (look) =>
			(seen(look, 'tables')?.longKeys ?? []).flatMap(({ schema, table, index, bytes }) => {
				const format = selectedTables(look).find(
					(other) => other.schema === schema && other.name === table,
				)?.rowFormat;
				if (format === undefined) return [];
				const most = /^(dynamic|compressed)$/i.test(format) ? 3072 : 767;
				return bytes > most
					? [
							found(
								'source',
								pathOf(schema, table, index),
								`A column of the index takes ${bytes} bytes; ${format} allows ${most}.`,
							),
						]
					: [];
			}),
	},
	{
		id: 'hasForeignKeyOnUnselectedTable',
		title: 'Tables that foreign keys refer to are selected',
		page: 'drs_11_0222',
		scenarios: ['migration', 'sync'],
		severity: 'alarm',
		remedy: 'Also select the tables that the foreign keys refer to.',
		judge: (look) => {
			const { databases } = look.settings;
			return (seen(look, 'tables')?.foreignKeys ?? [])
				.filter(
					({ schema, table, to }) =>
						isSelected(look, schema, table) &&
						!(isSelected(look, ...to) && (databases.length === 0 || databases.includes(to[0]))),
				)
				.map(({ schema, table, name, to }) =>
					found(
						'source',
						pathOf(schema, table, name),
						`The foreign key refers to ${pathOf(...to)}, which is not selected.`,
					),
				);
		},
	},
	{
		id: 'userSelectObjectsCheck',
		title: 'The selected objects exist',
		page: 'drs_03_045',
		scenarios: ['migration', 'sync'],
		severity: 'failed',
		remedy: 'Choose the objects again, without the missing ones.',
		judge: (look) => {
			const { databases, tables } = look.settings;
			if (databases.length + tables.length === 0) return [];
			const facts = look.side('source');
			if (!facts) return [];
			const gone = databases.filter((name) => !facts.schemas.includes(name));
			if (gone.length > 0 && !holds(facts.grants, 'SHOW DATABASES', [])) {
				for (const name of gone) {
					if (holds(facts.grants, 'SELECT', [name])) continue;
					look.lacks(
						`Whether ${name} exists is not known: grant show databases on *.* to ${facts.user}.`,
					);
				}
			}
			const known = look.missing.size === 0 ? gone : [];
			const lost =
				tables.length === 0
					? []
					: tables.filter(
							([schema, name]) =>
								seen(look, 'tables')?.tables.every(
									(table) => table.schema !== schema || table.name !== name,
								) === true,
						);
			return [
				...known.map((name) => found('source', pathOf(name), 'There is no such database.')),
				...lost.map((path) => found('source', pathOf(...path), 'There is no such table.')),
			];
		},
	},
];
