import { joinFields } from '../../sql/fields';
import { found, isSelected, type Rule } from '../rule';
import type { PostgresFacts } from './facts';
import { listed, pathOf, selectedTables } from './view';

/** Items of one text for each row of a check. */
const precaution = (
	id: string,
	title: string,
	remedy: string,
	judge: Rule<PostgresFacts>['judge'],
): Rule<PostgresFacts> => ({
	id,
	title,
	page: null,
	scenarios: ['sync', 'migration'],
	severity: 'alarm',
	remedy,
	judge,
});

const BY_HAND = 'It is not migrated. Create it on the target manually.';

/** The precautions of the page about PostgreSQL, which has no pre-check item for them. */
export const PRECAUTION_RULES: ReadonlyArray<Rule<PostgresFacts>> = [
	precaution(
		'extensionTables',
		'Extensions contain no tables',
		'Copy the rows of the table manually.',
		(look) =>
			listed(look, 'extensionTable').map(({ path, values }) =>
				found('source', path, `The table belongs to the extension ${values[0]}.`),
			),
	),
	precaution('sameTriggerNames', 'Trigger names are unique', 'Rename the trigger.', (look) => {
		const own = listed(look, 'trigger').filter(({ values }) => values[2] === '0');
		return own
			.filter(
				({ names: [, , name] }, index) => own.findIndex((other) => other.names[2] === name) < index,
			)
			.map(({ path }) => found('source', path, 'Another table has a trigger with this name.'));
	}),
	precaution(
		'disabledPartitionTriggers',
		'No trigger of a partition is disabled',
		'Enable the trigger, or drop it.',
		(look) =>
			listed(look, 'trigger')
				.filter(({ values: [enabled, isPartition] }) => enabled === 'D' && isPartition === 'true')
				.map(({ path }) => found('source', path, 'The trigger of a partition is disabled.')),
	),
	{
		...precaution(
			'longTransactions',
			'There are no long transactions',
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
		'Run "alter table … set logged", or copy the table manually.',
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
		'It is created in the default tablespace of the target.',
		(look) =>
			selectedTables(look)
				.filter(({ tablespace }) => tablespace !== null)
				.map((table) =>
					found('source', pathOf(table), `It is in the tablespace ${table.tablespace}.`),
				),
	),
	precaution('largeObjects', 'There are no large objects', 'Copy them manually.', (look) => {
		const count = Number(look.side('source')?.single('largeObjects') ?? 0);
		return count > 0
			? [found('source', 'pg_largeobject', `There are ${count} large objects.`)]
			: [];
	}),
	precaution(
		'foreignKeyOnUnselectedTable',
		'Tables that foreign keys refer to are selected',
		'Also select the tables that the foreign keys refer to.',
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
