import type { IDataObject } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../../../shared/errors/failure';
import type { ApiClient } from '../../../../shared/transport/client';
import { queryTasks } from '../../common/queryTasks';
import type { TaskBody } from './buildTask';
import { findTaskByName } from './findTask';

/** A setting of the existing task that is not what the item asks for. */
export interface Difference {
	field: string;
	requested: unknown;
	existing: unknown;
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

const at = (record: unknown, path: string): unknown =>
	path
		.split('.')
		.reduce<unknown>(
			(value, key) =>
				typeof value === 'object' && value !== null ? (value as IDataObject)[key] : undefined,
			record,
		);

const asText = (value: unknown): string =>
	typeof value === 'object' ? JSON.stringify(value) : String(value);

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

/** @returns a difference in the words of a message. */
export const toWords = ({ field, requested, existing }: Difference): string =>
	`${field} is ${asText(existing).slice(0, 200)}, not ${asText(requested).slice(0, 200)}`;

/** @returns the settings that were asked for and that the existing task has otherwise; unknown ones are left out. */
export function findDifferences(requested: TaskBody, existing: IDataObject): Difference[] {
	return COMPARED.map(([asked, present]) => ({
		field: asked,
		requested: at(requested, asked),
		existing: at(existing, present),
	})).filter(
		({ requested: asked, existing: present }) =>
			isGiven(asked) && isGiven(present) && asText(asked) !== asText(present),
	);
}

/**
 * Gets the task that already has the name, for "If Task Exists → Return Existing Task".
 *
 * @returns its id, name, status and creation time, `already_existed`, and the settings that differ
 */
export async function returnExistingTask(
	client: ApiClient,
	body: TaskBody,
): Promise<Outcome<IDataObject>> {
	const found = await findTaskByName(client, body);
	if (!found.ok) return found;
	const { task } = found.value;
	if (task?.id === undefined) {
		return failed({
			message: `Task "${body.name}": the name is taken, by a task of another scenario or engine`,
			description:
				'Names are unique in the project. Choose another name, or create the task with the operation that fits the existing one.',
			errorCode: 'DRS.M00277',
			jobName: body.name,
		});
	}
	const details = (
		await queryTasks(client, 'details', [task.id], { batchSize: 1, concurrency: 1 })
	).get(task.id);
	if (details && !details.ok) return details;
	const { id, name, status, create_time } = task;
	return success({
		id,
		name,
		status,
		create_time,
		already_existed: true,
		differences: findDifferences(body, details?.value ?? {}) as unknown as IDataObject[],
	});
}
