import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import { SCENARIO_CHOICES } from '../common/choices';
import { mapConcurrently } from '../../../shared/batch/concurrency';
import { success, type Outcome } from '../../../shared/errors/failure';
import { showFor } from '../../../shared/items/fields';
import { QUERY_OPTIONS, readSendingOptions } from '../../../shared/items/options';
import { ParameterReader } from '../../../shared/items/ParameterReader';
import { toOutput } from '../../../shared/items/results';
import { createApiClient } from '../../../shared/transport/client';
import { readCredential } from '../../../shared/transport/send';
import type { Operation } from '../../operation';
import { listFiltered, TASK_FILTERS } from '../common/taskFilters';

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
			const listed = await listFiltered(
				client,
				reader.get<string>('dbUseType', item, 'all'),
				filters,
				{
					most,
					concurrency: options.concurrency,
				},
			);
			if (!listed.ok) return listed;
			return success(
				reader.get('simplify', item, true) ? listed.value.map(simplify) : listed.value,
			);
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
