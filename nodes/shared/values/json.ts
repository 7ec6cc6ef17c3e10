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

/** @returns the objects in a list of an answer, without whatever else may be among them; none if it is no list. */
export const recordsIn = (list: unknown): IDataObject[] =>
	Array.isArray(list) ? list.filter(isObject) : [];
