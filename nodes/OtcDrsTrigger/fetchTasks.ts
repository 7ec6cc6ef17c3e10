import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { listTasks } from '../shared/drs/listTasks';
import { queryTasks } from '../shared/drs/query';
import { fetchFailedReasons } from '../shared/drs/failedReason';
import { lagSeconds } from '../shared/drs/lag';
import { isFailedStatus } from '../shared/drs/statuses';
import { isTaskId } from '../shared/fields/task';
import type { Failure } from '../shared/failures/failure';
import { withoutUndefined } from '../shared/values/withoutUndefined';
import { MAX_BATCH_SIZE } from '../shared/batch/sending';
import { DEFAULT_CONCURRENCY } from '../shared/n8n/options';
import { stoppingError } from '../shared/n8n/results';
import type { ApiClient } from '../shared/client/client';
import type { TaskEvent } from './compare';
import type { TriggerSettings } from './settings';
import { statusOf } from './statusOf';
import { PROGRESS } from '../shared/drs/queries/progress';

const QUERIES = { batchSize: MAX_BATCH_SIZE, concurrency: DEFAULT_CONCURRENCY.query };

/** What the service says now. */
export interface Listing {
	/** All tasks that the filters let through, newest first, as the API gives them; without entries whose ID is none. */
	tasks: IDataObject[];
	/** Delays of replicating tasks in seconds, by ID; empty unless the event "Delay Exceeded" is chosen. */
	delays: Map<string, number>;
}

/** A query as a whole can fail for a missing permission or an outage; a task can have gone since the list was read. */
const isOfOneTask = ({ jobId, httpStatus }: Failure): boolean =>
	jobId !== undefined || httpStatus === 400 || httpStatus === 404;

async function fetchDelays(
	context: IPollFunctions,
	client: ApiClient,
	tasks: readonly IDataObject[],
): Promise<Map<string, number>> {
	const replicating = tasks.filter(({ status }) => status === 'INCRE_TRANSFER_STARTED');
	const ids = replicating.map(({ id }) => String(id));
	const delays = new Map<string, number>();
	for (const [id, outcome] of await queryTasks(client, PROGRESS, ids, QUERIES)) {
		if (!outcome.ok && !isOfOneTask(outcome.failure))
			throw stoppingError(context.getNode(), outcome.failure);
		const delay = outcome.ok ? lagSeconds(outcome.value) : undefined;
		if (delay !== undefined) delays.set(id, delay);
	}
	return delays;
}

/**
 * Looks at all tasks, in calls of 100.
 *
 * @param context the running trigger
 * @param client the client of the poll
 * @param settings what to look for
 * @throws NodeApiError or NodeOperationError when any part of it fails: nothing is made of half a list
 */
export async function fetchTasks(
	context: IPollFunctions,
	client: ApiClient,
	{ events, groups, name }: TriggerSettings,
): Promise<Listing> {
	const listed = await listTasks(client, groups, withoutUndefined({ name }) as IDataObject, {
		most: Infinity,
		concurrency: DEFAULT_CONCURRENCY.query,
	});
	if (!listed.ok) throw stoppingError(context.getNode(), listed.failure);
	const tasks = listed.value.filter(({ id }) => isTaskId(id));
	const delays = events.includes('delayExceeded')
		? await fetchDelays(context, client, tasks)
		: new Map<string, number>();
	return { tasks, delays };
}

/**
 * Asks why tasks failed. An event is never lost because this could not be found out.
 *
 * @param client the client of the poll
 * @param events of any kind; only those of failed tasks are asked for
 * @returns the reasons by task ID, in the service's words
 */
export async function fetchReasons(
	client: ApiClient,
	events: readonly TaskEvent[],
): Promise<Map<string, string>> {
	const failed = events.filter(({ task }) => isFailedStatus(statusOf(task)));
	const ids = [...new Set(failed.map(({ task }) => String(task.id)))];
	return await fetchFailedReasons(client, ids, QUERIES);
}
