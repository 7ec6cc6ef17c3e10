import type { IDataObject } from 'n8n-workflow';
import { fieldProblem, type FieldProblem } from '../../failures/fieldProblems';
import { firstRepeated } from '../../values/firstRepeated';
import { recordsIn } from '../../values/json';

const MOST_TABLES = 10_000;

/**
 * Checks a data processing rule (drs_api_0103): a table has one rule, and a task has rules for at most 10,000 tables.
 *
 * @param body the whole entry, additional request fields included
 * @returns what is wrong with it, by the names of the fields
 */
export function checkDataProcessing(body: IDataObject): FieldProblem[] {
	const tables = recordsIn(body.object_info).map(({ id }) => String(id));
	if (tables.length > MOST_TABLES) {
		const fault = `has ${tables.length} entries`;
		return [fieldProblem('Tables', fault, `Enter at most ${MOST_TABLES} tables per task.`)];
	}
	const twice = firstRepeated(tables);
	if (twice === undefined) return [];
	const name = twice.replace('-*-*-', '.').slice(0, 200);
	return [fieldProblem('Tables', `${name} is listed twice`, 'List every table once.')];
}
