import type { INodeProperties } from 'n8n-workflow';
import { showFor, showWhen } from '../../../../shared/n8n/fields';
import { optionsCollection, sendingFields } from '../../../../shared/n8n/options';
import { SCENARIO_CHOICES } from '../../../../shared/fields/selectOptions';
import { TASK_FILTERS } from '../../../fields/taskFilters';
import { TASK_FIELD } from '../../../../shared/fields/task';
import { COLUMN_CHOICES } from './columns';
import { IDLE_FIELD, PRICE_FIELDS } from './costs';

const FIELDS: INodeProperties[] = [
	{
		displayName: 'Tasks',
		name: 'taskSource',
		type: 'options',
		options: [
			{
				name: 'From Input Items',
				value: 'items',
				description: 'Tasks from the input items, such as the output of Migration → Run',
			},
			{
				name: 'All Tasks in the Project',
				value: 'all',
				description: 'All tasks that match the filters',
			},
		],
		default: 'items',
		description: 'Tasks to report on',
	},
	...showWhen({ taskSource: ['items'] }, [{ ...TASK_FIELD, required: false }]),
	...showWhen({ taskSource: ['all'] }, [
		{
			displayName: 'Scenario',
			name: 'reportScenario',
			type: 'options',
			options: [{ name: 'All', value: 'all' }, ...SCENARIO_CHOICES],
			default: 'all',
			description: 'Scenario of the tasks to report on',
		},
		{
			displayName: 'Name Contains',
			name: 'nameContains',
			type: 'string',
			default: '',
			placeholder: 'e.g. shop',
			description: 'Only return tasks whose name contains this text',
		},
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: TASK_FILTERS.filter(({ name }) => name !== 'name'),
		},
	]),
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: 'Database migrations',
		description: 'Heading of the report',
	},
	{
		displayName: 'Columns',
		name: 'columns',
		type: 'multiOptions',
		options: COLUMN_CHOICES,
		default: ['name', 'engine', 'status', 'progress', 'delay', 'remaining'],
		description: 'Columns of the table. Failure reasons are always listed on top.',
	},
	{
		displayName: 'Sort By',
		name: 'sortBy',
		type: 'options',
		options: [
			{ name: 'Name', value: 'name' },
			{ name: 'Progress', value: 'progress' },
			{ name: 'Urgency', value: 'urgency', description: 'Failed tasks first' },
		],
		default: 'urgency',
		description: 'Order of the tasks',
	},
	optionsCollection([
		{
			displayName: 'Files',
			name: 'files',
			type: 'multiOptions',
			options: [
				{ name: 'HTML', value: 'html' },
				{ name: 'Markdown', value: 'markdown' },
				{ name: 'SVG', value: 'svg' },
				{ name: 'Text', value: 'text' },
			],
			default: ['html', 'svg'],
			description: 'Formats to attach as files, in binary properties of these names',
		},
		{
			displayName: 'Time Zone',
			name: 'timeZone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Europe/Berlin',
			description: "Time zone of the report. Leave empty to use the workflow's time zone.",
		},
		IDLE_FIELD,
		...PRICE_FIELDS,
		...sendingFields('query'),
	]),
];

/** The fields of Migration → Report. */
export const REPORT_FIELDS: INodeProperties[] = showFor(
	{ resource: 'migration', operations: ['report'] },
	FIELDS,
);
