import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failed, success } from '../../shared/failures/failure';
import { ParameterReader } from '../../shared/n8n/ParameterReader';
import { readCredential } from '../../shared/client/send';
import { queryTasks, type TaskQuery } from '../../shared/drs/query';
import { runPerItem } from './perItem';
import { readTaskIds } from '../../shared/fields/task';
import { QUERY_OPTIONS } from '../../shared/n8n/options';
import { taskOperationFields, type Operation, type TaskOperationParts } from './operation';

/** Turns what the API answered into the output of a task. */
type Present = (task: IDataObject) => IDataObject;

/** Reads how the tasks of one item are shown. */
export type PresentReader = (reader: ParameterReader, item: number) => Present;

/** A task that an item asks for. */
interface Asked {
	id: string;
	present: Present;
}

/**
 * Runs a query operation: reads the task IDs of all items, asks for each task once, and hands every item its own tasks.
 *
 * @param context the running node
 * @param query what to ask
 * @param readPresent reads how the tasks of one item are shown
 * @returns one output item a task, in input order, paired with the item that named it
 */
async function runTaskQuery(
	context: IExecuteFunctions,
	query: TaskQuery,
	readPresent: PresentReader,
): Promise<INodeExecutionData[]> {
	const reader = new ParameterReader(context);
	return await runPerItem<Asked>(context, {
		reader,
		credential: await readCredential(context),
		kind: 'query',
		read(item) {
			const ids = readTaskIds(reader, item);
			if (!ids.ok) return ids;
			const present = readPresent(reader, item);
			return success(ids.value.map((id) => ({ id, present })));
		},
		async send(wishes, client, options) {
			const ids = [...new Set(wishes.map(({ id }) => id))];
			const tasks = await queryTasks(client, query, ids, options);
			return wishes.map(({ id, present }) => {
				const task = tasks.of(id);
				return task.ok ? success([present(task.value)]) : failed({ ...task.failure, jobId: id });
			});
		},
	});
}

/**
 * Makes an operation that asks for tasks.
 *
 * @param parts resource, entry in the list of operations, and fields of its own
 * @param query what to ask
 * @param readPresent reads how the tasks of one item are shown; by default as the API gives them
 */
export function queryOperation(
	parts: TaskOperationParts,
	query: TaskQuery,
	readPresent: PresentReader = () => (task) => task,
): Operation {
	return {
		option: parts.option,
		properties: taskOperationFields(parts, QUERY_OPTIONS),
		execute: async (context) => await runTaskQuery(context, query, readPresent),
	};
}
