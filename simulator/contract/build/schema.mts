import type { ReferenceField, Schema } from './reference.mts';

/** Fields whose list of values the service knows better than its reference: the list is documentation, not a limit. */
const OPEN_LISTS = new Set(['engine_type', 'db_type', 'cluster_mode', 'node_type']);

/** Fields that travel as text in one place of the documents and as a number in another. */
const TEXT_OR_NUMBER = new Set([
	'refresh',
	'db_port',
	'expired_days',
	'speed',
	'node_num',
	'start_time',
]);

/** Where printed examples carry another type than the table; both are accepted. */
const PRINTED_TYPES: Record<string, string[]> = {
	'selectObjects.jobs.job.parent_id': ['string', 'null'],
	'selectObjects.jobs.job.object_alias_name': ['string', 'null'],
	'getParameters.params_list.params.data_type': ['string', 'null'],
	'getTaskDetails.results.source_endpoint.ssl_link': ['string', 'boolean'],
	'getTaskDetails.results.target_endpoint.ssl_link': ['string', 'boolean'],
	'setDataProcessing.count': ['string', 'integer'],
};

/**
 * Where the table says list, but a printed answer or the vendor's clients have a map, with what it maps to: by kind of
 * object, by step of the transfer.
 */
const MAPS: Record<string, 'list' | 'entry'> = {
	'getComparison.object_level_compare_results.object_compare_details': 'list',
	'getTaskProgress.results.progress_map': 'entry',
};

/** Names that the table spells otherwise than printed answers and the vendor's clients do. */
const PRINTED_NAMES: Record<string, string> = {
	LineCompareDetail: 'line_compare_detail',
	ContentCompareDiff: 'content_compare_diff',
};

/** What the descriptions demand beyond the type, by path in the request. */
const LIMITS: Record<string, Schema> = {
	'createTasks.jobs.name': { pattern: '^[A-Za-z0-9_-]{4,50}$' },
	'createTasks.jobs.tags': { maxItems: 20 },
	'createTasks.jobs.description': { maxLength: 256, pattern: '^[^!<>\'&"\\\\]*$' },
	'createTasks.jobs.node_num': wholeNumber(1, 32, '[1-9]|[12][0-9]|3[0-2]'),
	'createTasks.jobs.expired_days': wholeNumber(14, 100, '1[4-9]|[2-9][0-9]|100'),
	'createTasks.jobs.sys_tags': { maxItems: 1 },
	'modifyTasks.jobs.description': { maxLength: 256 },
	'setSyncPolicies.jobs.conflict_policy': { examples: ['ignore', 'overwrite', 'stop'] },
	'setSyncPolicies.jobs.filter_ddl_policy': { examples: ['drop_database'] },
	'alarm_notify.delay_time': { minimum: 1, maximum: 3600 },
	'alarm_notify.rto_delay': { minimum: 1, maximum: 3600 },
	'alarm_notify.rpo_delay': { minimum: 1, maximum: 3600 },
	'alarm_notify.subscriptions': { maxItems: 2 },
	'alarm_notify.subscriptions.endpoints': { maxItems: 10 },
	'speed_limit.speed': wholeNumber(1, 9999, '[1-9][0-9]{0,3}'),
	'transformation_info.value': { maxLength: 256 },
	'config_transformation.db_name': { maxLength: 256 },
	'config_transformation.table_name': { maxLength: 256 },
	'config_transformation.col_names': { maxLength: 256 },
	'config_transformation.prim_key_or_index': { maxLength: 256 },
	'config_transformation.indexs': { maxLength: 256 },
	'config_transformation.values': { maxLength: 256 },
	'page_req.cur_page': { minimum: 1 },
	'page_req.per_page': { minimum: 0, maximum: 100 },
	'listTasks.per_page': { minimum: 0, maximum: 100 },
	'tags.key': { maxLength: 36 },
	'tags.value': { maxLength: 43 },
};

/** The limits of a number that may also travel as text; `digits` is a pattern of the same numbers. */
function wholeNumber(minimum: number, maximum: number, digits: string): Schema {
	return { minimum, maximum, pattern: `^(${digits})$` };
}

/** Fields that a printed example carries although the table of its operation leaves them out. */
const PRINTED_ONLY: Record<string, ReferenceField> = {
	'modifyTasks.jobs.source_endpoint': databaseName(),
	'modifyTasks.jobs.target_endpoint': databaseName(),
};

function databaseName(): ReferenceField {
	return {
		name: 'db_name',
		type: 'string',
		array: false,
		mandatory: false,
		description: 'Database name (printed in an example for MongoDB, absent from the table).',
	};
}

const text: Schema = { type: 'string' };

/** A node of a cluster; the table "property field description" of drs_03_0106. */
const CLUSTER_NODE: Schema = {
	type: 'object',
	properties: {
		dbtype: text,
		dbport: { type: 'integer', minimum: 0, maximum: 65_535 },
		ssllink: { type: 'boolean' },
		nettype: { type: 'string', enum: ['vpn', 'vpc', 'eip'] },
		endpointtype: { type: 'string', enum: ['so', 'ta', 'ls'] },
		ip: text,
		dbName: text,
		dbuser: text,
		dbpassword: text,
		sslcertkey: text,
		sslcertname: text,
		sslcertchecksum: text,
	},
	required: [
		'dbtype',
		'dbport',
		'ssllink',
		'nettype',
		'endpointtype',
		'ip',
		'dbName',
		'dbuser',
		'dbpassword',
	],
	additionalProperties: false,
};

/** Texts that are JSON documents, by path. The printed value is a list of nodes, the words speak of one; both are accepted. */
const JSON_TEXTS: Record<string, Schema> = {
	'testClusterConnections.jobs.property': {
		...CLUSTER_NODE,
		type: ['object', 'array'],
		items: CLUSTER_NODE,
		minItems: 1,
	},
};

const jsonTextOf = (path: string): Schema =>
	JSON_TEXTS[path] ? { contentMediaType: 'application/json', contentSchema: JSON_TEXTS[path] } : {};

const limitsOf = (path: string): Schema =>
	Object.entries(LIMITS).find(([end]) => path === end || path.endsWith(`.${end}`))?.[1] ?? {};

function plainSchema(field: ReferenceField): Schema {
	const { name, type } = field;
	if (TEXT_OR_NUMBER.has(name))
		return { type: type === 'string' ? ['string', 'integer'] : [type, 'string'] };
	if (type === 'boolean' || !field.enum || field.enum.length === 0) return { type };
	return OPEN_LISTS.has(name) ? { type, examples: field.enum } : { type, enum: field.enum };
}

/** The list operation takes an empty text for a filter that is not set. */
const withEmptyFilter = (schema: Schema, path: string): Schema =>
	schema.enum && path.startsWith('listTasks.') && path !== 'listTasks.db_use_type'
		? { ...schema, enum: [...schema.enum, ''] }
		: schema;

/** Answers may hold values that the reference does not list. */
const open = (field: ReferenceField): ReferenceField => ({ ...field, enum: undefined });

function fieldSchema(field: ReferenceField, path: string, closed: boolean): Schema {
	const limits = closed ? { ...limitsOf(path), ...jsonTextOf(path) } : {};
	const plain = field.fields
		? objectSchema(field.fields, path, closed)
		: plainSchema(closed ? field : open(field));
	const printed = PRINTED_TYPES[path];
	const own = printed ? { ...plain, type: printed } : withEmptyFilter(plain, path);
	const { description } = field;
	const items: Schema = { type: 'array', description, items: own, ...limits };
	const mapped = MAPS[path];
	if (mapped)
		return {
			type: 'object',
			description,
			additionalProperties: mapped === 'list' ? items : own,
		};
	if (path === 'listTasks.tags')
		return { ...items, type: ['array', 'object'], additionalProperties: text };
	return field.array ? items : { ...own, description, ...limits };
}

/**
 * Turns fields of the reference into the schema of an object.
 *
 * @param fields the fields
 * @param path where they stand, such as `createTasks.jobs`
 * @param closed whether unknown fields are refused: yes in requests, no in answers
 */
export function objectSchema(
	fields: readonly ReferenceField[],
	path: string,
	closed: boolean,
): Schema {
	const printed = closed ? PRINTED_ONLY[path] : undefined;
	const all =
		printed && !fields.some(({ name }) => name === printed.name) ? [...fields, printed] : fields;
	const required = closed ? all.filter(({ mandatory }) => mandatory).map(({ name }) => name) : [];
	return {
		type: 'object',
		properties: Object.fromEntries(
			all.map((field) => [
				PRINTED_NAMES[field.name] ?? field.name,
				fieldSchema(field, `${path}.${field.name}`, closed),
			]),
		),
		...(required.length > 0 ? { required } : {}),
		...(closed ? { additionalProperties: false } : {}),
	};
}
