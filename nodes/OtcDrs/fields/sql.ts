import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../shared/failures/failure';
import { fieldProblem, toFailure } from '../../shared/failures/fieldProblems';
import type { ParameterReader } from '../../shared/n8n/ParameterReader';
import { familyOf, type Side } from '../../shared/sql/family';
import { readRows, type ReadRows } from '../../shared/sql/rows';
import { readText } from '../../shared/values/read';

/** The engines whose SQL this package writes. */
export const ENGINE_FIELD: INodeProperties = {
	displayName: 'Engine',
	name: 'databaseEngine',
	type: 'options',
	options: [
		{ name: 'MySQL', value: 'mysql', description: 'Also MariaDB and GaussDB(for MySQL)' },
		{ name: 'PostgreSQL', value: 'postgresql' },
	],
	default: 'mysql',
	description: 'What kind of database the statements are for',
};

/** Source or target. */
export const SIDE_FIELD: INodeProperties = {
	displayName: 'Side',
	name: 'side',
	type: 'options',
	options: [
		{ name: 'Source', value: 'source' },
		{ name: 'Target', value: 'target' },
	],
	default: 'source',
	description: 'Which database the statements will run on',
};

/** What the rows call a pair of databases. */
export const SERVER_NAME_FIELD: INodeProperties = {
	displayName: 'Server Name',
	name: 'serverName',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. shop',
	description: 'Your name for this migration; source and target need the same one',
};

/** The databases to look at. */
export const DATABASES_FIELD: INodeProperties = {
	displayName: 'Databases',
	name: 'databases',
	type: 'string',
	default: '',
	placeholder: 'e.g. shop, billing',
	description:
		'Names separated by commas; all if empty. For PostgreSQL the connection decides which database is read.',
};

/** The pairs that must not be missing without a word. */
export const SERVERS_FIELD: INodeProperties = {
	displayName: 'Server Names',
	name: 'servers',
	type: 'string',
	default: '',
	placeholder: 'e.g. shop, billing',
	description:
		'Names of all migrations that were asked, separated by commas. One without any row is in the result and says so.',
};

const choiceOf = (field: INodeProperties, value: unknown): Outcome<string> => {
	const text = readText(value) ?? String(field.default);
	const values = (field.options ?? []).flatMap((each) => ('value' in each ? [each.value] : []));
	if (values.includes(text)) return success(text);
	const remedy = `It must be one of: ${values.join(', ')}.`;
	const fault = `"${text.slice(0, 60)}" is not known`;
	return failed(toFailure([fieldProblem(field.displayName, fault, remedy)]));
};

/**
 * @param field with a list of options
 * @param value what an expression may have given
 * @returns the value, or a failure that names the field
 */
export const readChoice = <T extends string>(field: INodeProperties, value: unknown): Outcome<T> =>
	choiceOf(field, value) as Outcome<T>;

/** @returns the side that an item asks for. */
export const readSide = (reader: ParameterReader, item: number): Outcome<Side> =>
	readChoice<Side>(SIDE_FIELD, reader.get('side', item, 'source'));

/** @returns the engine of an item; those of tasks, such as `mysql-to-taurus`, are understood, too. */
export function readEngine(reader: ParameterReader, item: number): Outcome<string> {
	const engine = readText(reader.get('databaseEngine', item, 'mysql')) ?? '';
	if (familyOf(engine) !== undefined) return success(engine);
	const fault = `there is no SQL for "${engine.slice(0, 60)}"`;
	const remedy =
		'Only MySQL and PostgreSQL can be asked by SQL. Run the pre-check of the task for others.';
	return failed(toFailure([fieldProblem(ENGINE_FIELD.displayName, fault, remedy)]));
}

/** @returns what an item calls its pair of databases. */
export function readServerName(reader: ParameterReader, item: number): Outcome<string> {
	const name = readText(reader.get('serverName', item, '')) ?? '';
	if (name !== '' && !name.includes('\0')) return success(name);
	const fault = name === '' ? 'is empty' : 'holds a NUL character';
	const remedy = 'Enter a name for this migration, such as shop: the same for source and target.';
	return failed(toFailure([fieldProblem(SERVER_NAME_FIELD.displayName, fault, remedy)]));
}

/** @returns the names that a list or a text with commas holds. */
export const readNames = (names: unknown): string[] =>
	(Array.isArray(names) ? names : [names])
		.flatMap((entry) => (readText(entry) ?? '').split(','))
		.map((name) => name.trim())
		.filter((name) => name !== '');

/** @returns the databases of the collection "Options"; none for all. */
export const readDatabases = ({ databases }: IDataObject): string[] => readNames(databases);

/** What came in from the database nodes. */
export interface RowsOfInput {
	items: IDataObject[];
	read: ReadRows;
	/** The input items that stand for the rows of a server. */
	itemsOf(server: string): Array<{ item: number }>;
}

/**
 * @param context of the node
 * @param mayBeNone whether it is fine that no item is a row
 * @returns the rows of all input items, or why these are no rows of the statements
 */
export function readInputRows(context: IExecuteFunctions, mayBeNone = false): Outcome<RowsOfInput> {
	const items = context.getInputData().map(({ json }) => json);
	const read = readRows(items);
	if (read.rows.length > 0 || mayBeNone) {
		const owners = new Map<string, Array<{ item: number }>>();
		for (const [item, { server }] of items.entries()) {
			if (typeof server !== 'string') continue;
			const own = owners.get(server) ?? [];
			own.push({ item });
			owners.set(server, own);
		}
		return success({ items, read, itemsOf: (server) => owners.get(server) ?? [] });
	}
	return failed(
		toFailure([
			fieldProblem(
				'Input Items',
				'contain no row of the statements',
				'Connect the output of the MySQL or Postgres nodes that ran the statements of "Get SQL". A row has the columns server, check, object and value.',
			),
		]),
	);
}
