import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import { NETWORK_TYPES, SCENARIO_CHOICES } from '../common/choices';
import { mapConcurrently } from '../../../shared/batch/concurrency';
import { success, type Outcome } from '../../../shared/errors/failure';
import { compact } from '../../../shared/items/compact';
import { locator, showFor } from '../../../shared/items/fields';
import { QUERY_OPTIONS, readSendingOptions } from '../../../shared/items/options';
import { locatorValue, ParameterReader } from '../../../shared/items/ParameterReader';
import { toOutput } from '../../../shared/items/results';
import { createApiClient } from '../../../shared/transport/client';
import { readCredential } from '../../../shared/transport/send';
import type { Operation } from '../../operation';
import { groupsFor, listTasks } from '../common/listTasks';
import { PAUSED, STATUSES } from '../common/statuses';
import { tagsField, readTags } from './create/fields/tags';

const FILTERS: INodeProperties[] = [
	{
		displayName: 'Engine',
		name: 'engineType',
		type: 'string',
		default: '',
		placeholder: 'e.g. mysql',
		description:
			'Value of engine_type. Without it the node asks for every engine that the reference names.',
	},
	locator({
		displayName: 'Enterprise Project',
		name: 'enterpriseProject',
		searchListMethod: 'searchEnterpriseProjects',
		exampleId: '0',
		description: 'Only tasks of this enterprise project',
	}),
	{
		displayName: 'Name or ID',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. shop',
		description: 'Only tasks whose name contains this text, or the task with this ID',
	},
	{
		displayName: 'Network Type',
		name: 'netType',
		type: 'options',
		options: NETWORK_TYPES,
		default: 'eip',
		description: 'Only tasks with this network type',
	},
	{
		displayName: 'Service Name',
		name: 'serviceName',
		type: 'string',
		default: '',
		description: 'Value of service_name, a filter that the reference does not explain further',
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: STATUSES.map((status) => ({ name: status, value: status })),
		default: 'CONFIGURATION',
		description: 'Only tasks in this status',
	},
	tagsField('Only tasks that carry all these tags'),
];

const properties: INodeProperties[] = [
	{
		displayName: 'Scenario',
		name: 'dbUseType',
		type: 'options',
		options: [{ name: 'All', value: 'all' }, ...SCENARIO_CHOICES],
		default: 'all',
		description: 'Which tasks to list',
	},
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: FILTERS,
	},
	QUERY_OPTIONS,
];

const text = (value: unknown): string | undefined => {
	const found = String(value ?? '').trim();
	return found === '' ? undefined : found;
};

const simplify = ({
	id,
	name,
	status,
	db_use_type,
	engine_type,
	task_type,
	net_type,
	job_direction,
	create_time,
	description,
}: IDataObject): IDataObject => ({
	id,
	name,
	status,
	db_use_type,
	engine_type,
	task_type,
	net_type,
	job_direction,
	create_time,
	description,
});

async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const reader = new ParameterReader(context);
	const options = readSendingOptions(reader.get('options', 0, {}), 'query');
	const client = createApiClient(context, await readCredential(context), options.retry);
	const items = context.getInputData().map((_, item) => item);
	const outcomes = await mapConcurrently(
		items,
		1,
		async (item): Promise<Outcome<IDataObject[]>> => {
			const filters = reader.get<IDataObject>('filters', item, {});
			const most = reader.get('returnAll', item, false)
				? Infinity
				: Math.max(1, Number(reader.get('limit', item, 50)));
			/** The list takes every status as a filter but this one. */
			const isPaused = PAUSED.includes(String(filters.status));
			const listed = await listTasks(
				client,
				groupsFor(reader.get<string>('dbUseType', item, 'all'), text(filters.engineType)),
				compact({
					name: text(filters.name),
					net_type: text(filters.netType),
					status: isPaused ? undefined : text(filters.status),
					service_name: text(filters.serviceName),
					tags: readTags(filters.tags) as IDataObject[] | undefined,
					enterprise_project_id: text(locatorValue(filters.enterpriseProject)),
				}),
				{ most: isPaused ? Infinity : most, concurrency: options.concurrency },
			);
			if (!listed.ok) return listed;
			const tasks = isPaused
				? listed.value.filter(({ status }) => PAUSED.includes(String(status))).slice(0, most)
				: listed.value;
			return success(reader.get('simplify', item, true) ? tasks.map(simplify) : tasks);
		},
	);
	return toOutput(context, outcomes);
}

/** Task → Get Many (drs_api_0149). */
export const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many tasks',
		description:
			'List the tasks of the project, newest first, over all scenarios and engines or with filters',
	},
	properties: showFor({ resource: 'task', operations: ['getMany'] }, properties),
	execute,
};
