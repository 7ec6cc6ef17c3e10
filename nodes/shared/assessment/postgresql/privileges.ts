import { joinFields } from '../../sql/fields';
import { found, type Rule } from '../rule';
import type { Found } from '../types';
import type { PostgresFacts } from './facts';
import { pathOf, selectedTables, type PostgresLook } from './view';

const SYNC = ['sync', 'migration'] as const;

function sourceRights(look: PostgresLook): Found[] {
	const facts = look.side('source');
	if (!facts) return [];
	const { role, user } = facts;
	const lacks = (object: string, right: string): Found =>
		found('source', object, `${user} has no ${right} on it.`, {
			remedy: `Grant ${right.toLowerCase()} on it to ${user}.`,
		});
	const hiddenSchemas = facts
		.list('schema')
		.filter(({ values }) => !/^t/.test(values[0]))
		.map(({ names }) => names[0]);
	const inSight = ({ schema }: { schema: string }): boolean => !hiddenSchemas.includes(schema);
	const tables = selectedTables(look).filter(({ kind }) => kind !== 'f');
	const { incremental } = look.settings;
	return [
		...hiddenSchemas.map((schema) => lacks(joinFields('object', [schema]), 'USAGE')),
		...tables
			.filter((table) => inSight(table) && !table.maySelect)
			.map((table) => lacks(pathOf(table), 'SELECT')),
		...facts
			.list('hiddenSequence')
			.filter(({ names }) => inSight({ schema: names[0] }))
			.map(({ path }) => lacks(path, 'SELECT')),
		...(incremental
			? tables
					.filter((table) => !table.hasPrimaryKey && table.maySelect && !table.mayChange)
					.map((table) => lacks(pathOf(table), 'UPDATE, DELETE, TRUNCATE'))
			: []),
		...(incremental && !role.mayReplicate
			? [
					found('source', user, 'The role has no attribute REPLICATION.', {
						remedy: `Run "alter role … replication" for ${user}.`,
					}),
				]
			: []),
	];
}

function targetRights(look: PostgresLook): Found[] {
	const source = look.side('source');
	const target = look.side('target');
	if (!source || !target) return [];
	const { role, user } = target;
	const wanted = new Set(source.list('schema').map(({ path }) => path));
	const closed = target
		.list('schema')
		.filter(({ path, values }) => wanted.has(path) && !/^t/.test(values[0]));
	const mayCreate = role.mayCreateSchemas || source.list('schema').length === 0;
	return [
		...(role.mayCreateDatabases
			? []
			: [
					found('target', user, 'The role has no attribute CREATEDB.', {
						remedy: `Run "alter role … createdb" for ${user}.`,
					}),
				]),
		...(mayCreate
			? []
			: [
					found('target', user, `The user has no CREATE on the database ${target.database}.`, {
						remedy: `Grant create on the database to ${user}.`,
					}),
				]),
		...closed.map(({ path }) =>
			found('target', path, `${user} has no USAGE and CREATE on the schema.`, {
				remedy: `Grant usage, create on the schema to ${user}.`,
			}),
		),
		...(source.list('eventTrigger').length > 0 && !role.isRoot
			? [
					found('target', user, 'Event triggers need root or a member of root.', {
						remedy: `Grant root to ${user}.`,
					}),
				]
			: []),
	];
}

/** The items about users. */
export const POSTGRES_PRIVILEGE_RULES: ReadonlyArray<Rule<PostgresFacts>> = [
	{
		id: 'postgresSourcePrivileges',
		title: 'The user of the source may read and replicate',
		page: 'drs_11_0009',
		scenarios: SYNC,
		severity: 'failed',
		remedy: 'Grant the missing privileges.',
		applies: ({ asTaskUser }) => asTaskUser,
		judge: sourceRights,
	},
	{
		id: 'postgresTargetPrivileges',
		title: 'The user of the target may create and write',
		page: 'drs_11_0008',
		scenarios: SYNC,
		severity: 'failed',
		remedy: 'Grant the missing privileges.',
		applies: ({ asTaskUser }) => asTaskUser,
		judge: targetRights,
	},
];
