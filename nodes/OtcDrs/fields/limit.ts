import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../shared/n8n/parameters/fields';

/** How many results of a list to return, as n8n's own nodes ask for it. */
export const LIMIT_FIELDS: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/** @returns the most results that an item asks for; without end for all. */
export const readMost = (fields: Fields): number =>
	fields.flag('returnAll') ? Infinity : (fields.number('limit') ?? Infinity);
