import { found, type Rule } from '../rule';
import type { Found } from '../types';
import type { MysqlFacts } from './facts';
import { databasesOf, pathOf, seen, selectedTables, type MysqlLook } from './view';

const NON_ASCII = /[^ -~]/;
const FORBIDDEN_IN_DATABASES = /['<>`/\\"]/;
const FORBIDDEN = /[<>/\\'"]/;
const RESERVED = /^(ib_logfile.*|ib_buffer_pool|ib_doublewrite|ibdata1|ibtmp1)$/i;
const STRICT = /^[a-z0-9_-]{1,64}$/;

/** Databases that the user may list; which ones there are is known when they were named or all are shown. */
function databases(look: MysqlLook): readonly string[] {
	const facts = look.side('source');
	if (!facts) return [];
	if (look.settings.databases.length > 0) return look.settings.databases;
	if (!['SHOW DATABASES', 'SELECT'].some((name) => facts.grants.global.has(name))) {
		look.lacks(
			`The user of the source may not list all databases: name them, or grant show databases on *.* to ${facts.user}.`,
		);
	}
	return databasesOf(look, facts);
}

const RENAME = 'Rename it, or exclude it from the selection.';
const TABLES_AND_VIEWS = ['migration', 'sync'] as const;

function programs(look: MysqlLook, kind: 'view' | 'trigger'): Found[] {
	const facts = seen(look, kind === 'view' ? 'views' : 'triggers');
	const isWrong = (name: string): boolean =>
		NON_ASCII.test(name) || (kind === 'view' && FORBIDDEN.test(name));
	return (facts?.programs ?? [])
		.filter((program) => program.kind === kind && isWrong(program.name))
		.map(({ schema, name }) =>
			found('source', pathOf(schema, name), `The ${kind} has characters that the task refuses.`),
		);
}

/** The items about names in the source. */
export const NAME_RULES: ReadonlyArray<Rule<MysqlFacts>> = [
	{
		id: 'srcDbNameContainsUnsupportedSymbols',
		title: 'Names of databases are allowed',
		page: 'drs_11_0045',
		scenarios: ['migration', 'sync', 'cloudDataGuard'],
		severity: 'failed',
		remedy: 'Dump and load the database under another name, or exclude it from the selection.',
		judge: (look) =>
			databases(look).flatMap((name) => {
				if (STRICT.test(name) && !RESERVED.test(name)) return [];
				const isForbidden =
					NON_ASCII.test(name) || FORBIDDEN_IN_DATABASES.test(name) || RESERVED.test(name);
				return isForbidden
					? [found('source', pathOf(name), 'The name of the database is refused.')]
					: [
							found(
								'source',
								pathOf(name),
								'One page of the manual allows lower case, digits, - and _ only.',
								{ severity: 'alarm' },
							),
						];
			}),
	},
	{
		id: 'srcTableNameContainsNonAscii',
		title: 'Names of tables are allowed',
		page: 'drs_11_0105',
		scenarios: TABLES_AND_VIEWS,
		severity: 'failed',
		remedy: RENAME,
		judge: (look) =>
			selectedTables(look)
				.filter(({ name }) => NON_ASCII.test(name) || FORBIDDEN.test(name))
				.map(({ schema, name }) =>
					found('source', pathOf(schema, name), 'The table has characters that the task refuses.'),
				),
	},
	{
		id: 'srcViewNameContainsNonAscii',
		title: 'Names of views are allowed',
		page: 'drs_11_0072',
		scenarios: TABLES_AND_VIEWS,
		severity: 'failed',
		remedy: RENAME,
		judge: (look) => programs(look, 'view'),
	},
	{
		id: 'triggerNameContainsNonAscii',
		title: 'Names of triggers are ASCII',
		page: 'drs_11_0073',
		scenarios: ['migration'],
		severity: 'alarm',
		remedy: RENAME,
		judge: (look) => programs(look, 'trigger'),
	},
	{
		id: 'objectNameContainsNonAscii',
		title: 'Names of routines and events are ASCII',
		page: 'drs_11_0022',
		scenarios: ['migration', 'sync', 'cloudDataGuard'],
		severity: 'failed',
		remedy: RENAME,
		judge: (look) =>
			(seen(look, 'tables', 'events')?.programs ?? [])
				.filter(({ kind, name }) => ['routine', 'event'].includes(kind) && NON_ASCII.test(name))
				.map(({ kind, schema, name }) =>
					found('source', pathOf(schema, name), `The name of the ${kind} is not ASCII.`),
				),
	},
];
