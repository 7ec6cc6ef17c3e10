import type { IDataObject } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../../../shared/failures/failure';
import { readText } from '../../../../shared/values/read';
import type { ApiClient } from '../../../../shared/client/client';
import { queryTasks } from '../../../../shared/drs/query';
import { listFiltered, type TaskFilter } from '../../../fields/taskFilters';
import { withCosts, type CostSettings } from './costs';
import { toRow, unreadableRow, type Row } from './row';
import { DETAILS } from '../../../../shared/drs/queries/details';
import { PROGRESS } from '../../../../shared/drs/queries/progress';

/** Which tasks the report is about: the given ones, or all of the project that fit. */
export type TaskChoice = { ids: readonly string[] } | { scenario: string; filters: TaskFilter };

type Sending = { batchSize: number; concurrency: number };

async function idsOf(
	client: ApiClient,
	choice: TaskChoice,
	{ concurrency }: Sending,
): Promise<Outcome<readonly string[]>> {
	if ('ids' in choice) return success(choice.ids);
	const { scenario, filters } = choice;
	const listed = await listFiltered(client, scenario, filters, { most: Infinity, concurrency });
	return listed.ok
		? success(listed.value.flatMap(({ id }) => readText(id) ?? []))
		: failed(listed.failure);
}

/**
 * Reads the tasks of a report: their details and their progress, in batch calls. A task that cannot be read is a row that
 * says why.
 *
 * @returns one row per task, in the order of the tasks; or why the tasks could not be listed
 */
export async function collectRows(
	client: ApiClient,
	choice: TaskChoice,
	sending: Sending,
	costs: CostSettings,
): Promise<Outcome<Row[]>> {
	const ids = await idsOf(client, choice, sending);
	if (!ids.ok) return ids;
	const wanted = [...new Set(ids.value)];
	const details = await queryTasks(client, DETAILS, wanted, sending);
	const readable = wanted.filter((id) => details.get(id)?.ok);
	const progress = await queryTasks(client, PROGRESS, readable, sending);
	const now = client.now();
	const missing = failed<IDataObject>({ message: 'The service did not respond' });
	return success(
		wanted.map((id) => {
			const task = details.get(id) ?? missing;
			return task.ok
				? withCosts(toRow(task.value, progress.get(id) ?? missing), task.value, now, costs)
				: unreadableRow(id, task.failure);
		}),
	);
}
