import type { INodeParameters } from 'n8n-workflow';

/** @returns a table to select */
export const table = (database: string, name: string) => ({ type: 'table', database, name });

/** Parameters that are refused before anything is sent. */
export const REFUSALS: Array<[operation: string, parameters: INodeParameters, message: string]> = [
	['selectObjects', {}, 'Objects: is empty'],
	['selectObjects', { objects: { object: [table('', 'x')] } }, 'Objects → Database: is empty'],
	['selectObjects', { objects: { object: [table('shop', '')] } }, 'Objects → Name: is empty'],
	['setSyncPolicy', {}, 'Policy: is empty'],
	['setDataProcessing', { filter: '={{ "" }}' }, 'Tables: is empty; Filter: is empty'],
	[
		'setDataProcessing',
		{ filter: 'x'.repeat(257), tables: { table: [{ database: 'shop' }] } },
		'Tables → Database, Table: one of them is empty; Filter: has 257 characters',
	],
	['updateParameters', {}, 'Parameters: is empty'],
	[
		'updateParameters',
		{ parameters: { parameter: [{ key: 'max_connections', targetValue: '' }] } },
		'Parameters: an entry has no name or no value',
	],
	['setFlowControl', {}, 'Time Ranges: has 0 entries'],
	[
		'setFlowControl',
		{ ranges: { range: [{ from: 8, to: 24, speed: 1 }] } },
		'Time Ranges 1 → Last Hour: 24 is too large',
	],
	[
		'setFlowControl',
		{ ranges: { range: [{ from: 8, to: 9, speed: 0 }] } },
		'Time Ranges 1 → Speed Limit (MB per Second): 0 is too small',
	],
];
