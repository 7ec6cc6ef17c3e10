import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { success, type Outcome } from '../../shared/failures/failure';
import { withoutUndefined } from '../../shared/values/withoutUndefined';
import { locator } from '../../shared/n8n/fields';
import { locatorValue } from '../../shared/n8n/ParameterReader';
import type { ApiClient } from '../../shared/client/client';
import { readTags, tagsField } from './tags';
import { NAME_FILTER } from '../../shared/fields/task';
import { NETWORK_TYPES } from '../../shared/fields/selectOptions';
import { groupsFor, listTasks } from '../../shared/drs/listTasks';
import { PAUSED, STATUSES } from '../../shared/drs/statuses';
import { readText } from '../../shared/values/read';

/** The filters of the list of tasks, for a collection of fields. */
export const TASK_FILTERS: INodeProperties[] = [
	{
		displayName: 'Engine',
		name: 'engineType',
		type: 'string',
		default: '',
		placeholder: 'e.g. mysql',
		description: 'Value of engine_type. Leave it out to list all engines in the API reference.',
	},
	locator({
		displayName: 'Enterprise Project',
		name: 'enterpriseProject',
		searchListMethod: 'searchEnterpriseProjects',
		exampleId: '0',
		description: 'Only return tasks of this enterprise project',
	}),
	NAME_FILTER,
	{
		displayName: 'Network Type',
		name: 'netType',
		type: 'options',
		options: NETWORK_TYPES,
		default: 'eip',
		description: 'Only return tasks with this network type',
	},
	{
		displayName: 'Service Name',
		name: 'serviceName',
		type: 'string',
		default: '',
		description: 'Value of service_name. The API reference does not explain this filter.',
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: STATUSES.map((status) => ({ name: status, value: status })),
		default: 'CONFIGURATION',
		description: 'Only return tasks with this status',
	},
	tagsField('Only return tasks that have all these tags'),
];

/**
 * Lists the tasks that fit the filters, newest first.
 *
 * @param client the client of the run
 * @param scenario a scenario as the API names it, or `all`
 * @param filters the values of the fields `TASK_FILTERS`
 * @param limits the most tasks to return, and calls at the same time
 * @returns the tasks as the list gives them, or why there is no list
 */
export async function listFiltered(
	client: ApiClient,
	scenario: string,
	filters: IDataObject,
	{ most, concurrency }: { most: number; concurrency: number },
): Promise<Outcome<IDataObject[]>> {
	/** The list takes every status as a filter but this one. */
	const isPaused = PAUSED.includes(readText(filters.status) ?? '');
	const listed = await listTasks(
		client,
		groupsFor(scenario, readText(filters.engineType)),
		withoutUndefined({
			name: readText(filters.name),
			net_type: readText(filters.netType),
			status: isPaused ? undefined : readText(filters.status),
			service_name: readText(filters.serviceName),
			tags: readTags(filters.tags) as IDataObject[] | undefined,
			enterprise_project_id: readText(locatorValue(filters.enterpriseProject)),
		}),
		{ most: isPaused ? Infinity : most, concurrency },
	);
	if (!listed.ok || !isPaused) return listed;
	return success(
		listed.value.filter(({ status }) => PAUSED.includes(readText(status) ?? '')).slice(0, most),
	);
}
