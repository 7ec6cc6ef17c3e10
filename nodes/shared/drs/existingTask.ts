import type { IDataObject } from 'n8n-workflow';
import { failed, success, type Outcome } from '../failures/failure';
import { MAX_BATCH_SIZE } from '../batch/sending';
import { readText } from '../values/read';
import type { ApiClient } from '../client/client';
import { queryTasks } from './query';
import { findDifferences, strangerFailure } from './differences';
import type { TaskBody } from './taskBody';
import { findTaskByName } from './findTask';
import { DETAILS } from './queries/details';

/** @returns what the output tells of a task that was found or created. */
export const brief = ({ id, name, status, create_time }: IDataObject): IDataObject => ({
	id,
	name,
	status,
	create_time,
});

/**
 * Finds the task that already has the name, for "If Task Exists → Return Existing Task".
 *
 * @returns its ID, name, status and creation time
 */
export async function findExistingTask(
	client: ApiClient,
	body: TaskBody,
): Promise<Outcome<IDataObject>> {
	const found = await findTaskByName(client, body);
	if (!found.ok) return found;
	const { task } = found.value;
	if (task === undefined || readText(task.id) === undefined) {
		return failed({
			message: `Task "${body.name}": the name is used by a task of another scenario or engine`,
			description:
				'Names are unique in the project. Choose another name, or use the operation for the scenario of the existing task.',
			errorCode: 'DRS.M00277',
			jobName: body.name,
		});
	}
	return success(brief(task));
}

/** A task that was asked for although it exists. */
export interface ExistingTask {
	body: TaskBody;
	/** Its ID, name, status and creation time. */
	task: IDataObject;
}

/**
 * Tells of tasks that exist how they differ from what was asked for. Their details are read in batch calls, once per task.
 *
 * @param client the client of the run
 * @param existing the tasks
 * @param concurrency calls at the same time
 * @returns for each its ID, name, status and creation time, `already_existed`, and the settings that differ; a failure where
 * it is the task of another migration
 */
export async function describeExisting(
	client: ApiClient,
	existing: readonly ExistingTask[],
	concurrency: number,
): Promise<Array<Outcome<IDataObject>>> {
	const idOf = ({ task }: ExistingTask): string => String(task.id);
	const ids = [...new Set(existing.map(idOf))];
	const queries = { batchSize: MAX_BATCH_SIZE, concurrency, areListed: true };
	const details = await queryTasks(client, DETAILS, ids, queries);
	return existing.map((entry) => {
		const found = details.of(idOf(entry));
		if (!found.ok) return found;
		const differences = findDifferences(entry.body, found.value);
		const stranger = strangerFailure(entry.body, idOf(entry), differences);
		if (stranger) return failed(stranger);
		return success({ ...entry.task, already_existed: true, differences });
	});
}
