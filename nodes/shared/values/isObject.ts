import type { IDataObject } from 'n8n-workflow';

/** @returns whether a value is an object with named properties: no list, and not null. */
export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
