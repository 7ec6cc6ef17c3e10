import type { IDataObject } from 'n8n-workflow';
import { finiteNumber, readText } from '../values/read';

/** As the list prints a time: local, and without a zone (drs_03_0138). */
const LOCAL = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(\.\d+)?$/;

/** @returns when a task was created, in ms since 1970; undefined where the service gives local time, whose zone it does not say. */
export const createdAt = ({ create_time: time }: IDataObject): number | undefined =>
	finiteNumber(time);

/**
 * @param task of a list
 * @returns a number by which the tasks of a list are sorted by age; 0 for a task without a time. It is no moment: local
 * times of different zones cannot be told apart.
 */
export function creationOrder(task: IDataObject): number {
	const text = readText(task.create_time) ?? '';
	if (LOCAL.test(text)) return Date.parse(`${text.replace(' ', 'T')}Z`) || 0;
	return createdAt(task) ?? 0;
}
