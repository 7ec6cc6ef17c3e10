import type { IDataObject, INodeProperties } from 'n8n-workflow';
import {
	DIRECTIONS,
	NETWORK_TYPES,
	SCENARIO_CHOICES,
	TASK_MODES,
} from '../../../shared/fields/selectOptions';
import { failed, success, type Outcome } from '../../../shared/failures/failure';
import { withoutUndefined } from '../../../shared/values/withoutUndefined';
import type { ParameterReader } from '../../../shared/n8n/ParameterReader';
import { buildEndpoint } from '../../fields/endpoint/build';
import { checkEndpoint } from '../../fields/endpoint/check';
import { endpointFields, type Side } from '../../fields/endpoint/fields';
import { readEndpoint, type RunCredentials } from '../../fields/endpoint/read';
import { changeOperation } from '../../operations/change';
import { UPDATE } from '../../../shared/drs/changes/lifeCycle';
import { toFailure } from '../../../shared/failures/fieldProblems';
import { readFlag, readText } from '../../../shared/values/read';
import { checkAlarm, readAlarm, ALARM_FIELD } from './update/alarm';
import { checkDescription, checkName, checkTags } from './create/checkTask';
import { readTags, tagsField } from '../../fields/tags';

const UPDATE_FIELDS: INodeProperties[] = [
	ALARM_FIELD,
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		default: '',
		description:
			'Up to 256 characters, without exclamation mark, angle brackets, quotes and ampersand',
	},
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
		description: 'How the replication instance reaches the database outside',
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
		description: 'Whether the task is created again with these settings',
	},
	{
		displayName: 'Replace Definer',
		name: 'replaceDefiner',
		type: 'boolean',
		default: true,
		description:
			'Whether the definers of views, triggers and routines become the user of the target',
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
	{
		displayName: 'Task Mode',
		name: 'taskType',
		type: 'options',
		options: TASK_MODES,
		default: 'FULL_INCR_TRANS',
		description: 'What the task transfers',
	},
	{
		displayName: 'Task Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. shop-mysql-to-rds',
		description: '4 to 50 letters, digits, hyphens and underscores',
	},
];

const FIELDS: INodeProperties[] = [
	{
		displayName: 'Save Connection Data',
		name: 'storeDbInfo',
		type: 'boolean',
		default: false,
		description:
			'Whether the task keeps the logins of its databases. Needed once before the pre-check, right after the connection tests.',
	},
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: UPDATE_FIELDS,
	},
	...endpointFields('source', { existingTask: true }),
	...endpointFields('target', { existingTask: true }),
];

const GENERAL = { managed: false, region: '' };

/** The modification takes the name of a database, which the creation does not know. */
const databaseName = (reader: ParameterReader, item: number, side: Side): { db_name?: string } =>
	withoutUndefined({
		db_name: readText(reader.get<IDataObject>(`${side}Database`, item, {}).dbName),
	});

function readBody(
	reader: ParameterReader,
	item: number,
	credentials: RunCredentials,
): Outcome<IDataObject> {
	const fields = reader.get<IDataObject>('updateFields', item, {});
	const source = readEndpoint(reader, 'source', item, GENERAL, credentials.source);
	const target = readEndpoint(reader, 'target', item, GENERAL, credentials.target);
	const tags = readTags(fields.tags);
	const alarm = readAlarm(fields.alarm);
	const problems = [
		...(fields.name === undefined ? [] : checkName(String(fields.name).trim())),
		...checkDescription(fields.description === undefined ? undefined : String(fields.description)),
		...checkTags(tags ?? []),
		...checkAlarm(alarm),
		...checkEndpoint(source, 'Source'),
		...checkEndpoint(target, 'Target'),
	];
	if (problems.length > 0) return failed(toFailure(problems));
	const [sourceBody, targetBody] = [
		{ ...buildEndpoint(source), ...databaseName(reader, item, 'source') },
		{ ...buildEndpoint(target), ...databaseName(reader, item, 'target') },
	];
	const body = withoutUndefined({
		name: readText(fields.name),
		description: fields.description,
		task_type: readText(fields.taskType),
		node_type: readText(fields.nodeType),
		engine_type: readText(fields.engineType),
		net_type: readText(fields.netType),
		job_direction: readText(fields.jobDirection),
		db_use_type: readText(fields.dbUseType),
		is_target_readonly: readFlag(fields.isTargetReadonly),
		is_recreate: readFlag(fields.isRecreate),
		replace_definer: readFlag(fields.replaceDefiner),
		tags,
		alarm_notify: alarm,
		store_db_info: readFlag(reader.get('storeDbInfo', item, false)) || undefined,
		source_endpoint: Object.keys(sourceBody).length > 0 ? sourceBody : undefined,
		target_endpoint: Object.keys(targetBody).length > 0 ? targetBody : undefined,
	}) as IDataObject;
	return Object.keys(body).length > 0
		? success(body)
		: failed({
				message: 'Update Fields: nothing is to be changed',
				description: 'Add at least one field, a database, or turn "Save Connection Data" on.',
			});
}

/** Task → Update (batch-modification, drs_03_0107): settings, endpoints and logins, notification. */
export const update = changeOperation(
	{
		resource: 'task',
		option: {
			name: 'Update',
			value: 'update',
			action: 'Update a task',
			description:
				'Change settings of tasks, save the logins of their databases, or set whom they notify',
		},
		fields: FIELDS,
	},
	UPDATE,
	readBody,
);
