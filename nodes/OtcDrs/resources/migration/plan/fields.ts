import type { INodeProperties } from 'n8n-workflow';
import { showFor } from '../../../../shared/n8n/fields';
import { PRICE_FIELDS } from '../report/costs';
import { runFields } from '../run/fields';

const OUTPUT: INodeProperties = {
	displayName: 'Output',
	name: 'planOutput',
	type: 'options',
	options: [
		{
			name: 'One Item per Database',
			value: 'databases',
			description: 'What is to be done with each database, with the plan_id',
		},
		{
			name: 'One Summary',
			value: 'summary',
			description: 'One item for people: counts, HTML, Markdown, text, and a list of all plans',
		},
	],
	default: 'databases',
	description: 'What to return',
};

/** The fields of Migration → Plan: those of Migration → Run, so that the operation can be switched, and what comes out. */
export const PLAN_FIELDS: INodeProperties[] = [
	...showFor({ resource: 'migration', operations: ['plan'] }, [OUTPUT]),
	...runFields('plan', PRICE_FIELDS),
];
