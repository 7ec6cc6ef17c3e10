import type { IDataObject } from 'n8n-workflow';

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

const isPlainObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Merges an object into another, level by level. Lists and plain values of `addition` replace those of `base`.
 *
 * @param base the object to start from; it is not changed
 * @param addition what to put on top; keys that would reach an object's prototype are left out
 * @returns a new object
 */
export function mergeDeep(base: IDataObject, addition: IDataObject): IDataObject {
	const result: IDataObject = { ...base };
	for (const [key, value] of Object.entries(addition)) {
		if (FORBIDDEN_KEYS.has(key)) continue;
		const present = result[key];
		result[key] = isPlainObject(value)
			? mergeDeep(isPlainObject(present) ? present : {}, value)
			: value;
	}
	return result;
}
