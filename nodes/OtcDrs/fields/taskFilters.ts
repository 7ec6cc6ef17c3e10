import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../shared/failures/failure';
import { withoutUndefined } from '../../shared/values/withoutUndefined';
import { locator } from '../../shared/n8n/fields';
import type { Fields } from '../../shared/n8n/parameters/fields';
import { emptyFilters } from '../../shared/fields/emptyFilters';
import { fieldProblem, toFailure, type FieldProblem } from '../../shared/failures/fieldProblems';
import type { ApiClient } from '../../shared/client/client';
import { readEngineType } from './engine';
import { readTags, tagsField, type TagInput } from './tags';
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
		description:
			'Value of engine_type. By default, tasks of all engines in the API reference are listed.',
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

/** Which tasks are listed; what is undefined does not matter. */
export interface TaskFilter {
	engineType?: string;
	enterpriseProject?: string;
	name?: string;
	netType?: string;
	serviceName?: string;
	status?: string;
	tags?: TagInput[];
}

const emptyKeys = (tags: readonly TagInput[] = []): FieldProblem[] =>
	tags.some(({ key }) => key === '')
		? [
				fieldProblem(
					'Filters → Tags → Key',
					'is empty',
					'Enter the key of the tag, or remove the tag.',
				),
			]
		: [];

/**
 * @param fields the fields of an item
 * @returns its filters; or those that say nothing, because without them more tasks would be listed than are meant
 */
export function readFilters(fields: Fields): Outcome<TaskFilter> {
	const filters = fields.group('filters');
	const tags = readTags(filters);
	const empty = [...emptyFilters(filters, TASK_FILTERS), ...emptyKeys(tags)];
	if (empty.length > 0) return failed(toFailure(empty));
	return success({
		engineType: readEngineType(filters, 'engineType'),
		enterpriseProject: filters.text('enterpriseProject'),
		name: filters.text('name'),
		netType: filters.option('netType'),
		serviceName: filters.text('serviceName'),
		status: filters.option('status'),
		tags,
	});
}

/**
 * Lists the tasks that fit the filters, newest first.
 *
 * @param client the client of the run
 * @param scenario a scenario as the API names it, or `all`
 * @param filters which tasks to list
 * @param limits the most tasks to return, and calls at the same time
 * @returns the tasks as the list gives them, or why there is no list
 */
export async function listFiltered(
	client: ApiClient,
	scenario: string,
	filters: TaskFilter,
	{ most, concurrency }: { most: number; concurrency: number },
): Promise<Outcome<IDataObject[]>> {
	/** The list takes every status as a filter but this one. */
	const isPaused = PAUSED.includes(filters.status ?? '');
	const listed = await listTasks(
		client,
		groupsFor(scenario, filters.engineType),
		withoutUndefined({
			name: filters.name,
			net_type: filters.netType,
			status: isPaused ? undefined : filters.status,
			service_name: filters.serviceName,
			tags: filters.tags?.map((tag) => ({ ...tag })),
			enterprise_project_id: filters.enterpriseProject,
		}),
		{ most: isPaused ? Infinity : most, concurrency },
	);
	if (!listed.ok || !isPaused) return listed;
	return success(
		listed.value.filter(({ status }) => PAUSED.includes(readText(status) ?? '')).slice(0, most),
	);
}
