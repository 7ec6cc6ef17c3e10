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
import { brief } from './existingTask';
import { findTaskByName, type FoundTask, type ListedTask } from './findTask';
import { queryTasks } from './query';
import { DETAILS } from './queries/details';
import type { CreateEntry } from './createEntry';
import type { TaskBody } from './taskBody';

/** The header `Date` counts whole seconds, and the two clocks are read some milliseconds apart. */
const CLOCK_TOLERANCE_MS = 2_000;

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

/**
 * Reads what a search by name tells of a creation with an unclear end.
 *
 * @param open the entry, and what its call said
 * @param found the task of this name, if there is one
 * @param now local time, in ms since 1970
 * @returns success if this run made the task; where there is none, what the call said, and that a name without a task may
 * be tried again
 */
export function readFound(
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
export async function findByName(
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
