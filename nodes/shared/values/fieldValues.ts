export { text } from './primitives';

/** @returns a password or certificate as it is, because a space may belong to it; undefined for nothing. */
export const secret = (value: unknown): string | undefined =>
	typeof value === 'string' && value !== '' ? value : undefined;

/** @returns a number, NaN for what is none; undefined for nothing. */
export const number = (value: unknown): number | undefined =>
	value === undefined || value === null || value === ''
		? undefined
		: typeof value === 'object'
			? NaN
			: Number(value);

/** @returns a boolean, also from the texts of expressions; undefined for nothing. */
export const flag = (value: unknown): boolean | undefined =>
	value === undefined || value === null || value === ''
		? undefined
		: value === true || value === 'true';
