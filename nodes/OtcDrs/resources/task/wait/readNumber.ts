import { failed, success, type Outcome } from '../../../../shared/failures/failure';
import { finiteNumber } from '../../../../shared/values/read';
import { fieldProblem, toFailure } from '../../../../shared/failures/fieldProblems';

/** A field that takes a number. */
export interface NumberField {
	/** Its name, as the user sees it. */
	name: string;
	/** What an empty field stands for. */
	fallback: number;
	/** Whether zero and less stand for the fallback, too. */
	isPositive?: boolean;
	least: number;
	most: number;
}

/**
 * @param value of the field, also from an expression
 * @param field its name and its bounds
 * @returns the number, moved into the bounds; a failure that names the field for anything that is no number
 */
export function readNumber(
	value: unknown,
	{ name, fallback, isPositive = false, least, most }: NumberField,
): Outcome<number> {
	if (value === undefined || value === null || value === '') return success(fallback);
	const number = finiteNumber(value);
	if (number !== undefined && number <= 0 && isPositive) return success(fallback);
	if (number !== undefined) return success(Math.min(most, Math.max(least, number)));
	const words = typeof value === 'object' ? 'the value' : `"${String(value).slice(0, 60)}"`;
	const remedy = 'Enter a number without its unit, such as 60, or leave the field empty.';
	return failed(toFailure([fieldProblem(name, `${words} is not a number`, remedy)]));
}
