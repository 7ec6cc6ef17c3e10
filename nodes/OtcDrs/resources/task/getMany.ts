import type { IDataObject, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { SCENARIO_CHOICES } from '../../../shared/fields/selectOptions';
import { mapConcurrently } from '../../../shared/batch/concurrency';
import { success, type Outcome } from '../../../shared/failures/failure';
import { showFor } from '../../../shared/n8n/fields';
import { QUERY_OPTIONS } from '../../../shared/n8n/options';
import type { Fields } from '../../../shared/n8n/parameters/fields';
import type { Operation } from '../../operations/operation';
import type { OperationRun } from '../../operations/operationRun';
import { gathered, runPerItem } from '../../operations/perItem';
import { LIMIT_FIELDS, readMost } from '../../fields/limit';
import { listFiltered, readFilters, TASK_FILTERS, type TaskFilter } from '../../fields/taskFilters';

const properties: INodeProperties[] = [
	{
		displayName: 'Scenario',
		name: 'dbUseType',
		type: 'options',
		options: [{ name: 'All', value: 'all' }, ...SCENARIO_CHOICES],
		default: 'all',
		description: 'Scenario of the tasks to list',
	},
	...LIMIT_FIELDS,
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
		options: TASK_FILTERS,
	},
	QUERY_OPTIONS,
];

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

/** A list that an item asks for. */
interface Listing {
	scenario: string;
	filters: TaskFilter;
	most: number;
	present(task: IDataObject): IDataObject;
}

function readListing(fields: Fields): Outcome<Listing[]> {
	const filters = readFilters(fields);
	if (!filters.ok) return filters;
	return success([
		{
			scenario: fields.option('dbUseType') ?? 'all',
			filters: filters.value,
			most: readMost(fields),
			present: fields.flag('simplify') ? simplify : (task) => task,
		},
	]);
}

async function execute(run: OperationRun): Promise<INodeExecutionData[]> {
	return await runPerItem<Listing>(run, {
		kind: 'query',
		read: (item) => gathered(run.parameters, item, readListing),
		send: async (listings, client, { concurrency }) =>
			await mapConcurrently(listings, 1, async ({ scenario, filters, most, present }) => {
				const listed = await listFiltered(client, scenario, filters, { most, concurrency });
				return listed.ok ? success(listed.value.map((task) => ({ json: present(task) }))) : listed;
			}),
	});
}

/** Task → Get Many (drs_api_0149). */
export const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many tasks',
		description: 'List the tasks of the project, newest first, optionally with filters',
	},
	properties: showFor({ resource: 'task', operations: ['getMany'] }, properties),
	execute,
};
