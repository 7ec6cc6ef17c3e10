import type { IDataObject } from 'n8n-workflow';
import { Outcomes } from '../batch/outcomes';
import { failed, type Failure } from '../failures/failure';
import type { ApiClient } from '../client/client';
import { queryTasks, type TaskQuery } from './query';
import { STATUS } from './queries/status';

/** What to wait for, and how long. */
export interface TaskWait {
	/** Whether a task need not be asked about again. */
	isSettled(answer: IDataObject, id: string): boolean;
	/** Until when, in ms since 1970 by the local clock; what is no time is over. */
	deadline: number;
	/** What to tell of a task that was not settled in time. */
	describe(id: string, answer: IDataObject): Failure;
	batchSize: number;
	concurrency: number;
}

const FIRST_INTERVAL_MS = 1_000;
const LONGEST_INTERVAL_MS = 30_000;
const GROWTH = 1.5;

const STOPPED: Partial<Failure> = {
	description: 'The execution was stopped; the task goes on by itself.',
};

/**
 * Asks about tasks, all in batch calls, until each is settled; the pauses grow from 1 to 30 seconds.
 *
 * @param client the client of the run
 * @param query what to ask
 * @param ids task IDs, each once
 * @param wait what to wait for
 * @returns for each task the answer that settled it, or why there is none
 */
export async function waitForTasks(
	client: ApiClient,
	query: TaskQuery,
	ids: readonly string[],
	wait: TaskWait,
): Promise<Outcomes<IDataObject>> {
	const results = new Outcomes<IDataObject>();
	let open = [...ids];
	for (let interval = FIRST_INTERVAL_MS; open.length > 0; interval *= GROWTH) {
		const answers = await queryTasks(client, query, open, wait);
		const still = new Map<string, IDataObject>();
		for (const id of open) {
			const answer = answers.of(id);
			if (answer.ok && !wait.isSettled(answer.value, id)) still.set(id, answer.value);
			else results.set(id, answer);
		}
		open = [...still.keys()];
		const pause = Math.min(interval, LONGEST_INTERVAL_MS);
		const isLate = !(client.now() + pause <= wait.deadline);
		if (open.length > 0 && (isLate || !(await client.wait(pause)))) {
			for (const [id, answer] of still) {
				const failure = wait.describe(id, answer);
				results.set(id, failed(isLate ? failure : { ...failure, ...STOPPED }));
			}
			return results;
		}
	}
	return results;
}

/** What to wait for, in statuses. */
export interface StatusWait extends Pick<TaskWait, 'deadline' | 'batchSize' | 'concurrency'> {
	isSettled(status: string, id: string): boolean;
	/** What is being waited for, in the words of a message, such as "the end of the task"; or that of a task. */
	goal: string | ((id: string) => string);
}

/** The same for the statuses of tasks; see `waitForAnswers`. */
export async function waitForStatuses(
	client: ApiClient,
	ids: readonly string[],
	{ isSettled, goal, ...wait }: StatusWait,
): Promise<Outcomes<IDataObject>> {
	return await waitForTasks(client, STATUS, ids, {
		...wait,
		isSettled: ({ status }, id) => isSettled(String(status), id),
		describe: (id, { status }) => ({
			message: `Task ${id}: still in status ${String(status)} while waiting for ${typeof goal === 'string' ? goal : goal(id)}`,
			description:
				'The time for it is over; the task goes on by itself. Run it again later, or allow more time.',
			jobId: id,
		}),
	});
}
