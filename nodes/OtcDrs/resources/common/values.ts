/** @returns a text or number as trimmed text; undefined for nothing. */
export const text = (value: unknown): string | undefined => {
	const found = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	return found === '' ? undefined : found;
};

/** @returns a password or certificate as it is, because a space may belong to it; undefined for nothing. */
export const secret = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;

/** @returns a number, NaN for what is none; undefined for nothing. */
export const number = (value: unknown): number | undefined =>
	value === undefined || value === null || value === '' ? undefined : Number(value);

/** @returns a boolean, also from the texts of expressions; undefined for nothing. */
export const flag = (value: unknown): boolean | undefined =>
	value === undefined || value === null || value === ''
		? undefined
		: value === true || value === 'true';
