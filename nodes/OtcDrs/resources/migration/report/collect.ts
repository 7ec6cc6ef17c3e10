import { failed, success, type Outcome } from '../../../../shared/errors/failure';
import type { ApiClient } from '../../../../shared/transport/client';
import { groupsFor, listTasks } from '../../common/listTasks';
import { queryTasks } from '../../common/queryTasks';
import { toRow, unreadableRow, type Row } from './row';

/** Which tasks the report is about: the given ones, or all of the project that fit. */
export type TaskChoice = { ids: readonly string[] } | { scenario: string; name?: string };

type Sending = { batchSize: number; concurrency: number };

async function idsOf(
	client: ApiClient,
	choice: TaskChoice,
	{ concurrency }: Sending,
): Promise<Outcome<readonly string[]>> {
	if ('ids' in choice) return success(choice.ids);
	const { scenario, name } = choice;
	const listed = await listTasks(
		client,
		groupsFor(scenario, undefined),
		name === undefined ? {} : { name },
		{ most: Infinity, concurrency },
	);
	return listed.ok ? success(listed.value.map(({ id }) => String(id))) : failed(listed.failure);
}

/**
 * Reads the tasks of a report: their details and their progress, in batch calls. A task that cannot be read is a row that
 * says why.
 *
 * @returns a row a task, in the order of the tasks; or why the tasks could not be listed
 */
export async function collectRows(
	client: ApiClient,
	choice: TaskChoice,
	sending: Sending,
): Promise<Outcome<Row[]>> {
	const ids = await idsOf(client, choice, sending);
	if (!ids.ok) return ids;
	const wanted = [...new Set(ids.value)];
	const details = await queryTasks(client, 'details', wanted, sending);
	const readable = wanted.filter((id) => details.get(id)?.ok);
	const progress = await queryTasks(client, 'progress', readable, sending);
	return success(
		wanted.map((id) => {
			const task = details.get(id);
			if (!task?.ok) {
				return unreadableRow(id, task?.failure ?? { message: 'The service did not answer' });
			}
			const own = progress.get(id);
			return toRow(task.value, own?.ok ? own.value : undefined);
		}),
	);
}
