import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../shared/failures/failure';
import { ParameterReader } from '../../shared/n8n/ParameterReader';
import { readCredential } from '../../shared/client/send';
import { queryTasks, type TaskQuery } from '../../shared/drs/queryTasks';
import { serveItems } from './perItem';
import { readTaskIds } from '../../shared/fields/task';

/** Turns what the API answered into the output of a task. */
export type Present = (task: IDataObject) => IDataObject;

/** Reads how the tasks of one item are shown. */
export type PresentReader = (reader: ParameterReader, item: number) => Present;

/** A task that an item asks for. */
interface Wish {
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
export async function runTaskQuery(
	context: IExecuteFunctions,
	query: TaskQuery,
	readPresent: PresentReader,
): Promise<INodeExecutionData[]> {
	const reader = new ParameterReader(context);
	return await serveItems<Wish>(context, {
		reader,
		credential: await readCredential(context),
		kind: 'query',
		read(item) {
			const ids = readTaskIds(reader, item);
			if (!ids.ok) return ids;
			const present = readPresent(reader, item);
			return success(ids.value.map((id) => ({ id, present })));
		},
		async serve(wishes, client, options) {
			const ids = [...new Set(wishes.map(({ id }) => id))];
			const tasks = await queryTasks(client, query, ids, options);
			return wishes.map(({ id, present }) => {
				const task = tasks.get(id) as Outcome<IDataObject>;
				return task.ok ? success([present(task.value)]) : failed({ ...task.failure, jobId: id });
			});
		},
	});
}
