import type { IDataObject } from 'n8n-workflow';
import { runBatches, type BatchAnswer } from '../batch/runBatches';
import type { Outcome } from '../failures/failure';
import type { ApiClient } from '../client/client';
import { readAnswers, type AnswerRules } from './readAnswers';

/** A query that takes a list of task IDs. */
export interface TaskQuery extends AnswerRules {
	/** Last part of the path, such as `batch-detail`. */
	path: string;
	/** Whether it takes a page; without one the service answers five tasks only. */
	paged: boolean;
}

/** What to tell of a task that a query leaves out. */
export const WHEN_MISSING =
	'Check the task ID, and the project and region of the credential: the service leaves out tasks that it does not know.';

/**
 * A query has an answer for a task when it has the field that it is about; an error code may only explain that.
 *
 * @param field the field
 * @returns whether a result has it
 */
export const hasText =
	(field: string) =>
	(result: IDataObject): boolean =>
		typeof result[field] === 'string' && result[field] !== 'failed';

/** A task that an answer leaves out is asked for once more, not oftener: most probably it does not exist. */
const ATTEMPTS_WHEN_MISSING = 2;

/**
 * Asks for many tasks in batches.
 *
 * @param client the client of the run
 * @param query what to ask
 * @param ids task IDs, each once
 * @param options tasks a call, and calls at the same time
 * @returns the outcome of each task by ID: the API's own fields, or why there are none
 */
export async function queryTasks(
	client: ApiClient,
	query: TaskQuery,
	ids: readonly string[],
	options: { batchSize: number; concurrency: number },
): Promise<Map<string, Outcome<IDataObject>>> {
	const { path, paged, ...rules } = query;

	async function send(batch: ReadonlyArray<{ key: string }>): Promise<BatchAnswer<IDataObject>> {
		const jobs = batch.map(({ key }) => key);
		const result = await client.call({
			service: 'drs',
			method: 'POST',
			path: `/v3/{project_id}/jobs/${path}`,
			body: paged ? { jobs, page_req: { cur_page: 1, per_page: options.batchSize } } : { jobs },
			idempotent: true,
			purpose: jobs.length === 1 ? `Task ${jobs[0]}` : `Query of ${jobs.length} tasks`,
		});
		return result.ok
			? {
					kind: 'answers',
					answers: readAnswers(jobs, result.response, {
						...rules,
						attemptsWhenMissing: ATTEMPTS_WHEN_MISSING,
					}),
				}
			: { kind: 'refused', failure: result.failure, divisible: result.divisible };
	}

	return await runBatches(
		ids.map((key) => ({ key })),
		{
			size: options.batchSize,
			concurrency: options.concurrency,
			maxAttempts: client.policy.maxAttempts,
			send,
			pause: async (attempt) => await client.pause(attempt),
		},
	);
}
