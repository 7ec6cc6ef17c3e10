import type { IDataObject } from 'n8n-workflow';
import { isObject } from './isObject';
import { FORBIDDEN_NAMES } from './json';
import { toJson } from './toJson';

/**
 * Merges an object into another, level by level. Lists and plain values of `addition` replace those of `base`.
 *
 * @param base the object to start from; it is not changed
 * @param addition what to put on top; keys that would reach an object's prototype are left out
 * @returns a new object
 */
export function mergeDeep<T extends object>(base: T, addition: IDataObject): T {
	const result: IDataObject = { ...toJson(base) };
	for (const [key, value] of Object.entries(addition)) {
		if (FORBIDDEN_NAMES.has(key)) continue;
		const present = result[key];
		result[key] = isObject(value) ? mergeDeep(isObject(present) ? present : {}, value) : value;
	}
	return result as T;
}
