import { jsonParse, type IDataObject } from 'n8n-workflow';

/** @returns the object in a JSON field, undefined for an empty one, or null if it holds anything else. */
export function readJsonObject(value: unknown): IDataObject | undefined | null {
	if (value === undefined || value === '') return undefined;
	const parsed: unknown =
		typeof value === 'string' ? jsonParse(value, { fallbackValue: null }) : value;
	const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
	return isObject ? (parsed as IDataObject) : null;
}

/** @returns the objects in a list of an answer, without whatever else may be among them; none if it is no list. */
export const recordsIn = (list: unknown): IDataObject[] =>
	(Array.isArray(list) ? list : []).filter(
		(entry): entry is IDataObject =>
			typeof entry === 'object' && entry !== null && !Array.isArray(entry),
	);
