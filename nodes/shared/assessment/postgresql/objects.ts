import { joinFields } from '../../sql/fields';
import { found, type Rule } from '../rule';
import type { Found } from '../types';
import type { PostgresFacts } from './facts';
import { listed, pathOf, selectedTables, type PostgresLook } from './view';

const SYNC = ['sync', 'migration'] as const;
const FORBIDDEN_IN_DATABASES = /[+"%'\\<>]/;
const FORBIDDEN = /[".'<>]/;

function names(look: PostgresLook): Found[] {
	const facts = look.side('source');
	if (!facts) return [];
	const schemas = listed(look, 'schema').filter(({ names: [name] }) => FORBIDDEN.test(name));
	const relations = listed(look, 'relation').filter(({ names: [, name] }) => FORBIDDEN.test(name));
	const tables = selectedTables(look).filter(({ name }) => FORBIDDEN.test(name));
	const refused = (object: string): Found =>
		found('source', object, 'The name has characters that the task refuses.');
	return [
		...(FORBIDDEN_IN_DATABASES.test(facts.database)
			? [refused(joinFields('object', [facts.database]))]
			: []),
		...schemas.map(({ path }) => refused(path)),
		...tables.map((table) => refused(pathOf(table))),
		...relations.map(({ path }) => refused(path)),
		...listed(look, 'column').map(({ path }) => refused(path)),
	];
}

function identities(look: PostgresLook): Found[] {
	const columns = listed(look, 'keyColumn');
	return selectedTables(look).flatMap((table) => {
		const { kind, replicaIdentity, hasPrimaryKey, persistence } = table;
		if (kind !== 'r' || persistence !== 'p' || replicaIdentity === 'f') return [];
		const path = pathOf(table);
		if (!hasPrimaryKey) {
			return [
				found('source', path, 'It has no primary key, and its replica identity is not full.'),
			];
		}
		if (replicaIdentity !== 'd') {
			return [found('source', path, 'Its replica identity is neither full nor default.')];
		}
		const wide = columns.find(
			({ names: [schema, name] }) => schema === table.schema && name === table.name,
		);
		return wide
			? [
					found(
						'source',
						path,
						`The key column ${wide.names[2]} is not stored plain, and the replica identity is not full.`,
					),
				]
			: [];
	});
}

const numbers = (version: string): number[] => version.split(/\D+/).map(Number);

function isOlder(one: string, other: string): boolean {
	const [first, second] = [numbers(one), numbers(other)];
	for (let index = 0; index < Math.max(first.length, second.length); index++) {
		const difference = (first[index] ?? 0) - (second[index] ?? 0);
		if (difference !== 0) return difference < 0;
	}
	return false;
}

function extensions(look: PostgresLook): Found[] {
	const target = look.side('target');
	if (!target) return [];
	const available = target.list('available');
	return listed(look, 'extension').flatMap(({ path, names: [name], values: [version] }) => {
		const there = available.filter((other) => other.names[0] === name);
		if (there.length === 0)
			return [found('target', path, 'The target does not have the extension.')];
		return there.every((other) => isOlder(other.values[0], version))
			? [found('target', path, `The target has it only in versions older than ${version}.`)]
			: [];
	});
}

/** The items about objects of the source. */
export const POSTGRES_OBJECT_RULES: ReadonlyArray<Rule<PostgresFacts>> = [
	{
		id: 'postgresNames',
		title: 'Names are allowed',
		page: null,
		scenarios: SYNC,
		severity: 'alarm',
		remedy: 'Rename the object, or exclude it.',
		judge: names,
	},
	{
		id: 'replicaIdentity',
		title: 'Rows of every table can be identified',
		page: 'drs_11_0482',
		scenarios: SYNC,
		severity: 'alarm',
		remedy: 'Run "alter table … replica identity full" (default where all key columns are plain).',
		applies: ({ incremental }) => incremental,
		judge: identities,
	},
	{
		id: 'extensions',
		title: 'The target has the extensions',
		page: 'drs_11_0041',
		scenarios: SYNC,
		severity: 'failed',
		remedy: 'Drop unused extensions, or use a target that has them.',
		judge: extensions,
	},
	{
		id: 'userSelectObjectsCheck',
		title: 'The selected objects exist',
		page: 'drs_03_045',
		scenarios: SYNC,
		severity: 'failed',
		remedy: 'Choose the objects again, without the missing ones.',
		judge: (look) => {
			const tables = look.side('source')?.tables;
			if (!tables) return [];
			return look.settings.tables
				.filter(([schema, name]) =>
					tables.every((table) => table.schema !== schema || table.name !== name),
				)
				.map(([schema, name]) =>
					found('source', pathOf({ schema, name }), 'There is no such table.'),
				);
		},
	},
];
