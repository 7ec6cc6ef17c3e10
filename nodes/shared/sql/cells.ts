type Fields = ReadonlyArray<string | null>;

/** @returns a field of a row; empty where it is missing or NULL. */
export const at = (fields: Fields, index: number): string => fields[index] ?? '';

/** @returns whether a field is true, as PostgreSQL writes it. */
export const isTrue = (fields: Fields, index: number): boolean =>
	/^t(rue)?$/.test(at(fields, index));

/** @returns a field that is a whole number; null for anything else. */
export const whole = (fields: Fields, index: number): bigint | null =>
	/^-?\d+$/.test(at(fields, index)) ? BigInt(at(fields, index)) : null;
