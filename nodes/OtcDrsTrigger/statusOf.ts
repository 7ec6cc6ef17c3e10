import type { IDataObject } from 'n8n-workflow';
import { readText } from '../shared/values/read';

/** The longest documented status has 31 characters; nothing longer is remembered. */
const LONGEST = 64;

/** @returns the status of a task in a list; empty if it has none. */
export const statusOf = ({ status }: IDataObject): string =>
	(readText(status) ?? '').slice(0, LONGEST);
