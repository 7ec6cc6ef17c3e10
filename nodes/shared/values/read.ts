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

/**
 * @param value of a field, of any type
 * @returns the number, also one in a text; NaN for anything else and for what has no end; undefined for nothing
 */
export function readNumber(value: unknown): number | undefined {
	if (value === undefined || value === null) return undefined;
	if (typeof value !== 'string' && typeof value !== 'number') return NaN;
	const text = String(value).trim();
	if (text === '') return undefined;
	const number = Number(text);
	return Number.isFinite(number) ? number : NaN;
}

/** @returns a number that a service gives, also in a text; undefined for anything else. */
export function finiteNumber(value: unknown): number | undefined {
	const number = readNumber(value);
	return Number.isNaN(number) ? undefined : number;
}

/** @returns a text as it is, because a blank may belong to a password; undefined for anything else, and for an empty one. */
export const readString = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;
