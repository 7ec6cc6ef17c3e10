import type { IDataObject } from 'n8n-workflow';
import { matchResults } from '../../../shared/batch/matchResults';
import { runBatches, type BatchAnswer, type EntryAnswer } from '../../../shared/batch/runBatches';
import { failed, success, type Outcome } from '../../../shared/errors/failure';
import { serviceFailure } from '../../../shared/errors/serviceError';
import { BUSY_CODES } from '../../../shared/transport/classify';
import type { ApiClient } from '../../../shared/transport/client';

/** What can be asked of tasks in batches: batch-detail (drs_api_0151) and batch-status (drs_api_0150). */
export type TaskQuery = 'details' | 'status';

const PATHS: Record<TaskQuery, string> = {
	details: '/v3/{project_id}/jobs/batch-detail',
	status: '/v3/{project_id}/jobs/batch-status',
};

/** Statuses of a task are no errors of the query, also where `error_code` says why the task stands as it does. */
const isTask = (result: IDataObject): boolean =>
	typeof result.status === 'string' && result.status !== 'failed';

/**
 * Asks for many tasks in batches. The page is always set, because the service answers only five tasks otherwise.
 *
 * @param client the client of the run
 * @param query details or status
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
	async function send(batch: ReadonlyArray<{ key: string }>): Promise<BatchAnswer<IDataObject>> {
		const keys = batch.map(({ key }) => key);
		const subject = keys.length === 1 ? `Task ${keys[0]}` : `Query of ${keys.length} tasks`;
		const result = await client.call({
			service: 'drs',
			method: 'POST',
			path: PATHS[query],
			body: { jobs: keys, page_req: { cur_page: 1, per_page: options.batchSize } },
			idempotent: true,
			purpose: subject,
		});
		if (!result.ok)
			return { kind: 'refused', failure: result.failure, divisible: result.divisible };
		const { status, headers, body } = result.response;
		const results = (Array.isArray(body.results) ? body.results : []) as IDataObject[];
		const matches = matchResults(keys, results, ({ id }) =>
			typeof id === 'string' ? id : undefined,
		);
		const answers = new Map<string, EntryAnswer<IDataObject>>();
		for (const [key, match] of matches) {
			const details = {
				subject: `Task ${key}`,
				httpStatus: status,
				requestId: headers['x-request-id'],
				jobId: key,
			};
			if (match.kind === 'missing') {
				const failure = {
					...details,
					message: `Task ${key}: the service did not answer for this ID`,
					description:
						'Check the task ID, and the project and region of the credential: the service leaves out tasks that it does not know.',
				};
				answers.set(key, { kind: 'again', failure });
			} else if (match.kind === 'contradictory') {
				const failure = {
					...details,
					message: `Task ${key}: the service gave two answers that contradict each other`,
					description: 'Run the query again.',
				};
				answers.set(key, { kind: 'again', failure });
			} else if (isTask(match.result)) {
				answers.set(key, { kind: 'final', outcome: success(match.result) });
			} else {
				const code =
					typeof match.result.error_code === 'string' ? match.result.error_code : undefined;
				const words = match.result.error_message ?? match.result.error_msg;
				const failure = serviceFailure(
					{ code, message: typeof words === 'string' ? words : undefined },
					details,
				);
				const again = code !== undefined && BUSY_CODES.has(code);
				answers.set(
					key,
					again ? { kind: 'again', failure } : { kind: 'final', outcome: failed(failure) },
				);
			}
		}
		return { kind: 'answers', answers };
	}

	return await runBatches(
		ids.map((key) => ({ key })),
		{
			size: options.batchSize,
			concurrency: options.concurrency,
			maxAttempts: Math.min(2, client.policy.maxAttempts),
			send,
			pause: async (attempt) => await client.pause(attempt),
		},
	);
}
