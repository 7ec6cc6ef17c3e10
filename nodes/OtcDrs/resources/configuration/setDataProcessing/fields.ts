import type { INodeProperties } from 'n8n-workflow';
import { showWhen } from '../../../../shared/n8n/fields';

/** Type of a rule that leaves rows out. */
export const FILTER = 'contentConditionalFilter';

/** Type of a rule about an associated table. */
export const CONFIGURATION = 'configConditionalFilter';

interface ConfigurationField {
	name: string;
	apiName: string;
	displayName: string;
	placeholder: string;
	description: string;
}

/** What a configuration rule says of a table; the API wants all of it, each of up to 256 characters. */
export const CONFIGURATION_FIELDS: readonly ConfigurationField[] = [
	{
		name: 'database',
		apiName: 'db_name',
		displayName: 'Database',
		placeholder: 'e.g. shop',
		description: 'Database of the associated table',
	},
	{
		name: 'table',
		apiName: 'table_name',
		displayName: 'Table',
		placeholder: 'e.g. customers',
		description: 'The associated table',
	},
	{
		name: 'columns',
		apiName: 'col_names',
		displayName: 'Columns',
		placeholder: 'e.g. id,name',
		description: 'Comma-separated list of columns',
	},
	{
		name: 'primaryKey',
		apiName: 'prim_key_or_index',
		displayName: 'Primary Key or Unique Index',
		placeholder: 'e.g. id',
		description: 'Columns that identify a row of the table',
	},
	{
		name: 'indexes',
		apiName: 'indexs',
		displayName: 'Indexes to Optimize',
		placeholder: 'e.g. name',
		description: 'Indexes used by the filter',
	},
	{
		name: 'condition',
		apiName: 'values',
		displayName: 'Condition',
		placeholder: "e.g. name like '%a%'",
		description: 'SQL condition for the rows to cache',
	},
];

const OBJECTS: INodeProperties = {
	displayName: 'Tables',
	name: 'tables',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Table',
	default: {},
	description: 'Tables to filter',
	options: [
		{
			displayName: 'Table',
			name: 'table',
			values: [
				{
					displayName: 'Database',
					name: 'database',
					type: 'string',
					default: '',
					placeholder: 'e.g. shop',
					description: 'Database of the table',
				},
				{
					displayName: 'Level',
					name: 'level',
					type: 'number',
					default: 0,
					description: 'Object level (leavesNum), normally 0',
				},
				{
					displayName: 'Table',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. orders',
					description: 'Name of the table',
				},
				{
					displayName: 'Use Associated Table',
					name: 'advanced',
					type: 'boolean',
					default: false,
					description: 'Whether the filter refers to rows of an associated table',
				},
			],
		},
	],
};

/** The fields of the operation. */
export const DATA_PROCESSING_FIELDS: INodeProperties[] = [
	{
		displayName: 'Rule',
		name: 'rule',
		type: 'options',
		options: [
			{
				name: 'Filter Rows',
				value: FILTER,
				description: 'Only synchronize rows that match an SQL condition',
			},
			{
				name: 'Configure an Associated Table',
				value: CONFIGURATION,
				description: 'Cache rows of another table for filters to refer to',
			},
		],
		default: FILTER,
		description: 'Type of the rule',
	},
	...showWhen({ rule: [FILTER] }, [
		OBJECTS,
		{
			displayName: 'Filter',
			name: 'filter',
			type: 'string',
			default: '',
			placeholder: 'e.g. amount > 1000',
			description: 'SQL condition that rows must match, up to 256 characters',
		},
	]),
	...showWhen(
		{ rule: [CONFIGURATION] },
		CONFIGURATION_FIELDS.map(
			({ name, displayName, placeholder, description }): INodeProperties => ({
				displayName,
				name: `config_${name}`,
				type: 'string',
				default: '',
				placeholder,
				description,
			}),
		),
	),
];
