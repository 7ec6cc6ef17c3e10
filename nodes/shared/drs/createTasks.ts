import type { IDataObject } from 'n8n-workflow';
import { mapConcurrently } from '../batch/concurrency';
import type { Outcomes } from '../batch/outcomes';
import type { BatchEntry, EntryAnswer } from '../batch/runBatches';
import { sendBatches, type OpenEntry } from '../batch/sendBatches';
import { MAX_BATCH_SIZE, type SendingOptions } from '../batch/sending';
import { limitCalls, type ApiClient } from '../client/client';
import { failed, success, type Failure, type Outcome } from '../failures/failure';
import { serviceFailure } from '../failures/serviceError';
import type { ApiRequest } from '../http/types';
import { recordsIn } from '../values/json';
import { readText } from '../values/read';
import { createdAt } from './createTime';
import { brief, describeExisting, findExistingTask } from './existingTask';
import { findTaskByName, type FoundTask, type ListedTask } from './findTask';
import { nameKey } from './nameKey';
import { queryTasks } from './query';
import { DETAILS } from './queries/details';
import { readAnswers } from './readAnswers';
import { isRefusal } from './verdict';
import { toSingleTaskBody, type TaskBody } from './taskBody';

/** The two documented forms of the request. */
export type RequestFormat = 'batch' | 'single';

/** One task to create; for its key see `nameKey`. */
export interface CreateEntry extends BatchEntry {
	body: TaskBody;
	/** What to do with a name that is taken; by default it fails. */
	ifTaskExists?: 'fail' | 'return';
}

/** How tasks are created. */
export interface CreateOptions extends SendingOptions {
	requestFormat: RequestFormat;
}

/** The header `Date` counts whole seconds, and the two clocks are read some milliseconds apart. */
const CLOCK_TOLERANCE_MS = 2_000;

const NAME_TAKEN = 'DRS.M00277';

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

/** @returns the failure of a task whose name belongs to another one: what was said, if it was that */
function nameTaken(name: string, said: Failure): Failure {
	if (said.errorCode === NAME_TAKEN) return said;
	const service = { code: NAME_TAKEN, message: 'The task name already exists.' };
	return serviceFailure(service, { subject: `Task "${name}"`, jobName: name });
}

const failureOf = (answer: EntryAnswer<IDataObject>): Failure | undefined => {
	if (answer.kind === 'again') return answer.failure;
	return answer.outcome.ok ? undefined : answer.outcome.failure;
};

/**
 * Reads what a search by name tells of a creation with an unclear end.
 *
 * @param open the entry, and what its call said
 * @param found the task of this name, if there is one
 * @param now local time, in ms since 1970
 * @returns success if this run made the task; where there is none, what the call said, and that a name without a task may
 * be tried again
 */
function readFound(
	{ entry, answer, firstSent }: OpenEntry<CreateEntry, IDataObject>,
	found: Outcome<FoundTask>,
	now: number,
): EntryAnswer<IDataObject> {
	const { name } = entry.body;
	if (!found.ok) {
		return {
			kind: 'final',
			outcome: failed({
				...found.failure,
				message: `Task "${name}": it is unclear whether it was created, and the search for it failed`,
				description: `Search for the task by name before you create it again, or set "If Task Exists" to "Return Existing Task". Cause: ${found.failure.message}`,
				jobName: name,
			}),
		};
	}
	const { task, serverTime } = found.value;
	const said = failureOf(answer) ?? { message: '' };
	if (task === undefined) {
		return said.errorCode === NAME_TAKEN ? { kind: 'again', failure: said } : answer;
	}
	const earliest = serverTime - (now - firstSent) - CLOCK_TOLERANCE_MS;
	const isOurs = (createdAt(task) ?? NaN) >= earliest;
	return { kind: 'final', outcome: isOurs ? success(brief(task)) : failed(nameTaken(name, said)) };
}

/**
 * Searches for tasks by name. Where the list gives local time, whose zone nobody knows, the time of the creation comes from
 * the details.
 *
 * @param client the client of the run
 * @param bodies the requests of the tasks
 * @param concurrency calls at the same time
 * @returns for each the task of this name, if there is one, or why it is not known
 */
async function findByName(
	client: ApiClient,
	bodies: readonly TaskBody[],
	concurrency: number,
): Promise<Array<Outcome<FoundTask>>> {
	const found = await mapConcurrently(
		bodies,
		concurrency,
		async (body) => await findTaskByName(client, body),
	);
	const undated = found.flatMap((outcome) => {
		const task = outcome.ok ? outcome.value.task : undefined;
		const id = readText(task?.id);
		return task !== undefined && id !== undefined && createdAt(task) === undefined ? [id] : [];
	});
	const batches = { batchSize: MAX_BATCH_SIZE, concurrency };
	const details = await queryTasks(client, DETAILS, [...new Set(undated)], batches);
	return found.map((outcome) => {
		const read = outcome.ok ? details.get(readText(outcome.value.task?.id) ?? '') : undefined;
		if (!outcome.ok || read === undefined) return outcome;
		if (!read.ok) return read;
		const { create_time } = read.value;
		const task = { ...outcome.value.task, create_time } as ListedTask;
		return success({ ...outcome.value, task });
	});
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
		async lookUp(open) {
			const bodies = open.map(({ entry }) => entry.body);
			const found = await findByName(client, bodies, concurrency);
			return open.map((one, index) => readFound(one, found[index], client.now()));
		},
	});
	await returnExisting(client, entries, outcomes, concurrency);
	return outcomes;
}
