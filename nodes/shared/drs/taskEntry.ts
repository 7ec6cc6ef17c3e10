import type { IDataObject } from 'n8n-workflow';
import { readText } from '../values/read';

/** An entry about a task, or about a part of it, such as the side that a password belongs to. */
export interface TaskEntry {
	/** The task's ID. */
	id: string;
	part?: string;
}

/** @returns what tells an entry from all others; of an entry without a part, the task's ID */
export const entryKey = ({ id, part }: TaskEntry): string =>
	part === undefined ? id : JSON.stringify([id, part]);

/**
 * @param result one result of an answer
 * @param idField the field that holds the task's ID
 * @param partField the field that tells the entries of one task apart, if there is one
 * @returns the key of the entry that a result belongs to; undefined where it does not say
 */
export function resultKey(
	result: IDataObject,
	idField: string,
	partField: string | undefined,
): string | undefined {
	const id = readText(result[idField]);
	if (id === undefined || partField === undefined) return id;
	const part = readText(result[partField]);
	return part === undefined ? undefined : entryKey({ id, part });
}
