import type { operations } from './contract.generated';
import { failed, success, type Outcome } from '../failures/failure';
import type { ApiClient } from '../client/client';
import { listBudget, taskPages, type TaskGroup } from './taskPages';
import { nameKey } from './nameKey';
import type { TaskBody } from './taskBody';

/** A task as the list operation (drs_api_0149) describes it. */
export type ListedTask = NonNullable<
	operations['listTasks']['responses'][200]['content']['application/json']['jobs']
>[number];

/** The task that was looked for, if there is one, and the service's time when it was looked for, in ms since 1970. */
export interface FoundTask {
	task?: ListedTask;
	serverTime: number;
}

/**
 * Looks a task up by its name. Names are unique and not case-sensitive; the list's own filter finds more than exact names.
 *
 * @param client the client of the run
 * @param body the request of the task: its name, scenario and engine
 * @returns the task with exactly this name, or none; a failure when the list does not come to an end
 */
export async function findTaskByName(
	client: ApiClient,
	body: Pick<TaskBody, 'name' | 'db_use_type' | 'engine_type'>,
): Promise<Outcome<FoundTask>> {
	const wanted = nameKey(body.name);
	const purpose = `Search for task "${body.name}"`;
	const group = { db_use_type: body.db_use_type, engine_type: body.engine_type } as TaskGroup;
	for await (const page of taskPages(client, group, { name: body.name }, listBudget(), purpose)) {
		if (!page.ok) return failed(page.failure);
		const { tasks, isLast, headers } = page.value;
		const serverTime = Date.parse(headers.date ?? '') || client.now();
		const task: ListedTask | undefined = tasks.find(
			({ name }) => typeof name === 'string' && nameKey(name) === wanted,
		);
		if (task || isLast) return success({ task, serverTime });
	}
	return failed({
		message: `${purpose}: the service returns the same page of its list again and again`,
		description: 'Search for the task in the console, and run again.',
		jobName: body.name,
	});
}
