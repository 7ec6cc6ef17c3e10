import type { IDataObject } from 'n8n-workflow';
import { mapConcurrently } from '../../../shared/batch/concurrency';
import { failed, success, type Outcome } from '../../../shared/errors/failure';
import { recordsIn } from '../../../shared/items/json';
import type { ApiClient } from '../../../shared/transport/client';
import { SCENARIOS, type DbUseType } from '../task/create/scenario';

/** What the list operation is asked for: one scenario and one engine at a time, because it answers no more. */
export interface TaskGroup {
	db_use_type: DbUseType;
	engine_type: string;
}

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

/** Tasks a page: the most that the service gives. */
export const PAGE_SIZE = 100;

/**
 * Gets one page of the list of tasks (drs_api_0149).
 *
 * @param client the client of the run
 * @param group scenario and engine
 * @param page from 1
 * @param filters further filters, as the API names them
 */
export async function listPage(
	client: ApiClient,
	group: TaskGroup,
	page: number,
	filters: IDataObject = {},
): Promise<Outcome<IDataObject[]>> {
	const result = await client.call({
		service: 'drs',
		method: 'POST',
		path: '/v3/{project_id}/jobs',
		body: { ...filters, ...group, cur_page: page, per_page: PAGE_SIZE },
		idempotent: true,
		purpose: 'List of tasks',
	});
	if (!result.ok) return failed(result.failure);
	const { jobs } = result.response.body;
	return success(Array.isArray(jobs) ? (jobs as IDataObject[]) : []);
}

async function listGroup(
	client: ApiClient,
	group: TaskGroup,
	filters: IDataObject,
	most: number,
): Promise<Outcome<IDataObject[]>> {
	const tasks: IDataObject[] = [];
	for (let page = 1; ; page++) {
		const outcome = await listPage(client, group, page, filters);
		if (!outcome.ok) return outcome;
		tasks.push(...recordsIn(outcome.value));
		if (outcome.value.length < PAGE_SIZE || tasks.length >= most) return success(tasks);
	}
}

/**
 * Lists tasks over several scenarios and engines, newest first.
 *
 * @param client the client of the run
 * @param groups scenarios and engines
 * @param filters further filters, as the API names them
 * @param limits the most tasks to return, and calls at the same time
 */
export async function listTasks(
	client: ApiClient,
	groups: readonly TaskGroup[],
	filters: IDataObject,
	limits: { most: number; concurrency: number },
): Promise<Outcome<IDataObject[]>> {
	const lists = await mapConcurrently(
		groups,
		limits.concurrency,
		async (group) => await listGroup(client, group, filters, limits.most),
	);
	const tasks = new Map<unknown, IDataObject>();
	for (const list of lists) {
		if (!list.ok) return list;
		for (const task of list.value) tasks.set(task.id, task);
	}
	const newestFirst = [...tasks.values()].sort(
		(a, b) => Number(b.create_time) - Number(a.create_time),
	);
	return success(newestFirst.slice(0, limits.most));
}
