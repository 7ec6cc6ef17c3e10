/**
 * @param values of any type, as a user or a service may give them
 * @returns the first that is a number, or a text with more than blanks; as trimmed text, undefined if there is none
 */
export function text(...values: unknown[]): string | undefined {
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
	const found = text(value);
	const number = found === undefined ? NaN : Number(found);
	return Number.isFinite(number) ? number : undefined;
}
