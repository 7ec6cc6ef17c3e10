import type { IDataObject } from 'n8n-workflow';

/**
 * @param record an object of which all values are JSON, such as the typed body of a request
 * @returns the same object in the type that n8n has for JSON; an interface cannot be assigned to it
 */
export const toJson = (record: object): IDataObject => record as IDataObject;
