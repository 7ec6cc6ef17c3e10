import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../shared/failures/failure';
import { fieldProblem, toFailure } from '../../shared/failures/fieldProblems';
import type { Fields } from '../../shared/n8n/parameters/fields';
import { familyOf, type Side } from '../../shared/sql/family';
import { readRows, type ReadRows } from '../../shared/sql/rows';
import { shown } from '../../shared/values/visible';

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
		'Names of all migrations that were asked, separated by commas. Servers without rows appear in the result, too.',
};

/** @returns the side that an item asks for. */
export const sideOf = (fields: Fields): Side => fields.option<Side>('side') ?? 'source';

/** @returns the engine of an item; those of tasks, such as `mysql-to-taurus`, are understood, too. */
function engineOf(fields: Fields): Outcome<string> {
	const engine = fields.option('databaseEngine') ?? '';
	if (engine === '' || familyOf(engine) !== undefined) return success(engine);
	const fault = `there is no SQL for ${shown(engine)}`;
	const remedy =
		'Only MySQL and PostgreSQL can be asked by SQL. Run the pre-check of the task for others.';
	return failed(toFailure([fieldProblem(ENGINE_FIELD.displayName, fault, remedy)]));
}

/** @returns what an item calls its pair of databases. */
function serverNameOf(fields: Fields): Outcome<string> {
	const name = fields.text('serverName');
	if (name !== undefined) return success(name);
	const remedy = 'Enter a name for this migration, such as shop: the same for source and target.';
	return failed(toFailure([fieldProblem(SERVER_NAME_FIELD.displayName, 'is empty', remedy)]));
}

/** What an item asks SQL for. */
export interface SqlRequest {
	engine: string;
	side: Side;
	server: string;
}

/** @returns engine, side and server of an item; or the field that is wrong. */
export function sqlRequestOf(fields: Fields): Outcome<SqlRequest> {
	const engine = engineOf(fields);
	if (!engine.ok) return engine;
	const server = serverNameOf(fields);
	if (!server.ok) return server;
	return success({ engine: engine.value, side: sideOf(fields), server: server.value });
}

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
