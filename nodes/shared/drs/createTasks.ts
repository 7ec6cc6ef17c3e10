import type { IDataObject } from 'n8n-workflow';
import { matchResults } from '../batch/matchResults';
import { limiter, mapConcurrently } from '../batch/concurrency';
import {
	runBatches,
	type BatchAnswer,
	type BatchEntry,
	type EntryAnswer,
} from '../batch/runBatches';
import { type Failure, type Outcome, failed, success } from '../failures/failure';
import { serviceFailure } from '../failures/serviceError';
import { recordsIn } from '../values/json';
import { readText } from '../values/read';
import type { SendingOptions } from '../batch/sending';
import { BUSY_CODES, UNCLEAR_CODES } from '../http/classify';
import type { ApiClient } from '../client/client';
import type { ApiRequest, ApiResponse } from '../http/types';
import { toSingleTaskBody, type TaskBody } from './taskBody';
import { brief, describeExisting, findExistingTask, type ExistingTask } from './existingTask';
import { findTaskByName } from './findTask';
import { nameKey } from './nameKey';

/** The two documented forms of the request. */
export type RequestFormat = 'batch' | 'single';

/** One task to create; for its key see `nameKey`. */
export interface CreateEntry extends BatchEntry {
	body: TaskBody;
}

/** How tasks are created. */
export interface CreateOptions extends SendingOptions {
	ifTaskExists: 'fail' | 'return';
	requestFormat: RequestFormat;
}

/** The header `Date` counts whole seconds, and the two clocks are read some milliseconds apart. */
const CLOCK_TOLERANCE_MS = 2_000;

const NAME_TAKEN = 'DRS.M00277';
const keyOf = ({ name }: IDataObject): string | undefined =>
	typeof name === 'string' ? nameKey(name) : undefined;

const final = (outcome: Outcome<IDataObject>): EntryAnswer<IDataObject> => ({
	kind: 'final',
	outcome,
});

function toRequest(batch: readonly CreateEntry[], format: RequestFormat): ApiRequest {
	const bodies = batch.map(({ body }) => body);
	const single = format === 'single';
	return {
		service: 'drs',
		method: 'POST',
		path: single ? '/v3/{project_id}/jobs' : '/v3/{project_id}/jobs/batch-creation',
		body: single ? toSingleTaskBody(bodies[0]) : ({ jobs: bodies } as unknown as IDataObject),
		idempotent: false,
		purpose:
			bodies.length === 1 ? `Task "${bodies[0].name}"` : `Creation of ${bodies.length} tasks`,
	};
}

/** @returns the results of an answer; the flat form answers one task, with or without a list around it. */
function readResults({ body }: ApiResponse, batch: readonly CreateEntry[]): IDataObject[] {
	if (Array.isArray(body.results)) return recordsIn(body.results);
	const only = (typeof body.job === 'object' && body.job !== null ? body.job : body) as IDataObject;
	return batch.length === 1 && only.id !== undefined ? [{ name: batch[0].body.name, ...only }] : [];
}

function limitCalls(client: ApiClient, most: number): ApiClient {
	const limit = limiter(most);
	return {
		...client,
		call: async (request) => await limit(async () => await client.call(request)),
	};
}

/**
 * Creates tasks in batches. A creation is never repeated blindly: when it is unclear whether the service carried it out,
 * the task is looked up by its unique name, adopted if this run made it, and created again only if it is not there.
 *
 * @param unlimited the client of the run; however the calls come about, no more than `concurrency` are under way
 * @param entries the tasks, keys unique
 * @param options sizes, request form, and what to do with a name that is taken
 * @returns the outcome of each task by key: the job response, or why there is none
 */
export async function createTasks(
	unlimited: ApiClient,
	entries: readonly CreateEntry[],
	options: CreateOptions,
): Promise<Map<string, Outcome<IDataObject>>> {
	const client = limitCalls(unlimited, options.concurrency);
	const existing = new Map<string, ExistingTask>();
	const firstSent = new Map<string, number>();
	const unclear = new Set<string>();

	/** Looks for a task whose creation ended unclearly. */
	async function reconcile(
		{ key, body }: CreateEntry,
		reason: Failure,
	): Promise<EntryAnswer<IDataObject>> {
		unclear.add(key);
		const found = await findTaskByName(client, body);
		if (!found.ok) {
			return final(
				failed({
					...found.failure,
					message: `Task "${body.name}": it is unclear whether it was created, and it could not be looked up`,
					description: `Look for the task by its name before you create it again, or set "If Task Exists" to "Return Existing Task". Cause: ${found.failure.message}`,
					jobName: body.name,
				}),
			);
		}
		const { task, serverTime } = found.value;
		if (task === undefined) return { kind: 'again', failure: reason };
		const elapsed = client.now() - (firstSent.get(key) ?? client.now());
		const madeByThisRun =
			Number(readText(task.create_time)) >= serverTime - elapsed - CLOCK_TOLERANCE_MS;
		if (!madeByThisRun) return await nameTaken({ key, body }, reason);
		return final(success(brief(task as IDataObject)));
	}

	async function nameTaken(
		entry: CreateEntry,
		failure: Failure,
	): Promise<EntryAnswer<IDataObject>> {
		const { key, body } = entry;
		if (options.ifTaskExists === 'return') {
			const found = await findExistingTask(client, body);
			if (found.ok) existing.set(key, { body, task: found.value });
			return final(found);
		}
		const { name } = body;
		if (failure.errorCode === NAME_TAKEN) return final(failed({ ...failure, jobName: name }));
		const service = { code: NAME_TAKEN, message: 'The task name already exists.' };
		return final(failed(serviceFailure(service, { subject: `Task "${name}"`, jobName: name })));
	}

	async function judge(
		entry: CreateEntry,
		result: IDataObject,
		response: ApiResponse,
	): Promise<EntryAnswer<IDataObject>> {
		const code = typeof result.error_code === 'string' ? result.error_code : undefined;
		if (code === undefined && result.id !== undefined && result.status !== 'failed')
			return final(success(result));
		const failure = serviceFailure(
			{ code, message: typeof result.error_msg === 'string' ? result.error_msg : undefined },
			{
				subject: `Task "${entry.body.name}"`,
				httpStatus: response.status,
				requestId: response.headers['x-request-id'],
				jobId: typeof result.id === 'string' ? result.id : undefined,
				jobName: entry.body.name,
			},
		);
		if (code === NAME_TAKEN) {
			return unclear.has(entry.key)
				? await reconcile(entry, failure)
				: await nameTaken(entry, failure);
		}
		if (code !== undefined && BUSY_CODES.has(code)) return { kind: 'again', failure };
		if (code !== undefined && UNCLEAR_CODES.has(code)) return await reconcile(entry, failure);
		return final(failed(failure));
	}

	async function answerEach(
		batch: readonly CreateEntry[],
		answer: (entry: CreateEntry) => Promise<EntryAnswer<IDataObject>>,
	): Promise<BatchAnswer<IDataObject>> {
		const answers = await mapConcurrently(batch, options.concurrency, answer);
		return {
			kind: 'answers',
			answers: new Map(batch.map(({ key }, index) => [key, answers[index]])),
		};
	}

	async function send(batch: readonly CreateEntry[]): Promise<BatchAnswer<IDataObject>> {
		const started = client.now();
		for (const { key } of batch) if (!firstSent.has(key)) firstSent.set(key, started);
		const result = await client.call(toRequest(batch, options.requestFormat));
		if (!result.ok) {
			const { failure, executed, divisible } = result;
			if (executed === 'unknown')
				return await answerEach(batch, async (entry) => await reconcile(entry, failure));
			if (failure.errorCode !== NAME_TAKEN || batch.length > 1)
				return { kind: 'refused', failure, divisible };
			return await answerEach(batch, async (entry) =>
				unclear.has(entry.key) ? await reconcile(entry, failure) : await nameTaken(entry, failure),
			);
		}
		const { response } = result;
		const keys = batch.map(({ key }) => key);
		const matches = matchResults(keys, readResults(response, batch), keyOf);
		return await answerEach(batch, async (entry) => {
			const match = matches.get(entry.key);
			if (match?.kind === 'found') return await judge(entry, match.result, response);
			return await reconcile(entry, {
				message: `Task "${entry.body.name}": the answer to its creation does not name it`,
				description: 'Look for the task by its name before you create it again.',
				jobName: entry.body.name,
			});
		});
	}

	const outcomes = await runBatches(entries, {
		size: options.requestFormat === 'single' ? 1 : options.batchSize,
		concurrency: options.concurrency,
		maxAttempts: client.policy.maxAttempts,
		send,
		pause: async (attempt) => await client.pause(attempt),
		identify: ({ body }) => ({ jobName: body.name }),
	});
	const described = await describeExisting(client, [...existing.values()], options.concurrency);
	[...existing.keys()].forEach((key, index) => outcomes.set(key, described[index]));
	return outcomes;
}
