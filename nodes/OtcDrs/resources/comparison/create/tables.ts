import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { fieldProblem, type FieldProblem } from '../../../../shared/failures/fieldProblems';
import { withoutUndefined } from '../../../../shared/values/withoutUndefined';
import type { Fields } from '../../../../shared/n8n/parameters/fields';

/** The field for the tables to compare. */
export const TABLES_FIELD: INodeProperties = {
	displayName: 'Tables',
	name: 'tables',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Table',
	default: {},
	description: 'Tables to compare',
	options: [
		{
			displayName: 'Table',
			name: 'table',
			values: [
				{
					displayName: 'Database',
					name: 'database',
					type: 'string',
					default: '',
					placeholder: 'e.g. shop',
					description: 'Database of the table',
				},
				{
					displayName: 'Highest Token',
					name: 'rangeEnd',
					type: 'string',
					default: '',
					description: 'Only for Cassandra: end of the token range to compare',
				},
				{
					displayName: 'Lowest Token',
					name: 'rangeStart',
					type: 'string',
					default: '',
					description: 'Only for Cassandra: start of the token range to compare',
				},
				{
					displayName: 'Table',
					name: 'table',
					type: 'string',
					default: '',
					placeholder: 'e.g. orders',
					description: 'Name of the table. Leave empty to compare the whole database.',
				},
			],
		},
	],
};

interface Table {
	database: string;
	name?: string;
	minToken?: string;
	maxToken?: string;
}

/** @returns the tables in the field of an item. */
export const readTables = (fields: Fields): Table[] =>
	fields
		.group('tables')
		.entries('table')
		.map((entry) => ({
			database: entry.text('database') ?? '',
			name: entry.text('table'),
			minToken: entry.text('rangeStart'),
			maxToken: entry.text('rangeEnd'),
		}));

const nameOf = ({ database, name }: Table): string =>
	name === undefined ? database : `${database}.${name}`;

/** @returns what is wrong with the tables: an entry without a database, or one that others contain */
export function checkTables(tables: readonly Table[]): FieldProblem | undefined {
	if (tables.some(({ database }) => database === '')) {
		return fieldProblem('Tables → Database', 'is empty', 'Enter the database of every table.');
	}
	const keys = tables.map((table) =>
		JSON.stringify([nameOf(table), table.minToken, table.maxToken]),
	);
	const twice = tables.find((_, index) => keys.indexOf(keys[index]) < index);
	if (twice !== undefined) {
		return fieldProblem('Tables', `${nameOf(twice)} is listed twice`, 'List every table once.');
	}
	const both = tables.find(
		({ database, name }) =>
			name === undefined && tables.some((other) => other.database === database && other.name),
	);
	return both === undefined
		? undefined
		: fieldProblem(
				'Tables',
				`${both.database} is listed as a whole and by its tables`,
				'Keep the whole database, or its tables.',
			);
}

const hasToken = ({ minToken, maxToken }: Table): boolean =>
	minToken !== undefined || maxToken !== undefined;

const byDatabase = (tables: readonly Table[]): Array<[database: string, tables: Table[]]> =>
	[...new Set(tables.map(({ database }) => database))].map((database) => [
		database,
		tables.filter((table) => table.database === database),
	]);

/** @returns the two lists of the request: plain tables, and those that are compared by tokens; each only if it holds any. */
export function toCompareObjects(tables: readonly Table[]): IDataObject {
	const plain = byDatabase(tables.filter((table) => !hasToken(table))).map(([database, own]) => {
		const names = own.flatMap(({ name }) => name ?? []);
		return withoutUndefined({
			db_name: database,
			table_name: names.length > 0 ? names : undefined,
		});
	});
	const withToken = byDatabase(tables.filter(hasToken)).map(([database, own]) => ({
		db_name: database,
		table_name_with_token: own.map(({ name = '', minToken, maxToken }) =>
			withoutUndefined({ table_name: name, min_token: minToken, max_token: maxToken }),
		),
	}));
	return withoutUndefined({
		compare_object_infos: plain.length > 0 ? plain : undefined,
		compare_object_infos_with_token: withToken.length > 0 ? withToken : undefined,
	}) as IDataObject;
}
