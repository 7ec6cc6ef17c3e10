import type { IDataObject, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { SCENARIO_CHOICES } from '../../../shared/fields/selectOptions';
import { mapConcurrently } from '../../../shared/batch/concurrency';
import { success, type Outcome } from '../../../shared/failures/failure';
import { showFor } from '../../../shared/n8n/fields';
import { QUERY_OPTIONS } from '../../../shared/n8n/options';
import type { ParameterReader } from '../../../shared/n8n/ParameterReader';
import { numberField } from '../../../shared/n8n/numberField';
import type { Operation } from '../../operations/operation';
import type { OperationRun } from '../../operations/operationRun';
import { runPerItem } from '../../operations/perItem';
import { listFiltered, TASK_FILTERS } from '../../fields/taskFilters';

const properties: INodeProperties[] = [
	{
		displayName: 'Scenario',
		name: 'dbUseType',
		type: 'options',
		options: [{ name: 'All', value: 'all' }, ...SCENARIO_CHOICES],
		default: 'all',
		description: 'Scenario of the tasks to list',
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
	filters: IDataObject;
	most: number;
	present(task: IDataObject): IDataObject;
}

function readListing(reader: ParameterReader, item: number): Outcome<Listing[]> {
	const isAll = reader.get('returnAll', item, false);
	const isSimple = reader.get('simplify', item, true);
	const limit = isAll
		? success(Infinity)
		: numberField('Limit', reader.get('limit', item, 50), {
				least: 1,
				most: Infinity,
				whole: true,
				clamp: true,
				remedy: 'Enter the number of tasks to list, such as 50, or turn on "Return All".',
			});
	if (!limit.ok) return limit;
	const listing: Listing = {
		scenario: reader.get<string>('dbUseType', item, 'all'),
		filters: reader.get<IDataObject>('filters', item, {}),
		most: limit.value,
		present: isSimple ? simplify : (task) => task,
	};
	return success([listing]);
}

async function execute(run: OperationRun): Promise<INodeExecutionData[]> {
	return await runPerItem<Listing>(run, {
		kind: 'query',
		read: (item) => readListing(run.reader, item),
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
