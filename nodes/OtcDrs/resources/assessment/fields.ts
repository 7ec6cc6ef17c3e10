import type { INodeProperties } from 'n8n-workflow';
import { DIRECTIONS, SCENARIO_CHOICES } from '../../../shared/fields/selectOptions';
import { showFor, showWhen } from '../../../shared/n8n/fields';
import { optionsCollection } from '../../../shared/n8n/options';
import { DATABASES_FIELD, SERVERS_FIELD } from '../../fields/sql';

const SCENARIO_FIELD: INodeProperties = {
	displayName: 'Scenario',
	name: 'scenario',
	type: 'options',
	options: SCENARIO_CHOICES,
	default: 'migration',
	description: 'Scenario of the planned task',
};

const DIRECTION_FIELD: INodeProperties = {
	displayName: 'Direction',
	name: 'direction',
	type: 'options',
	options: DIRECTIONS,
	default: 'up',
	description: 'Direction of the planned task',
};

export const OUTPUT_FIELD: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: [
		{ name: 'One Item per Database', value: 'items', description: 'For the nodes that follow' },
		{
			name: 'One Report',
			value: 'report',
			description: 'For people to read: all databases in one item, as HTML, Markdown and text',
		},
	],
	default: 'items',
	description: 'Whether to return one item per database or one report for all',
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
	description: 'Formats to attach as files, in binary properties of these names',
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
				description: 'Whether to replicate changes after the full copy',
			},
			{
				displayName: 'Replace Definers',
				name: 'replaceDefiner',
				type: 'boolean',
				default: true,
				description:
					'Whether to replace the definer of views, triggers and routines with the user of the target',
			},
			{
				displayName: 'Same Users as the Task',
				name: 'asTaskUser',
				type: 'boolean',
				default: true,
				description: 'Whether the statements were run by the users that the task will log in with',
			},
			SERVERS_FIELD,
			{
				displayName: 'Target Disk (GB)',
				name: 'targetDisk',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				description: 'Disk size of the target. Enter 0 if unknown.',
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
