import type { INodeProperties } from 'n8n-workflow';
import {
	DIRECTIONS,
	NETWORK_TYPES,
	SCENARIO_CHOICES,
} from '../../../../shared/fields/selectOptions';
import { endpointFields } from '../../../fields/endpoint/fields';
import { DESCRIPTION_FIELD, TASK_MODE_FIELD, taskNameField } from '../../../fields/taskSettings';
import { tagsField } from '../../../fields/tags';
import { ALARM_FIELD } from './alarm';

const COLLECTION: INodeProperties[] = [
	ALARM_FIELD,
	DESCRIPTION_FIELD,
	{
		displayName: 'Direction',
		name: 'jobDirection',
		type: 'options',
		options: DIRECTIONS,
		default: 'up',
		description: 'Direction of the task',
	},
	{
		displayName: 'Engine',
		name: 'engineType',
		type: 'string',
		default: '',
		placeholder: 'e.g. mysql',
		description: 'Value of engine_type',
	},
	{
		displayName: 'Network Type',
		name: 'netType',
		type: 'options',
		options: NETWORK_TYPES,
		default: 'eip',
		description: 'How the replication instance reaches the other database',
	},
	{
		displayName: 'Node Type',
		name: 'nodeType',
		type: 'string',
		default: 'high',
		description: 'Flavor of the replication instance',
	},
	{
		displayName: 'Recreate',
		name: 'isRecreate',
		type: 'boolean',
		default: false,
		description: 'Whether to rebuild the task with these settings',
	},
	{
		displayName: 'Replace Definer',
		name: 'replaceDefiner',
		type: 'boolean',
		default: true,
		description:
			'Whether to replace the definer of views, triggers and routines with the user of the target',
	},
	{
		displayName: 'Scenario',
		name: 'dbUseType',
		type: 'options',
		options: SCENARIO_CHOICES,
		default: 'migration',
		description: 'Scenario of the task',
	},
	tagsField('Up to 20 tags'),
	{
		displayName: 'Target Is Read-Only',
		name: 'isTargetReadonly',
		type: 'boolean',
		default: true,
		description: 'Whether the target is read-only while the task runs',
	},
	TASK_MODE_FIELD,
	taskNameField('4 to 50 letters, digits, hyphens and underscores'),
];

/** The fields of Task → Update. */
export const UPDATE_FIELDS: INodeProperties[] = [
	{
		displayName: 'Save Connection Data',
		name: 'storeDbInfo',
		type: 'boolean',
		default: false,
		description:
			'Whether to store the database logins in the task. Required once, after the connection tests and before the pre-check.',
	},
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: COLLECTION,
	},
	endpointFields('source', { existingTask: true }),
	endpointFields('target', { existingTask: true }),
];
