/**
 * @param values of any type, as a user or a service may give them
 * @returns the first that is a number, or a text with more than blanks; as trimmed text, undefined if there is none
 */
export function readText(...values: unknown[]): string | undefined {
	for (const value of values) {
		const found =
			typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
		if (found !== '') return found;
	}
	return undefined;
}

/** @returns a property of whatever was thrown or answered; undefined where there is none. */
export const property = (value: unknown, key: string): unknown =>
	typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;

/** @returns a number, also one in a text; undefined for anything else, and for what has no end. */
export function finiteNumber(value: unknown): number | undefined {
	const found = readText(value);
	const number = found === undefined ? NaN : Number(found);
	return Number.isFinite(number) ? number : undefined;
}

/** @returns a password or certificate as it is, because a space may belong to it; undefined for nothing. */
export const readSecret = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;

/** @returns a number, NaN for what is none; undefined for nothing. */
export const readNumber = (value: unknown): number | undefined =>
	value === undefined || value === null || value === ''
		? undefined
		: typeof value === 'object'
			? NaN
			: Number(value);

/** @returns a boolean, also from the texts of expressions; undefined for nothing. */
export const readFlag = (value: unknown): boolean | undefined =>
	value === undefined || value === null || value === ''
		? undefined
		: value === true || value === 'true';
