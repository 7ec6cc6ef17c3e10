import type { IDataObject } from 'n8n-workflow';
import { failed, success, type Outcome } from '../failures/failure';
import { MAX_BATCH_SIZE } from '../batch/sending';
import { property, readText } from '../values/read';
import type { ApiClient } from '../client/client';
import { queryTasks } from './query';
import type { TaskBody } from './taskBody';
import { findTaskByName } from './findTask';
import { DETAILS } from './queries/details';

/** A setting of the existing task that is not what the item asks for. */
export interface Difference extends IDataObject {
	field: string;
	requested: IDataObject[string];
	existing: IDataObject[string];
}

/** Where the details of a task (drs_api_0151) keep what the creation was given. */
const COMPARED: ReadonlyArray<[requested: string, existing: string]> = [
	['db_use_type', 'db_use_type'],
	['engine_type', 'inst_info.engine_type'],
	['job_direction', 'job_direction'],
	['net_type', 'net_type'],
	['task_type', 'task_type'],
	['customize_sutnet_id', 'subnet_id'],
	['is_target_readonly', 'is_target_readonly'],
	['multi_write', 'multi_write'],
	['description', 'description'],
	['master_az', 'master_az'],
	['slave_az', 'slave_az'],
	...['source_endpoint', 'target_endpoint'].flatMap((side) =>
		['db_type', 'region', 'inst_id', 'ip', 'db_port', 'db_user'].map((field): [string, string] => [
			`${side}.${field}`,
			`${side}.${field}`,
		]),
	),
];

const at = (record: unknown, path: string): IDataObject[string] =>
	path.split('.').reduce(property, record) as IDataObject[string];

/** @returns what the output tells of a task that was found or created. */
export const brief = ({ id, name, status, create_time }: IDataObject): IDataObject => ({
	id,
	name,
	status,
	create_time,
});

const written = (value: unknown): string =>
	typeof value === 'object' ? JSON.stringify(value) : String(value);

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

/** @returns a difference in the words of a message. */
export const toWords = ({ field, requested, existing }: Difference): string =>
	`${field} is ${written(existing).slice(0, 200)}, not ${written(requested).slice(0, 200)}`;

/** @returns the settings that were asked for and that the existing task has otherwise; unknown ones are left out. */
export function findDifferences(requested: TaskBody, existing: IDataObject): Difference[] {
	return COMPARED.map(([asked, present]) => ({
		field: asked,
		requested: at(requested, asked),
		existing: at(existing, present),
	})).filter(
		({ requested: asked, existing: present }) =>
			isGiven(asked) && isGiven(present) && written(asked) !== written(present),
	);
}

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
			message: `Task "${body.name}": the name is taken, by a task of another scenario or engine`,
			description:
				'Names are unique in the project. Choose another name, or create the task with the operation that fits the existing one.',
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
 * Tells of tasks that exist how they differ from what was asked for. Their details are read in batch calls, once a task.
 *
 * @param client the client of the run
 * @param existing the tasks
 * @param concurrency calls at the same time
 * @returns for each its ID, name, status and creation time, `already_existed`, and the settings that differ
 */
export async function describeExisting(
	client: ApiClient,
	existing: readonly ExistingTask[],
	concurrency: number,
): Promise<Array<Outcome<IDataObject>>> {
	const idOf = ({ task }: ExistingTask): string => String(task.id);
	const ids = [...new Set(existing.map(idOf))];
	const batches = { batchSize: MAX_BATCH_SIZE, concurrency };
	const details = await queryTasks(client, DETAILS, ids, batches);
	return existing.map((entry) => {
		const found = details.of(idOf(entry));
		if (!found.ok) return found;
		const differences = findDifferences(entry.body, found.value);
		return success({ ...entry.task, already_existed: true, differences });
	});
}
