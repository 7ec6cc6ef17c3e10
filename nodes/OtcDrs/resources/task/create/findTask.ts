import type { operations } from '../../../../shared/contract.generated';
import { failed, success, type Outcome } from '../../../../shared/errors/failure';
import { recordsIn } from '../../../../shared/items/json';
import type { ApiClient } from '../../../../shared/transport/client';
import type { TaskBody } from './buildTask';

/** A task as the list operation (drs_api_0149) describes it. */
export type ListedTask = NonNullable<
	operations['listTasks']['responses'][200]['content']['application/json']['jobs']
>[number];

/** The task that was looked for, if there is one, and the service's time when it was looked for, in ms since 1970. */
export interface FoundTask {
	task?: ListedTask;
	serverTime: number;
}

const PAGE_SIZE = 100;

/**
 * Looks a task up by its name. Names are unique and not case-sensitive; the list's own filter finds more than exact names.
 *
 * @param client the client of the run
 * @param body the request of the task: its name, scenario and engine
 * @returns the task with exactly this name, or none
 */
export async function findTaskByName(
	client: ApiClient,
	body: Pick<TaskBody, 'name' | 'db_use_type' | 'engine_type'>,
): Promise<Outcome<FoundTask>> {
	const wanted = body.name.toLowerCase();
	for (let page = 1; ; page++) {
		const result = await client.call({
			service: 'drs',
			method: 'POST',
			path: '/v3/{project_id}/jobs',
			body: {
				cur_page: page,
				per_page: PAGE_SIZE,
				db_use_type: body.db_use_type,
				engine_type: body.engine_type,
				name: body.name,
			},
			idempotent: true,
			purpose: `Search for task "${body.name}"`,
		});
		if (!result.ok) return failed(result.failure);
		const { headers, body: answer } = result.response;
		const serverTime = Date.parse(headers.date ?? '') || client.now();
		const jobs: unknown[] = Array.isArray(answer.jobs) ? answer.jobs : [];
		const task: ListedTask | undefined = recordsIn(jobs).find(
			({ name }) => typeof name === 'string' && name.toLowerCase() === wanted,
		);
		if (task || jobs.length < PAGE_SIZE) return success({ task, serverTime });
	}
}
