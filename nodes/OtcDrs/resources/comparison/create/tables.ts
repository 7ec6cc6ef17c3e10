import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { fieldProblem, type FieldProblem } from '../../../../shared/failures/fieldProblems';
import { firstRepeated } from '../../../../shared/values/firstRepeated';
import { shown } from '../../../../shared/values/visible';
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

const hasToken = ({ minToken, maxToken }: Table): boolean =>
	minToken !== undefined || maxToken !== undefined;

const nameOf = ({ database, name }: Table): string =>
	name === undefined ? database : `${database}.${name}`;

const keyOf = ({ database, name, minToken, maxToken }: Table): string =>
	JSON.stringify([database, name, minToken, maxToken]);

/** @returns what is wrong with the tables: an entry without a database, or one that is there twice */
export function checkTables(tables: readonly Table[]): FieldProblem | undefined {
	if (tables.some(({ database }) => database === '')) {
		return fieldProblem('Tables → Database', 'is empty', 'Enter the database of every table.');
	}
	const twice = firstRepeated(tables, keyOf);
	if (twice !== undefined) {
		return fieldProblem(
			'Tables',
			`${shown(nameOf(twice))} is listed twice`,
			'List every table once.',
		);
	}
	const plain = tables.filter((table) => !hasToken(table));
	const inPart = new Set(
		plain.flatMap(({ database, name }) => (name === undefined ? [] : [database])),
	);
	const both = plain.find(({ database, name }) => name === undefined && inPart.has(database));
	return both === undefined
		? undefined
		: fieldProblem(
				'Tables',
				`${shown(both.database)} is listed as a whole and by its tables`,
				'Keep the whole database, or its tables.',
			);
}

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
