import type { INodeParameters } from 'n8n-workflow';
import { lands, type Landing, type OperationLandings } from './landing.mts';
import { change, task, TASK, TASK_IN_PATH, unsent } from './operations.mts';

const objectEntry = (more: INodeParameters): INodeParameters => ({
	objects: {
		object: [{ type: 'table', database: 'shop', name: 'orders', select: 'true', ...more }],
	},
});
const object = (field: string, value: string, sent: Record<string, unknown>): Landing => ({
	field: `objects.object[].${field}`,
	value,
	sent,
});

const selectObjects = change(
	'configuration',
	'selectObjects',
	'selectObjects',
	[
		{ field: 'selected', value: false, sent: { selected: false, 'job[]': undefined } },
		lands('syncDatabase', true, 'sync_database'),
		object('database', 'bar', {
			'job[0].id': 'bar',
			'job[0].object_name': 'bar',
			'job[1].id': 'bar-*-*-orders',
			'job[1].parent_id': 'bar',
		}),
		object('name', 'customers', {
			'job[1].id': 'shop-*-*-customers',
			'job[1].object_name': 'customers',
		}),
		object('alias', 'orders_new', { 'job[1].object_alias_name': 'orders_new' }),
		object('select', 'false', { 'job[1].select': 'false' }),
		object('type', 'view', { 'job[1].object_type': 'view' }),
	],
	{ base: { ...TASK, ...objectEntry({}) } },
);

const CONFIGURATION_RULE: INodeParameters = {
	rule: 'configConditionalFilter',
	...Object.fromEntries(
		['database', 'table', 'columns', 'primaryKey', 'indexes', 'condition'].map((name) => [
			`config_${name}`,
			`${name}-0`,
		]),
	),
};
const processing = { database: 'shop', name: 'orders', level: 0 };
const configRule = (name: string, path: string, more: Record<string, unknown> = {}): Landing => ({
	field: `config_${name}`,
	value: `${name}-1`,
	sent: { [`config_transformation.${path}`]: `${name}-1`, ...more },
	with: CONFIGURATION_RULE,
});

const setDataProcessing = change(
	'configuration',
	'setDataProcessing',
	'setDataProcessing',
	[
		{
			field: 'rule',
			value: 'configConditionalFilter',
			sent: { 'transformation_info.transformation_type': 'configConditionalFilter' },
			with: CONFIGURATION_RULE,
		},
		lands('filter', 'amount > 2', 'transformation_info.value'),
		{
			field: 'tables.table[].database',
			value: 'bar',
			sent: { 'object_info[].id': 'bar-*-*-orders' },
		},
		{
			field: 'tables.table[].name',
			value: 'customers',
			sent: { 'object_info[].id': 'shop-*-*-customers' },
		},
		{ field: 'tables.table[].level', value: 1, sent: { 'object_info[].leavesNum': '1' } },
		{ field: 'tables.table[].advanced', value: true, sent: { 'object_info[].select': 'true' } },
		configRule('database', 'db_name', {
			'config_transformation.db_table_name': 'database-1.table-0',
		}),
		configRule('table', 'table_name', {
			'config_transformation.db_table_name': 'database-0.table-1',
		}),
		configRule('columns', 'col_names'),
		configRule('primaryKey', 'prim_key_or_index'),
		configRule('indexes', 'indexs'),
		configRule('condition', 'values'),
	],
	{ base: { ...TASK, filter: 'amount > 1', tables: { table: [processing] } } },
);

const range = { from: 8, to: 17, speed: 10 };

/** Where the fields of the resource "Configuration" land. */
export const CONFIGURATION_LANDINGS: OperationLandings[] = [
	selectObjects,
	setDataProcessing,
	change('configuration', 'setDefiner', 'setDefiners', [
		lands('replaceDefiner', false, 'replace_definer'),
	]),
	change(
		'configuration',
		'setFlowControl',
		'setFlowControl',
		[
			{ field: 'ranges.range[].from', value: 9, sent: { 'speed_limit[].begin': '09:00' } },
			{ field: 'ranges.range[].to', value: 18, sent: { 'speed_limit[].end': '18:59' } },
			{ field: 'ranges.range[].speed', value: 20, sent: { 'speed_limit[].speed': '20' } },
			lands('isUtc', false, 'speed_limit[].is_utc'),
			{ field: 'lift', value: true, sent: { 'speed_limit[]': undefined } },
		],
		{ entry: 'speed_limits[0]', base: { ...TASK, ranges: { range: [range] } } },
	),
	change(
		'configuration',
		'setSyncPolicy',
		'setSyncPolicies',
		[
			lands('policy.conflictPolicy', 'overwrite', 'conflict_policy'),
			lands('policy.filterDdlPolicy', 'drop_table', 'filter_ddl_policy'),
			lands('policy.ddlTrans', true, 'ddl_trans'),
			lands('policy.indexTrans', true, 'index_trans'),
			lands('policy.slotName', 'slot-1', 'slot_name'),
		],
		{ base: { ...TASK, policy: { conflictPolicy: 'stop' } } },
	),
	{
		resource: 'configuration',
		operation: 'getParameters',
		operationId: 'getParameters',
		entry: '',
		base: TASK,
		landings: [
			task('jobs[]'),
			unsent('onlyDifferences', true),
			{ field: 'refresh', value: false, sent: { refresh: '0' } },
		],
	},
	{
		resource: 'configuration',
		operation: 'updateParameters',
		operationId: 'modifyParameters',
		entry: '',
		base: { ...TASK, parameters: { parameter: [{ key: 'a', targetValue: 'b' }] } },
		landings: [
			TASK_IN_PATH,
			lands('group', 'performance', 'group'),
			lands('parameters.parameter[].key', 'max_connections', 'params[].key'),
			lands('parameters.parameter[].targetValue', '500', 'params[].target_value'),
		],
	},
];
