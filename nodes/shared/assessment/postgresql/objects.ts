import { joinFields } from '../../sql/fields';
import type { Rule } from '../rule';
import type { Found } from '../types';
import type { PostgresFacts } from './facts';
import { found, isSelected, pathOf, selectedTables, type PostgresLook } from './view';

const SYNC = ['sync', 'migration'] as const;
const FORBIDDEN_IN_DATABASES = /[+"%'\\<>]/;
const FORBIDDEN = /[".'<>]/;
const PRECAUTIONS = null;

/** A row that is used as it is. */
interface Listed {
	path: string;
	names: string[];
	values: string[];
}

const listed = (look: PostgresLook, check: string): Listed[] =>
	look.side('source')?.list(check) ?? [];

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

/** Items of one text for each row of a check. */
const precaution = (
	id: string,
	title: string,
	remedy: string,
	judge: Rule<PostgresFacts>['judge'],
): Rule<PostgresFacts> => ({
	id,
	title,
	page: PRECAUTIONS,
	scenarios: SYNC,
	severity: 'alarm',
	remedy,
	judge,
});

const BY_HAND = 'It is not carried over: create it on the target by hand.';

/** The items about objects of the source. */
export const POSTGRES_OBJECT_RULES: ReadonlyArray<Rule<PostgresFacts>> = [
	{
		id: 'postgresNames',
		title: 'Names are allowed',
		page: null,
		scenarios: SYNC,
		severity: 'alarm',
		remedy: 'Rename the object, or leave it out.',
		judge: names,
	},
	{
		id: 'replicaIdentity',
		title: 'Changes of every table can be told apart',
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
		remedy: 'Drop extensions that nobody uses, or take a target that has them.',
		judge: extensions,
	},
	{
		id: 'userSelectObjectsCheck',
		title: 'The selected objects exist',
		page: 'drs_03_045',
		scenarios: SYNC,
		severity: 'failed',
		remedy: 'Choose the objects anew, without those that are gone.',
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
	precaution(
		'extensionTables',
		'Extensions hold no tables',
		'Copy the rows of the table by hand.',
		(look) =>
			listed(look, 'extensionTable').map(({ path, values }) =>
				found('source', path, `The table belongs to the extension ${values[0]}.`),
			),
	),
	precaution('sameTriggerNames', 'No two triggers have one name', 'Rename the trigger.', (look) => {
		const own = listed(look, 'trigger').filter(({ values }) => values[2] === '0');
		return own
			.filter(
				({ names: [, , name] }, index) => own.findIndex((other) => other.names[2] === name) < index,
			)
			.map(({ path }) => found('source', path, 'Another table has a trigger of this name.'));
	}),
	precaution(
		'disabledPartitionTriggers',
		'No trigger of a partition is switched off',
		'Enable the trigger, or drop it.',
		(look) =>
			listed(look, 'trigger')
				.filter(({ values: [enabled, isPartition] }) => enabled === 'D' && isPartition === 'true')
				.map(({ path }) => found('source', path, 'The trigger of a partition is switched off.')),
	),
	{
		...precaution(
			'longTransactions',
			'No transaction runs long',
			'Let it end before the task starts.',
			(look) => {
				const facts = look.side('source');
				if (!facts) return [];
				if (!facts.role.seesOthers) {
					look.lacks(
						`Transactions of others are hidden: grant pg_read_all_stats to ${facts.user}.`,
					);
				}
				const count = Number(facts.single('longTransactions') ?? 0);
				return count > 0
					? [
							found(
								'source',
								'transactions',
								`${count} transactions are open for more than a minute.`,
							),
						]
					: [];
			},
		),
		applies: ({ incremental }) => incremental,
	},
	precaution(
		'unloggedTables',
		'Tables are logged',
		'Run "alter table … set logged", or copy the table by hand.',
		(look) =>
			selectedTables(look)
				.filter(({ persistence }) => persistence === 'u')
				.map((table) =>
					found('source', pathOf(table), 'Changes of unlogged tables are not replicated.'),
				),
	),
	precaution('foreignServers', 'There are no foreign servers', BY_HAND, (look) =>
		listed(look, 'foreignServer').map(({ path }) =>
			found('source', path, 'It is a foreign server.'),
		),
	),
	precaution('foreignTables', 'There are no foreign tables', BY_HAND, (look) =>
		selectedTables(look)
			.filter(({ kind }) => kind === 'f')
			.map((table) => found('source', pathOf(table), 'It is a foreign table.')),
	),
	precaution('publications', 'There are no publications', BY_HAND, (look) =>
		listed(look, 'publication').map(({ path }) => found('source', path, 'It is a publication.')),
	),
	precaution('functions', 'No function is written in C or leakproof', BY_HAND, (look) =>
		listed(look, 'function').map(({ path, values: [language] }) =>
			found(
				'source',
				path,
				language === 'c' ? 'The function is written in C.' : 'The function is leakproof.',
			),
		),
	),
	precaution(
		'tablespaces',
		'Tables are in the default tablespace',
		'It lands in the default tablespace of the target.',
		(look) =>
			selectedTables(look)
				.filter(({ tablespace }) => tablespace !== null)
				.map((table) =>
					found('source', pathOf(table), `It is in the tablespace ${table.tablespace}.`),
				),
	),
	precaution('largeObjects', 'There are no large objects', 'Copy them by hand.', (look) => {
		const count = Number(look.side('source')?.single('largeObjects') ?? 0);
		return count > 0
			? [found('source', 'pg_largeobject', `There are ${count} large objects.`)]
			: [];
	}),
	precaution(
		'foreignKeyOnUnselectedTable',
		'Tables that foreign keys refer to are selected',
		'Select the tables that the foreign keys refer to, too.',
		(look) =>
			listed(look, 'foreignKey')
				.filter(
					({ names: [schema, table], values: [toSchema, toTable] }) =>
						isSelected(look, schema, table) && !isSelected(look, toSchema, toTable),
				)
				.map(({ path, values }) =>
					found(
						'source',
						path,
						`It refers to ${joinFields('object', values)}, which is not selected.`,
					),
				),
	),
];
