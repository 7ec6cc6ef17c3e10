import type { IDataObject } from 'n8n-workflow';
import { mapConcurrently } from '../batch/concurrency';
import { success, type Outcome } from '../failures/failure';
import type { ApiClient } from '../client/client';
import { SCENARIOS, type DbUseType } from './scenarios';
import { listBudget, taskPages, type ListBudget, type TaskGroup } from './taskPages';
import { creationOrder } from './createTime';

/** Every scenario with every engine that the reference names. */
export const TASK_GROUPS: readonly TaskGroup[] = SCENARIOS.flatMap(({ dbUseType, engines }) =>
	engines.map(({ value }) => ({ db_use_type: dbUseType, engine_type: value })),
);

/**
 * @param scenario a scenario as the API names it, or `all`
 * @param engine an `engine_type`; without it every engine that the reference names
 * @returns what the list has to be asked for
 */
export function groupsFor(scenario: string, engine: string | undefined): readonly TaskGroup[] {
	const groups = TASK_GROUPS.filter(
		({ db_use_type: useType }) => scenario === 'all' || useType === scenario,
	);
	if (engine === undefined) return groups;
	const useTypes = [...new Set<DbUseType>(groups.map(({ db_use_type: useType }) => useType))];
	return useTypes.map((useType) => ({ db_use_type: useType, engine_type: engine }));
}

/** @returns a copy of a list of tasks, the newest first; those without a time of creation come last. */
export const newestFirst = (tasks: readonly IDataObject[]): IDataObject[] =>
	[...tasks].sort((a, b) => creationOrder(b) - creationOrder(a));

async function listGroup(
	client: ApiClient,
	group: TaskGroup,
	filters: IDataObject,
	most: number,
	budget: ListBudget,
): Promise<Outcome<IDataObject[]>> {
	const pages: IDataObject[][] = [];
	let count = 0;
	for await (const page of taskPages(client, group, filters, budget)) {
		if (!page.ok) return page;
		pages.push(page.value.tasks);
		count += page.value.size;
		if (count >= most) break;
	}
	return success(pages.flat());
}

/**
 * Lists tasks over several scenarios and engines, newest first.
 *
 * @param client the client of the run
 * @param groups scenarios and engines
 * @param filters further filters, as the API names them
 * @param limits the most tasks to return, and calls at the same time
 * @returns the tasks, each once; or why they could not be listed, for instance because there are too many
 */
export async function listTasks(
	client: ApiClient,
	groups: readonly TaskGroup[],
	filters: IDataObject,
	limits: { most: number; concurrency: number },
): Promise<Outcome<IDataObject[]>> {
	const budget = listBudget();
	const lists = await mapConcurrently(
		groups,
		limits.concurrency,
		async (group) => await listGroup(client, group, filters, limits.most, budget),
	);
	const tasks = new Map<unknown, IDataObject>();
	for (const list of lists) {
		if (!list.ok) return list;
		for (const task of list.value) tasks.set(task.id, task);
	}
	return success(newestFirst([...tasks.values()]).slice(0, limits.most));
}
