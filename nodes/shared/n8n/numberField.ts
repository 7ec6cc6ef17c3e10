import { failed, success, type Outcome } from '../failures/failure';
import { fieldProblem, toFailure } from '../failures/fieldProblems';
import { readNumber, readText } from '../values/read';

/** Which numbers a field takes. */
export interface NumberBounds {
	least: number;
	most: number;
	/** What an empty field stands for; without it an empty field is refused. */
	fallback?: number;
	/** Whether a fraction is cut off. */
	whole?: boolean;
	/** Whether a number outside the bounds is moved to the nearest one that fits, instead of refused. */
	clamp?: boolean;
	/** What the number stands for in a refusal; "a number" by default. */
	noun?: string;
	/** What to do about a refusal. */
	remedy?: string;
}

const REMEDY = 'Enter a number without its unit, such as 60';

/** @returns the value as a refusal shows it. */
const shown = (value: unknown): string =>
	typeof value === 'object' ? 'the value' : `"${(readText(value) ?? String(value)).slice(0, 60)}"`;

/**
 * Reads a field that takes a number.
 *
 * @param name the field's name as the user sees it
 * @param value its value, of any type: an expression may give a text
 * @param bounds which numbers it takes
 * @returns the number, or a failure that names the field and the entered value
 */
export function numberField(name: string, value: unknown, bounds: NumberBounds): Outcome<number> {
	const { least, most, fallback, whole = false, clamp = false, noun = 'a number' } = bounds;
	const remedy =
		bounds.remedy ?? `${REMEDY}${fallback === undefined ? '' : ', or leave the field empty'}.`;
	const entered = readNumber(value);
	const number = entered !== undefined && whole ? Math.floor(entered) : (entered ?? fallback);
	if (number === undefined) return failed(toFailure([fieldProblem(name, 'is empty', remedy)]));
	if (number >= least && number <= most) return success(number);
	if (clamp && !Number.isNaN(number)) return success(Math.min(most, Math.max(least, number)));
	return failed(toFailure([fieldProblem(name, `${shown(value)} is not ${noun}`, remedy)]));
}
