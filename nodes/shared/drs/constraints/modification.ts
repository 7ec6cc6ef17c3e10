import type { IDataObject } from 'n8n-workflow';
import { fieldProblem, type FieldProblem } from '../../failures/fieldProblems';
import { isObject } from '../../values/isObject';
import { readText } from '../../values/read';
import { settingName } from '../settingNames';

/** What the modification after the connection test has to name, and where the form has it. */
const NEEDED: ReadonlyArray<[name: string, field: string]> = [
	['engine_type', 'Update Fields → Engine'],
	['net_type', 'Update Fields → Network Type'],
	['node_type', 'Update Fields → Node Type'],
];

const SIDES = ['source_endpoint', 'target_endpoint'];

const REMEDY =
	'Add the field: the service demands it when connection data is saved after the connection test.';

const missing = (field: string): FieldProblem => fieldProblem(field, 'is empty', REMEDY);

/** @returns whether the definers of a source can be replaced: only MySQL has them */
const hasDefiners = ({ source_endpoint: source }: IDataObject): boolean =>
	isObject(source) && source.db_type === 'mysql';

/**
 * Checks what the reference demands of a modification that saves the databases of a task (drs_03_0107, table 4).
 *
 * @param body the whole entry, additional request fields included
 * @returns what it lacks, by the names of the fields; nothing for any other modification
 */
export function checkModification(body: IDataObject): FieldProblem[] {
	if (body.store_db_info !== true) return [];
	return [
		...NEEDED.flatMap(([name, field]) =>
			readText(body[name]) === undefined ? [missing(field)] : [],
		),
		...SIDES.flatMap((name) => {
			const endpoint = body[name];
			const type = isObject(endpoint) ? readText(endpoint.db_type) : undefined;
			return type === undefined ? [missing(settingName(`${name}.db_type`))] : [];
		}),
		...(hasDefiners(body) && typeof body.replace_definer !== 'boolean'
			? [missing('Update Fields → Replace Definer')]
			: []),
	];
}
