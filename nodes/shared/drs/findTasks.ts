import type { IDataObject } from 'n8n-workflow';
import { mapConcurrently } from '../batch/concurrency';
import type { ApiClient } from '../client/client';
import { failed, success, type Outcome } from '../failures/failure';
import { readText } from '../values/read';
import { findTaskByName } from './findTask';
import { listTasks, TASK_GROUPS } from './listTasks';
import { nameKey } from './nameKey';
import type { TaskBody } from './taskBody';
import type { TaskGroup } from './taskPages';

/** Up to so many tasks are looked up by name; for more, the lists are read as a whole. */
const FEW = 5;

/** What is known of a wanted task: the entry of the list that has its name, if there is one. */
export type Found = Outcome<IDataObject | undefined>;

type Wanted = Pick<TaskBody, 'name' | 'db_use_type' | 'engine_type'>;

const groupOf = ({ db_use_type, engine_type }: Wanted): TaskGroup =>
	({ db_use_type, engine_type }) as TaskGroup;

const groupKey = ({ db_use_type, engine_type }: TaskGroup): string =>
	`${db_use_type} ${engine_type}`;

const byName = (tasks: readonly IDataObject[]): Map<string, IDataObject> =>
	new Map(tasks.map((task) => [nameKey(readText(task.name) ?? ''), task]));

const withLimits = (concurrency: number) => ({ most: Infinity, concurrency });

/**
 * Finds the tasks that have the names of wanted ones, in the lists of their scenarios and engines.
 *
 * @param client the client of the run
 * @param wanted the requests of the tasks
 * @param concurrency calls at the same time
 * @returns for each, in their order, the task of this name, if there is one, or why that is not known
 */
export async function findTasks(
	client: ApiClient,
	wanted: readonly Wanted[],
	concurrency: number,
): Promise<Found[]> {
	if (wanted.length <= FEW) {
		return await mapConcurrently(wanted, concurrency, async (body): Promise<Found> => {
			const found = await findTaskByName(client, body);
			return found.ok ? success(found.value.task as IDataObject | undefined) : found;
		});
	}
	const groups = new Map(wanted.map(groupOf).map((group) => [groupKey(group), group]));
	const listed = await listTasks(client, [...groups.values()], {}, withLimits(concurrency));
	if (!listed.ok) return wanted.map(() => failed(listed.failure));
	const tasks = byName(listed.value);
	return wanted.map(({ name }) => success(tasks.get(nameKey(name))));
}

/**
 * Looks whether the names of wanted tasks belong to tasks of other scenarios or engines: names are unique in a project.
 *
 * @param client the client of the run
 * @param wanted the requests of tasks that are not in the lists of their own scenarios and engines
 * @param concurrency calls at the same time
 * @returns the same as `findTasks`, for all other scenarios and engines that the reference names
 */
export async function findElsewhere(
	client: ApiClient,
	wanted: readonly Wanted[],
	concurrency: number,
): Promise<Found[]> {
	if (wanted.length === 0) return [];
	const limits = withLimits(concurrency);
	if (wanted.length > FEW) {
		const listed = await listTasks(client, TASK_GROUPS, {}, limits);
		if (!listed.ok) return wanted.map(() => failed(listed.failure));
		const tasks = byName(listed.value);
		return wanted.map(({ name }) => success(tasks.get(nameKey(name))));
	}
	return await mapConcurrently(wanted, concurrency, async (body): Promise<Found> => {
		const own = groupKey(groupOf(body));
		const others = TASK_GROUPS.filter((group) => groupKey(group) !== own);
		const listed = await listTasks(client, others, { name: body.name }, limits);
		return listed.ok ? success(byName(listed.value).get(nameKey(body.name))) : listed;
	});
}
