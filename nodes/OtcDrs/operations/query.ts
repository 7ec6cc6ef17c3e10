import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { failed, success } from '../../shared/failures/failure';
import type { Fields } from '../../shared/n8n/parameters/fields';
import { queryTasks, type TaskQuery } from '../../shared/drs/query';
import { gathered, runPerItem } from './perItem';
import { taskIdsOf } from '../../shared/fields/task';
import { QUERY_OPTIONS } from '../../shared/n8n/options';
import { taskOperationFields, type Operation, type TaskOperationParts } from './operation';
import type { OperationRun } from './operationRun';

/** Turns what the API answered into the output of a task. */
type Present = (task: IDataObject) => IDataObject;

/** Reads how the tasks of one item are shown. */
export type PresentReader = (fields: Fields) => Present;

/** A task that an item asks for. */
interface Asked {
	id: string;
	present: Present;
}

/**
 * Runs a query operation: reads the task IDs of all items, asks for each task once, and hands every item its own tasks.
 *
 * @param run what the operation works with
 * @param query what to ask
 * @param readPresent reads how the tasks of one item are shown
 * @returns one output item per task, in input order, paired with the item that named it
 */
async function runTaskQuery(
	run: OperationRun,
	query: TaskQuery,
	readPresent: PresentReader,
): Promise<INodeExecutionData[]> {
	return await runPerItem<Asked>(run, {
		kind: 'query',
		read(item) {
			return gathered(run.parameters, item, (fields) => {
				const ids = taskIdsOf(fields);
				if (!ids.ok) return ids;
				const present = readPresent(fields);
				return success(ids.value.map((id) => ({ id, present })));
			});
		},
		async send(asked, client, options) {
			const ids = [...new Set(asked.map(({ id }) => id))];
			const tasks = await queryTasks(client, query, ids, options);
			return asked.map(({ id, present }) => {
				const task = tasks.of(id);
				return task.ok
					? success([{ json: present(task.value) }])
					: failed({ ...task.failure, jobId: id });
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
		execute: async (run) => await runTaskQuery(run, query, readPresent),
	};
}
