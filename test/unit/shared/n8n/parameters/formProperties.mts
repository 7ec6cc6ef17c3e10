import type { INodeProperties } from 'n8n-workflow';
import type { FieldRules } from '../../../../../nodes/shared/n8n/parameters/rule.ts';

const text = (displayName: string, name: string, more: Partial<INodeProperties> = {}) =>
	({ displayName, name, type: 'string', default: '', ...more }) satisfies INodeProperties;

const RUN = { show: { operation: ['run'] } };

/** A form with fields of every kind, for tests of the reader. */
export const PROPERTIES: INodeProperties[] = [
	{ displayName: 'Look here', name: 'notice', type: 'notice', default: '' },
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		options: [
			{ name: 'Run', value: 'run' },
			{ name: 'Stop', value: 'stop' },
		],
		default: 'run',
	},
	{
		displayName: 'Engine',
		name: 'engine',
		type: 'options',
		options: [
			{ name: 'MySQL', value: 'mysql' },
			{ name: 'MongoDB', value: 'mongodb' },
			{ name: 'Other', value: 'other' },
		],
		default: 'mysql',
		displayOptions: RUN,
	},
	text('Engine Name', 'engineName', { displayOptions: { show: { engine: ['other'] } } }),
	{ displayName: 'Force', name: 'force', type: 'boolean', default: false },
	{ displayName: 'Choose', name: 'choose', type: 'boolean', default: true },
	text('Reason', 'reason', { displayOptions: { hide: { force: [false] } } }),
	text('Task Name', 'name', { displayOptions: RUN }),
	text('Name of the Stop', 'name', {
		default: 'last',
		displayOptions: { show: { operation: ['stop'] } },
	}),
	text('Password', 'password', { typeOptions: { password: true } }),
	{ displayName: 'Start Time', name: 'startTime', type: 'dateTime', default: '' },
	{ displayName: 'Body (JSON)', name: 'body', type: 'json', default: '{}' },
	{
		displayName: 'Task',
		name: 'jobId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [],
	},
	{
		displayName: 'Files',
		name: 'files',
		type: 'multiOptions',
		options: [
			{ name: 'HTML', value: 'html' },
			{ name: 'Picture', value: 'svg' },
		],
		default: ['html'],
	},
	{
		displayName: 'Hours',
		name: 'hours',
		type: 'options',
		options: [
			{ name: 'One', value: 1 },
			{ name: 'Custom', value: 0 },
		],
		default: 1,
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { hours: [{ _cnd: { gte: 1 } }] } },
	},
	{
		displayName: 'Source Database',
		name: 'source',
		type: 'collection',
		default: {},
		options: [
			text('Host', 'ip'),
			{
				displayName: 'Port',
				name: 'port',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 65_535 },
				default: 3306,
			},
			{ displayName: 'SSL', name: 'ssl', type: 'boolean', default: true },
			text('Certificate', 'certificate', {
				typeOptions: { rows: 4 },
				displayOptions: { show: { ssl: [true] } },
			}),
			text('Certificate Password', 'certificatePassword', { typeOptions: { password: true } }),
			text('HA Mode', 'haMode', { displayOptions: { show: { '/engine': ['mongodb'] } } }),
		],
	},
	{
		displayName: 'Tags',
		name: 'tags',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		options: [
			{
				displayName: 'Tag',
				name: 'tag',
				values: [
					text('Key', 'key'),
					text('Value', 'value'),
					{
						displayName: 'Kind',
						name: 'kind',
						type: 'options',
						options: [
							{ name: 'Own', value: 'own' },
							{ name: 'Shared', value: 'shared' },
						],
						default: 'own',
					},
				],
			},
		],
	},
	{
		displayName: 'Notification',
		name: 'alarm',
		type: 'fixedCollection',
		default: {},
		options: [
			{
				displayName: 'Settings',
				name: 'settings',
				values: [
					text('E-Mail Addresses', 'emails'),
					{ displayName: 'Delay Threshold', name: 'delay', type: 'number', default: 0 },
				],
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		default: {},
		options: [
			{
				displayName: 'Batch Size',
				name: 'batchSize',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 100 },
				default: 10,
			},
			text('Note', 'note'),
		],
	},
];

export const RULES: FieldRules = {
	engine: { open: true },
	jobId: { list: true },
	limit: { whole: true },
	'alarm.settings.emails': { list: true },
};
