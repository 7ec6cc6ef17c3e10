import type { IDataObject } from 'n8n-workflow';
import { mapConcurrently } from '../batch/concurrency';
import type { EntryAnswer } from '../batch/runBatches';
import type { OpenEntry } from '../batch/sendBatches';
import { MAX_BATCH_SIZE } from '../batch/sending';
import type { ApiClient } from '../client/client';
import { failed, success, type Failure, type Outcome } from '../failures/failure';
import { serviceFailure } from '../failures/serviceError';
import { readText } from '../values/read';
import { createdAt } from './createTime';
import { findDifferences, strangerFailure } from './differences';
import { brief } from './existingTask';
import { findTaskByName, type FoundTask, type ListedTask } from './findTask';
import { queryTasks } from './query';
import { DETAILS } from './queries/details';
import type { CreateEntry } from './createEntry';
import type { TaskBody } from './taskBody';

/** The header `Date` counts whole seconds, and the two clocks are read some milliseconds apart. */
const CLOCK_TOLERANCE_MS = 2_000;

/** For so long a task that was created may be missing in the list, in ms. */
const LIST_LAG_MS = 12_000;

/** The code for a name that another task has. */
export const NAME_TAKEN = 'DRS.M00277';

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

/** A task that was looked for by name, with its details. */
interface FoundByName extends FoundTask {
	/** The details of `task` (drs_api_0151). */
	details?: IDataObject;
}

/**
 * Reads what a search by name tells of a creation with an unclear end.
 *
 * @param open the entry, and what its call said
 * @param found the task of this name, if there is one
 * @param now local time, in ms since 1970
 * @returns success if this run made the task: it is no older than the first sending, and of the same migration; where there
 * is none, what the call said, and that a name without a task may be tried again
 */
function readFound(
	{ entry, answer, firstSent }: OpenEntry<CreateEntry, IDataObject>,
	found: Outcome<FoundByName>,
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
	const { task, details, serverTime } = found.value;
	const said = failureOf(answer) ?? { message: '' };
	if (task === undefined) {
		return said.errorCode === NAME_TAKEN ? { kind: 'again', failure: said } : answer;
	}
	const earliest = serverTime - (now - firstSent) - CLOCK_TOLERANCE_MS;
	const isNew = (createdAt(task) ?? NaN) >= earliest;
	if (!isNew) return { kind: 'final', outcome: failed(nameTaken(name, said)) };
	const differences = findDifferences(entry.body, details ?? {});
	const stranger = strangerFailure(entry.body, String(task.id), differences);
	return { kind: 'final', outcome: stranger ? failed(stranger) : success(brief(task)) };
}

/**
 * Searches for tasks by name. Where the list gives local time, whose zone nobody knows, the time of the creation comes from
 * the details.
 *
 * @param client the client of the run
 * @param bodies the requests of the tasks
 * @param concurrency calls at the same time
 * @returns for each the task of this name with its details, if there is one, or why it is not known
 */
async function findByName(
	client: ApiClient,
	bodies: readonly TaskBody[],
	concurrency: number,
): Promise<Array<Outcome<FoundByName>>> {
	const found = await mapConcurrently(
		bodies,
		concurrency,
		async (body) => await findTaskByName(client, body),
	);
	const ids = found.flatMap((outcome) => {
		const id = outcome.ok ? readText(outcome.value.task?.id) : undefined;
		return id === undefined ? [] : [id];
	});
	const queries = { batchSize: MAX_BATCH_SIZE, concurrency, areListed: true };
	const details = await queryTasks(client, DETAILS, [...new Set(ids)], queries);
	return found.map((outcome) => {
		if (!outcome.ok) return outcome;
		const { task } = outcome.value;
		const read = details.get(readText(task?.id) ?? '');
		if (task === undefined || read === undefined) return outcome;
		if (!read.ok) return read;
		const { create_time: listed } = task;
		const create_time = createdAt(task) === undefined ? read.value.create_time : listed;
		const dated = { ...task, create_time } as ListedTask;
		return success({ ...outcome.value, task: dated, details: read.value });
	});
}

/**
 * Finds out what became of creations with an unclear end. The list may be behind what was created, so a name that is not
 * there is looked up once more before the task may be created again.
 *
 * @param client the client of the run
 * @param open the entries, and what their calls said
 * @param concurrency calls at the same time
 * @returns for each its outcome, or `again` where there is no task
 */
export async function lookUpCreations(
	client: ApiClient,
	open: ReadonlyArray<OpenEntry<CreateEntry, IDataObject>>,
	concurrency: number,
): Promise<Array<EntryAnswer<IDataObject>>> {
	const find = async (entries: typeof open) =>
		await findByName(
			client,
			entries.map(({ entry }) => entry.body),
			concurrency,
		);
	const found = await find(open);
	const absent = open.flatMap((_, index) => {
		const outcome = found[index];
		return outcome.ok && outcome.value.task === undefined ? [index] : [];
	});
	if (absent.length > 0 && (await client.wait(LIST_LAG_MS))) {
		const later = await find(absent.map((index) => open[index]));
		absent.forEach((index, at) => (found[index] = later[at]));
	}
	return open.map((one, index) => readFound(one, found[index], client.now()));
}
