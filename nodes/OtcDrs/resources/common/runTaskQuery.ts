import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Outcome } from '../../../shared/errors/failure';
import { success } from '../../../shared/errors/failure';
import { readSendingOptions } from '../../../shared/items/options';
import { ParameterReader } from '../../../shared/items/ParameterReader';
import { toOutput } from '../../../shared/items/results';
import { createApiClient } from '../../../shared/transport/client';
import { readCredential } from '../../../shared/transport/send';
import { queryTasks, type TaskQuery } from './queryTasks';
import { readTaskIds } from './taskIds';

/**
 * Runs a query operation: reads the task IDs of all items, asks for each task once, and hands every item its own tasks.
 *
 * @param context the running node
 * @param query details or status
 * @param present turns what the API answered into the output of a task
 * @returns one output item a task, in input order, paired with the item that named it
 */
export async function runTaskQuery(
	context: IExecuteFunctions,
	query: TaskQuery,
	present: (task: IDataObject, item: number, reader: ParameterReader) => IDataObject,
): Promise<INodeExecutionData[]> {
	const reader = new ParameterReader(context);
	const ids = context.getInputData().map((_, item) => readTaskIds(reader, item));
	if (!context.continueOnFail() && ids.some((outcome) => !outcome.ok)) {
		return toOutput(
			context,
			ids.map((outcome) => (outcome.ok ? success([]) : outcome)),
		);
	}
	const options = readSendingOptions(reader.get('options', 0, {}), 'query');
	const client = createApiClient(context, await readCredential(context), options.retry);
	const wanted = new Set(ids.flatMap((outcome) => (outcome.ok ? outcome.value : [])));
	const tasks = await queryTasks(client, query, [...wanted], options);

	const rows = ids.flatMap(
		(outcome, item): Array<{ item: number; outcome: Outcome<IDataObject[]> }> => {
			if (!outcome.ok) return [{ item, outcome }];
			return outcome.value.map((id) => {
				const task = tasks.get(id) as Outcome<IDataObject>;
				return { item, outcome: task.ok ? success([present(task.value, item, reader)]) : task };
			});
		},
	);
	return toOutput(
		context,
		rows.map(({ outcome }) => outcome),
		rows.map(({ item }) => item),
	);
}
