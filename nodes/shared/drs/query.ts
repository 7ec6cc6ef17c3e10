import type { IDataObject } from 'n8n-workflow';
import type { Outcomes } from '../batch/outcomes';
import { sendBatches } from '../batch/sendBatches';
import type { ApiClient } from '../client/client';
import { readText } from '../values/read';
import { readAnswers } from './readAnswers';

/** A query that takes a list of task IDs. */
export interface TaskQuery {
	/** Last part of the path, such as `batch-detail`. */
	path: string;
	/** The field that holds the task ID of a result. */
	idField: string;
	/** Whether a result has what was asked for; if not, its `error_code` and message say why. */
	isAccepted(result: IDataObject): boolean;
	/** Whether it takes a page; without one the service answers five tasks only. */
	paged: boolean;
	/** What to do about a task that the answer leaves out. */
	whenMissing: string;
}

/** What to do about a task that a query leaves out. */
export const WHEN_MISSING =
	'Check the task ID, and the project and region of the credential. The service leaves out unknown tasks.';

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

/** A task that an answer leaves out is asked for once more only: most probably it does not exist. */
const ATTEMPTS_WHEN_MISSING = 2;

/** How tasks are asked for. */
export interface QueryOptions {
	/** Tasks per call, and calls at the same time. */
	batchSize: number;
	concurrency: number;
	/** Whether the service has just named the tasks: an answer that leaves one out is damaged then, and asked for again. */
	areListed?: boolean;
}

/**
 * Asks for many tasks in batches.
 *
 * @param client the client of the run
 * @param query what to ask
 * @param ids task IDs, each once
 * @param options how to ask
 * @returns the outcome of each task by ID: the API's own fields, or why there are none
 */
export async function queryTasks(
	client: ApiClient,
	query: TaskQuery,
	ids: readonly string[],
	{ batchSize, concurrency, areListed = false }: QueryOptions,
): Promise<Outcomes<IDataObject>> {
	const { path, idField, paged, whenMissing, isAccepted } = query;
	const identify = ({ key }: { key: string }) => ({ jobId: key });
	const rules = {
		identify,
		keyOf: (result: IDataObject) => readText(result[idField]),
		isAccepted,
		missing: {
			message: 'the service returned nothing for this ID',
			remedy: whenMissing,
			maxAttempts: areListed ? undefined : ATTEMPTS_WHEN_MISSING,
		},
	};
	return await sendBatches(
		client,
		ids.map((key) => ({ key })),
		{
			batchSize,
			concurrency,
			/** The failure of a whole query belongs to no task: those who ask tell the two apart by that. */
			identify: () => ({}),
			toRequest(batch) {
				const jobs = batch.map(({ key }) => key);
				return {
					service: 'drs',
					method: 'POST',
					path: `/v3/{project_id}/jobs/${path}`,
					body: paged ? { jobs, page_req: { cur_page: 1, per_page: batchSize } } : { jobs },
					idempotent: true,
					readsResults: true,
					purpose: jobs.length === 1 ? `Task ${jobs[0]}` : `Query of ${jobs.length} tasks`,
				};
			},
			read: (batch, response) => readAnswers(batch, response, rules),
		},
	);
}
