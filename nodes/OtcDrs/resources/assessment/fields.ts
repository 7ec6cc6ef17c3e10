import type { INodeProperties } from 'n8n-workflow';
import { DIRECTIONS, SCENARIO_CHOICES } from '../../../shared/fields/selectOptions';
import { showFor, showWhen } from '../../../shared/n8n/fields';
import { optionsCollection } from '../../../shared/n8n/options';
import { DATABASES_FIELD, SERVERS_FIELD } from '../../fields/sql';

export const SCENARIO_FIELD: INodeProperties = {
	displayName: 'Scenario',
	name: 'scenario',
	type: 'options',
	options: SCENARIO_CHOICES,
	default: 'migration',
	description: 'What kind of task is planned',
};

export const DIRECTION_FIELD: INodeProperties = {
	displayName: 'Direction',
	name: 'direction',
	type: 'options',
	options: DIRECTIONS,
	default: 'up',
	description: 'Where the planned task moves the data',
};

export const OUTPUT_FIELD: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: [
		{ name: 'One Item per Database', value: 'items', description: 'For the next nodes' },
		{
			name: 'One Report',
			value: 'report',
			description: 'For people: all databases in one item, as HTML, Markdown and text',
		},
	],
	default: 'items',
	description: 'Whether each database gets an item, or all share a report',
};

export const FILES_FIELD: INodeProperties = {
	displayName: 'Files',
	name: 'files',
	type: 'multiOptions',
	options: [
		{ name: 'HTML', value: 'html' },
		{ name: 'Markdown', value: 'markdown' },
		{ name: 'Text', value: 'text' },
	],
	default: ['html'],
	description: 'Which forms of the report to add as files, in binary properties of these names',
};

/** The fields of Assessment → Evaluate. */
export const EVALUATE_FIELDS: INodeProperties[] = showFor(
	{ resource: 'assessment', operations: ['evaluate'] },
	[
		SCENARIO_FIELD,
		OUTPUT_FIELD,
		...showWhen({ output: ['report'] }, [
			{
				displayName: 'Title',
				name: 'title',
				type: 'string',
				default: 'Assessment of databases',
				description: 'Heading of the report',
			},
		]),
		optionsCollection([
			DATABASES_FIELD,
			DIRECTION_FIELD,
			FILES_FIELD,
			{
				displayName: 'Incremental Replication',
				name: 'incremental',
				type: 'boolean',
				default: true,
				description: 'Whether changes are replicated after the full copy',
			},
			{
				displayName: 'Replace Definers',
				name: 'replaceDefiner',
				type: 'boolean',
				default: true,
				description: 'Whether the user of the target becomes the definer of all views and programs',
			},
			{
				displayName: 'Same Users as the Task',
				name: 'asTaskUser',
				type: 'boolean',
				default: true,
				description: 'Whether the statements were run by the users that the task will have',
			},
			SERVERS_FIELD,
			{
				displayName: 'Target Disk (GB)',
				name: 'targetDisk',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				description: 'Size of the disk of the target. 0: not known.',
			},
			{
				displayName: 'TLS',
				name: 'usesTls',
				type: 'boolean',
				default: false,
				description: 'Whether the task connects to the databases with TLS',
			},
		]),
	],
);
