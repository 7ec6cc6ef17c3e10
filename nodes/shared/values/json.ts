import { jsonParse, type IDataObject } from 'n8n-workflow';
import { isObject } from './isObject';

/** Deepest nesting of a JSON field; merging and sending would fail at some thousand levels. */
export const MAX_LEVELS = 100;

const isDeeper = (value: unknown, levels: number): boolean =>
	typeof value === 'object' &&
	value !== null &&
	(levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)));

/**
 * @param value of a JSON field: a text, or an object from an expression
 * @returns the object, undefined for an empty field, or null if it holds anything else or nests too deep
 */
export function readJsonObject(value: unknown): IDataObject | undefined | null {
	if (value === undefined || value === '') return undefined;
	const parsed: unknown =
		typeof value === 'string' ? jsonParse(value, { fallbackValue: null }) : value;
	return isObject(parsed) && !isDeeper(parsed, MAX_LEVELS) ? parsed : null;
}

/** Names that would reach the prototype of an object; they are never merged. */
export const FORBIDDEN_NAMES: ReadonlySet<string> = new Set([
	'__proto__',
	'constructor',
	'prototype',
]);

const isExact = (value: number): boolean => Math.abs(value) <= Number.MAX_SAFE_INTEGER;

/** @returns what in a value would not be sent as it was entered; undefined if all of it is */
export function inexactIn(value: unknown): string | undefined {
	if (typeof value === 'number' && !isExact(value)) {
		return 'contains a number that cannot be sent exactly';
	}
	if (typeof value !== 'object' || value === null) return undefined;
	for (const [name, inner] of Object.entries(value)) {
		if (FORBIDDEN_NAMES.has(name)) return `contains "${name}", which is never sent`;
		const found = inexactIn(inner);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** @returns the objects in a list of an answer, without whatever else may be among them; none if it is no list. */
export const recordsIn = (list: unknown): IDataObject[] =>
	Array.isArray(list) ? list.filter(isObject) : [];
