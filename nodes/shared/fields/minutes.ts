import { failed, success, type Outcome } from '../failures/failure';
import { finiteNumber, readText } from '../values/read';

/** The longest time that can be waited for: a year. */
const MAX_MINUTES = 527_040;

/**
 * @param field the field's name as the user sees it
 * @param value its value, of any type
 * @returns the minutes, or why these are none
 */
export function readMinutes(field: string, value: unknown): Outcome<number> {
	const minutes = finiteNumber(value);
	if (minutes !== undefined && minutes >= 0 && minutes <= MAX_MINUTES) return success(minutes);
	const entered = readText(value);
	const fault = value === '' ? 'is empty' : 'is not a time';
	return failed({
		message: `${field}: ${entered ? `"${entered.slice(0, 60)}" ` : ''}${fault}`,
		description: `Enter the minutes as a number from 0 to ${MAX_MINUTES}.`,
	});
}
