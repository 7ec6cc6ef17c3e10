import type { INodeParameters } from 'n8n-workflow';
import {
	endpointLandings,
	lands,
	locator,
	picks,
	type Landing,
	type OperationLandings,
} from './landing.mts';
import { fieldsAt } from './schema.mts';

const TASK: INodeParameters = { jobId: locator('task-1') };

const task = (path: string): Landing => ({
	field: 'jobId',
	value: locator('task-2'),
	sent: { [path]: 'task-2' },
});

const unsent = (field: string, value: unknown): Landing => ({ field, value, sent: {} });

const change = (
	resource: string,
	operation: string,
	operationId: string,
	landings: Landing[],
	more: Partial<OperationLandings> = {},
): OperationLandings => ({
	resource,
	operation,
	operationId,
	entry: 'jobs[0]',
	base: TASK,
	...more,
	landings: [...landings, task('job_id')],
});

const login = (side: 'source' | 'target'): INodeParameters => ({
	[`${side}Database`]: {
		authentication: 'defineBelow',
		user: 'user-0',
		password: 'password-0',
		ip: '10.0.0.1',
		dbPort: 1,
	},
});

const TESTED: INodeParameters = {
	...TASK,
	...login('source'),
	...login('target'),
	dbType: 'mysql',
	dbName: 'shop',
};

/** @param takes which fields of an endpoint the operation takes, by their names in the API */
const testLandings = (side: string, takes: readonly string[]): Landing[] => [
	lands('endPointType', side, 'end_point_type'),
	lands('netType', 'vpn', 'net_type'),
	lands('dbType', 'postgresql', 'db_type'),
	lands('dbName', 'shop-2', 'db_name'),
	...endpointLandings('source', { path: '', takes }),
	...endpointLandings('target', { path: '', takes, other: { endPointType: 'ta' } }),
];

const connectionTest: OperationLandings = {
	resource: 'connection',
	operation: 'test',
	operationId: 'testConnections',
	entry: 'jobs[0]',
	base: TESTED,
	landings: [task('id'), ...testLandings('ta', fieldsAt('testConnections', 'jobs[]'))],
};

/** The names in the JSON text of the cluster test differ from those of endpoints. */
const PROPERTY: Record<string, string> = {
	end_point_type: 'endpointtype',
	net_type: 'nettype',
	db_name: 'dbName',
	db_user: 'dbuser',
	db_password: 'dbpassword',
	db_type: 'dbtype',
	db_port: 'dbport',
	ip: 'ip',
	ssl_link: 'ssllink',
	ssl_cert_key: 'sslcertkey',
	ssl_cert_name: 'sslcertname',
	ssl_cert_check_sum: 'sslcertchecksum',
};

const IN_PROPERTY = fieldsAt('testClusterConnections', 'jobs[].property');

const inProperty = (landing: Landing): Landing => ({
	...landing,
	sent: Object.fromEntries(
		Object.entries(landing.sent).map(([path, value]) => [`property.${PROPERTY[path]}`, value]),
	),
});

const clusterTest: OperationLandings = {
	resource: 'connection',
	operation: 'testCluster',
	operationId: 'testClusterConnections',
	entry: 'jobs[0]',
	base: TESTED,
	landings: [
		task('job_id'),
		...testLandings(
			'ls',
			Object.keys(PROPERTY).filter((name) => IN_PROPERTY.includes(PROPERTY[name])),
		).map(inProperty),
	],
	automatic: { action: 'fixed' },
};

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

const tableEntry = { database: 'shop', table: 'orders' };
const createComparison: OperationLandings = {
	resource: 'comparison',
	operation: 'create',
	operationId: 'createComparison',
	entry: '',
	base: { ...TASK, compareData: 'lines', tables: { table: [tableEntry] } },
	landings: [
		task('job_id'),
		{ field: 'compareObjects', value: true, sent: { object_level_compare_type: 'objects' } },
		lands('compareData', 'contents', 'data_level_compare_info.compare_type'),
		lands(
			'tables.table[].database',
			'bar',
			'data_level_compare_info.compare_object_infos[].db_name',
		),
		{
			field: 'tables.table[].table',
			value: 'customers',
			sent: { 'data_level_compare_info.compare_object_infos[].table_name[]': 'customers' },
		},
		...(['rangeStart', 'rangeEnd'] as const).map((field, index): Landing => {
			const list = 'data_level_compare_info.compare_object_infos_with_token[]';
			const token = `${list}.table_name_with_token[].${index === 0 ? 'min_token' : 'max_token'}`;
			return {
				field: `tables.table[].${field}`,
				value: `${index}00`,
				sent: {
					[token]: `${index}00`,
					[`${list}.db_name`]: 'shop',
					[`${list}.table_name_with_token[].table_name`]: 'orders',
				},
			};
		}),
		lands('conflictPolicy', 'cancel', 'data_level_compare_info.conflict_policy'),
		{
			field: 'quick',
			value: true,
			sent: { 'data_level_compare_info.compare_mode': 'quick_comparison' },
		},
		{
			field: 'startTime',
			value: '2026-12-01T22:00:00Z',
			sent: { 'data_level_compare_info.start_time': '1796162400000' },
		},
	],
};

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

const LIMITS = [unsent('returnAll', true), unsent('limit', 7)];

const IN_VPC = [unsent('filters.name', 'shop'), picks('filters.vpc', 'vpc-1', 'vpc_id')];

const range = { from: 8, to: 17, speed: 10 };

/** Where the fields of all other operations land. */
export const OTHER_LANDINGS: OperationLandings[] = [
	connectionTest,
	clusterTest,
	change(
		'connection',
		'changePassword',
		'changePasswords',
		[
			lands('endPointType', 'ta', 'end_point_type'),
			lands('newPassword', 'password-2', 'db_password'),
			...['domain_name', 'key_tab_file', 'krb5_conf_file', 'user_principal'].map((name) =>
				lands(`kerberos.${name}`, `${name}-1`, `kerberos.${name}`),
			),
		],
		{ base: { ...TASK, newPassword: 'password-1' } },
	),
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
			{ field: 'jobId', value: locator('task-2'), sent: {} },
			lands('group', 'performance', 'group'),
			lands('parameters.parameter[].key', 'max_connections', 'params[].key'),
			lands('parameters.parameter[].targetValue', '500', 'params[].target_value'),
		],
	},
	change('precheck', 'run', 'precheck', [], { automatic: { precheck_mode: 'fixed' } }),
	{
		resource: 'precheck',
		operation: 'getResult',
		operationId: 'getPrecheckResults',
		entry: '',
		base: TASK,
		landings: [task('jobs[]')],
	},
	createComparison,
	{
		resource: 'comparison',
		operation: 'getResult',
		operationId: 'getComparison',
		entry: '',
		base: TASK,
		landings: [
			task('job_id'),
			lands('objectCompareId', 'comparison-1', 'object_level_compare_id'),
			lands('lineCompareId', 'comparison-2', 'line_compare_id'),
			lands('contentCompareId', 'comparison-3', 'content_compare_id'),
			lands('page', 2, 'current_page'),
			lands('perPage', 7, 'per_page'),
		],
	},
	{
		resource: 'switchover',
		operation: 'switchVip',
		operationId: 'switchVip',
		entry: '',
		base: TASK,
		landings: [
			{ field: 'jobId', value: locator('task-2'), sent: {} },
			lands('mode', 'source', 'mode'),
		],
	},
	{
		resource: 'switchover',
		operation: 'getVipStatus',
		operationId: 'getSwitchVipStatus',
		entry: '',
		base: TASK,
		landings: [{ field: 'jobId', value: locator('task-2'), sent: {} }],
	},
	{
		resource: 'dbInstance',
		operation: 'getMany',
		operationId: 'listRdsInstances',
		entry: '',
		base: { engine: 'mysql' },
		landings: [unsent('engine', 'postgresql'), ...LIMITS, ...IN_VPC],
		automatic: { offset: 'paging', limit: 'paging' },
	},
	{
		resource: 'subnet',
		operation: 'getMany',
		operationId: 'listSubnets',
		entry: '',
		base: {},
		landings: [...LIMITS, ...IN_VPC],
		automatic: { limit: 'paging', marker: 'paging' },
	},
];
