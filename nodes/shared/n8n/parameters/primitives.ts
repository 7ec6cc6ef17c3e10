import type { INodeProperties } from 'n8n-workflow';
import { accept, refuse, type Reading } from '../../values/reading';
import { shown } from '../../values/visible';
import type { FieldRule } from './rule';

/** @returns whether a value says nothing, so that the default of its field holds. */
export const isEmpty = (value: unknown): boolean =>
	value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

const YES = new Set(['true', '1', 'yes', 'on', 'ja', 'wahr']);
const NO = new Set(['false', '0', 'no', 'off', 'nein', 'falsch']);

/** @returns what a yes/no field says; anything unclear is refused, because a field of this kind may destroy something. */
export function readFlag(value: unknown): Reading<boolean> {
	if (typeof value === 'boolean') return accept(value);
	if (['string', 'number', 'bigint'].includes(typeof value)) {
		const word = String(value).trim().toLowerCase();
		if (YES.has(word)) return accept(true);
		if (NO.has(word)) return accept(false);
	}
	return refuse(`${shown(value)} is neither yes nor no`, 'Enter true or false.');
}

const NUMERIC = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** `1.000` is a thousand in some countries and one in others; the same with a comma, a blank or an apostrophe is clear. */
const UNCLEAR = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+$/;
const SEPARATED = /^[+-]?(?:\d{1,3}(?:[,.'’\s]\d{3})+(?:[.,]\d+)?|\d+,\d+)$/;

const WITHOUT_SEPARATORS =
	'Enter it without thousands separators and with a decimal point, such as 1000.5.';

/** @returns a number, also one in a text; without regard to what its field allows. */
function readAnyNumber(value: unknown): Reading<number> {
	const remedy = 'Enter a number without its unit, such as 60.';
	if (typeof value === 'number' && Number.isFinite(value)) return accept(value);
	if (typeof value === 'bigint') return readAnyNumber(`${value}`);
	if (typeof value !== 'string') return refuse(`${shown(value)} is not a number`, remedy);
	const text = value.trim();
	if (UNCLEAR.test(text)) {
		return refuse(`${shown(text)} is an ambiguous number`, WITHOUT_SEPARATORS);
	}
	const number = NUMERIC.test(text) ? Number(text) : NaN;
	if (Number.isFinite(number)) return accept(number);
	return refuse(
		`${shown(text)} is not a number`,
		SEPARATED.test(text) ? WITHOUT_SEPARATORS : remedy,
	);
}

/** @returns words for the limits of a number. */
function limitsOf(least: number | undefined, most: number | undefined): string {
	if (least !== undefined && most !== undefined) return ` from ${least} to ${most}`;
	if (least !== undefined) return ` from ${least} on`;
	return most === undefined ? '' : ` of ${most} at most`;
}

/** @returns the number of a field, within its limits and of its precision. */
export function readNumber(
	value: unknown,
	{ typeOptions = {} }: Pick<INodeProperties, 'typeOptions'>,
	rule: FieldRule = {},
): Reading<number> {
	const reading = readAnyNumber(value);
	if (!reading.ok) return reading;
	const { minValue: least, maxValue: most, numberPrecision } = typeOptions;
	const precision = rule.whole ? 0 : numberPrecision;
	const kind = precision === 0 ? 'a whole number' : 'a number';
	const remedy = `Enter ${kind}${limitsOf(least, most)}.`;
	const number = reading.value;
	if (precision === 0 && !Number.isInteger(number)) {
		return refuse(`${shown(value)} is not a whole number`, remedy);
	}
	if (precision !== undefined && Number(number.toFixed(Math.min(precision, 100))) !== number) {
		return refuse(`${shown(value)} has more than ${precision} decimals`, remedy);
	}
	if (number < (least ?? Number.MIN_SAFE_INTEGER))
		return refuse(`${shown(value)} is too small`, remedy);
	if (number > (most ?? Number.MAX_SAFE_INTEGER))
		return refuse(`${shown(value)} is too large`, remedy);
	return accept(number);
}
