import type { IDataObject } from 'n8n-workflow';
import { fieldProblem, type FieldProblem } from '../../failures/fieldProblems';
import { firstRepeated } from '../../values/firstRepeated';
import { recordsIn } from '../../values/json';

/**
 * Checks the objects of a task (drs_03_0109): each is there once, and a choice has some.
 *
 * @param body the whole entry, additional request fields included
 * @returns what is wrong with it, by the names of the fields
 */
export function checkSelection(body: IDataObject): FieldProblem[] {
	const ids = recordsIn(body.job).map(({ id }) => String(id));
	if (body.selected === true && ids.length === 0) {
		return [
			fieldProblem(
				'Objects',
				'is empty',
				'Add the objects to migrate, or turn off "Limit to Selected Objects" to migrate everything.',
			),
		];
	}
	const twice = firstRepeated(ids);
	if (twice === undefined) return [];
	const name = twice.replace('-*-*-', '.').slice(0, 200);
	return [fieldProblem('Objects', `${name} is listed twice`, 'List every object once.')];
}
