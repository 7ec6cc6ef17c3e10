/** @returns a copy of a record without its undefined fields: what is not set is neither sent nor shown. */
export function withoutUndefined<T extends object>(record: T): T {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
