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

/** What in a JSON value is not sent, and what to do about it. */
export interface Unsendable {
	fault: string;
	remedy: string;
}

/**
 * @param value a JSON value
 * @param field the name of the field that holds it; empty for the value as a whole
 * @returns the first field that is never sent, or whose number JSON does not keep; undefined if there is none
 */
export function unsendableIn(value: unknown, field = ''): Unsendable | undefined {
	if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
		return {
			fault: `contains a number beyond 2^53${field === '' ? '' : ` in "${field}"`}`,
			remedy: 'JSON does not keep such numbers. Enter the number as text.',
		};
	}
	if (typeof value !== 'object' || value === null) return undefined;
	for (const [name, inner] of Object.entries(value)) {
		if (FORBIDDEN_NAMES.has(name)) {
			return { fault: `contains "${name}", which is never sent`, remedy: 'Remove this field.' };
		}
		const found = unsendableIn(inner, Array.isArray(value) ? field : name);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** @returns the objects in a list of an answer, without whatever else may be among them; none if it is no list. */
export const recordsIn = (list: unknown): IDataObject[] =>
	Array.isArray(list) ? list.filter(isObject) : [];
