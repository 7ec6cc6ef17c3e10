import type { IDataObject } from 'n8n-workflow';
import { mapConcurrently } from '../batch/concurrency';
import type { Outcomes } from '../batch/outcomes';
import { sendBatches } from '../batch/sendBatches';
import type { SendingOptions } from '../batch/sending';
import { limitCalls, type ApiClient } from '../client/client';
import type { ApiRequest } from '../http/types';
import { recordsIn } from '../values/json';
import { readText } from '../values/read';
import type { CreateEntry } from './createEntry';
import { describeExisting, findExistingTask } from './existingTask';
import { lookUpCreations, NAME_TAKEN } from './lostCreation';
import { nameKey } from './nameKey';
import { readAnswers } from './readAnswers';
import { isRefusal } from './verdict';
import { toSingleTaskBody } from './taskBody';

/** The two documented forms of the request. */
export type RequestFormat = 'batch' | 'single';

/** How tasks are created. */
export interface CreateOptions extends SendingOptions {
	requestFormat: RequestFormat;
}

const MISSING = {
	message: 'the response to its creation does not contain it',
	remedy: 'Search for the task by name before you create it again.',
};

const identify = ({ body }: CreateEntry) => ({ jobName: body.name });

const keyOf = ({ name }: IDataObject): string | undefined =>
	typeof name === 'string' ? nameKey(name) : undefined;

const isAccepted = (result: IDataObject): boolean =>
	readText(result.id) !== undefined && !isRefusal(result);

function toRequest(batch: readonly CreateEntry[], format: RequestFormat): ApiRequest {
	const bodies = batch.map(({ body }) => body);
	const single = format === 'single';
	return {
		service: 'drs',
		method: 'POST',
		path: single ? '/v3/{project_id}/jobs' : '/v3/{project_id}/jobs/batch-creation',
		body: single ? toSingleTaskBody(bodies[0]) : { jobs: bodies },
		idempotent: false,
		readsResults: true,
		purpose:
			bodies.length === 1 ? `Task "${bodies[0].name}"` : `Creation of ${bodies.length} tasks`,
	};
}

/** @returns the results of an answer; the flat form answers one task, with or without a list around it. */
function findResults(body: IDataObject, batch: readonly CreateEntry[]): IDataObject[] {
	if (Array.isArray(body.results)) return recordsIn(body.results);
	const [only = body] = recordsIn([body.job]);
	return batch.length === 1 && only.id !== undefined ? [{ name: batch[0].body.name, ...only }] : [];
}

/** Puts the tasks that exist in the place of the failures that their names are taken. */
async function returnExisting(
	client: ApiClient,
	entries: readonly CreateEntry[],
	outcomes: Outcomes<IDataObject>,
	concurrency: number,
): Promise<void> {
	const taken = entries.filter(({ key, ifTaskExists }) => {
		const outcome = outcomes.of(key);
		return ifTaskExists === 'return' && !outcome.ok && outcome.failure.errorCode === NAME_TAKEN;
	});
	const found = await mapConcurrently(
		taken,
		concurrency,
		async ({ body }) => await findExistingTask(client, body),
	);
	found.forEach((outcome, index) => outcomes.set(taken[index].key, outcome));
	const there = taken.flatMap(({ key, body }, index) => {
		const outcome = found[index];
		return outcome.ok ? [{ key, body, task: outcome.value }] : [];
	});
	const described = await describeExisting(client, there, concurrency);
	there.forEach(({ key }, index) => outcomes.set(key, described[index]));
}

/**
 * Creates tasks in batches. A creation is never repeated blindly: when it is unclear whether the service carried it out,
 * the task is looked up by its unique name, adopted if this run made it, and created again only if it is not there.
 *
 * @param unlimited the client of the run; however the calls come about, no more than `concurrency` are under way
 * @param entries the tasks, keys unique
 * @param options sizes and request form
 * @returns the outcome of each task by key: the job response, or why there is none
 */
export async function createTasks(
	unlimited: ApiClient,
	entries: readonly CreateEntry[],
	{ batchSize, concurrency, requestFormat }: CreateOptions,
): Promise<Outcomes<IDataObject>> {
	const client = limitCalls(unlimited, concurrency);
	const outcomes = await sendBatches<CreateEntry, IDataObject>(client, entries, {
		batchSize: requestFormat === 'single' ? 1 : batchSize,
		concurrency,
		identify,
		toRequest: (batch) => toRequest(batch, requestFormat),
		read: (batch, response) =>
			readAnswers(batch, response, {
				identify,
				keyOf,
				isAccepted,
				missing: MISSING,
				findResults: (body) => findResults(body, batch),
			}),
		lookUp: async (open) => await lookUpCreations(client, open, concurrency),
	});
	await returnExisting(client, entries, outcomes, concurrency);
	return outcomes;
}
