import type { Outcome } from '../failures/failure';
import { numberField } from '../n8n/numberField';

/** The longest time that can be waited for: a year. */
const MAX_MINUTES = 527_040;

/**
 * @param field the field's name as the user sees it
 * @param value its value, of any type
 * @returns the minutes, or why these are none
 */
export const readMinutes = (field: string, value: unknown): Outcome<number> =>
	numberField(field, value, {
		least: 0,
		most: MAX_MINUTES,
		noun: 'a time',
		remedy: `Enter the minutes as a number from 0 to ${MAX_MINUTES}.`,
	});
