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
		description: 'Columns of the table, separated by commas',
	},
	{
		name: 'primaryKey',
		apiName: 'prim_key_or_index',
		displayName: 'Primary Key or Unique Index',
		placeholder: 'e.g. id',
		description: 'What identifies a row of the table',
	},
	{
		name: 'indexes',
		apiName: 'indexs',
		displayName: 'Indexes to Optimize',
		placeholder: 'e.g. name',
		description: 'Indexes that the filter uses',
	},
	{
		name: 'condition',
		apiName: 'values',
		displayName: 'Condition',
		placeholder: "e.g. name like '%a%'",
		description: 'Rows that fulfil it are kept at hand for the filters',
	},
];

const OBJECTS: INodeProperties = {
	displayName: 'Tables',
	name: 'tables',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Table',
	default: {},
	description: 'The tables whose rows are filtered',
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
					description: 'Level of the object (leavesNum); 0 is usual',
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
					displayName: 'Use Configuration Rules',
					name: 'advanced',
					type: 'boolean',
					default: false,
					description: 'Whether the filter uses configuration rules of associated tables',
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
				description: 'Only rows that fulfil an SQL condition are synchronized',
			},
			{
				name: 'Configure an Associated Table',
				value: CONFIGURATION,
				description: 'Rows of another table are kept at hand, so that filters can refer to them',
			},
		],
		default: FILTER,
		description: 'What kind of rule is added',
	},
	...showWhen({ rule: [FILTER] }, [
		OBJECTS,
		{
			displayName: 'Filter',
			name: 'filter',
			type: 'string',
			default: '',
			placeholder: 'e.g. amount > 1000',
			description: 'SQL condition of up to 256 characters that a row has to fulfil',
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
