import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { showFor } from '../../../shared/items/fields';
import { QUERY_OPTIONS } from '../../../shared/items/options';
import type { Operation } from '../../operation';
import { runTaskQuery } from './runTaskQuery';
import { TASK_FIELD } from './taskIds';

const option: INodePropertyOptions = {
	name: 'Get Status',
	value: 'getStatus',
	action: 'Get task status',
	description: 'Query the present status of tasks, up to 100 in one call',
};

const properties: INodeProperties[] = [TASK_FIELD, QUERY_OPTIONS];

/** Task → Get Status (drs_api_0150). */
export const getStatus: Operation = {
	option,
	properties: showFor({ resource: 'task', operations: ['getStatus'] }, properties),
	execute: async (context) => await runTaskQuery(context, 'status', (task) => task),
};
