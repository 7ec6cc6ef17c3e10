import type { IDataObject } from 'n8n-workflow';
import { failed, type Outcome } from '../../../shared/errors/failure';
import type { ApiClient } from '../../../shared/transport/client';
import { queryTasks } from './queryTasks';

/** What to wait for, and how long. */
export interface StatusWait {
	/** Whether a task need not be asked again. */
	isSettled(status: string): boolean;
	/** Until when, in ms since 1970 by the local clock. */
	deadline: number;
	/** What is being waited for, for the message when the time is up, such as "the end of the task". */
	goal: string;
	batchSize: number;
	concurrency: number;
}

const FIRST_INTERVAL_MS = 1_000;
const LONGEST_INTERVAL_MS = 30_000;
const GROWTH = 1.5;

function unsettled(
	id: string,
	status: string,
	goal: string,
	isLate: boolean,
): Outcome<IDataObject> {
	return failed({
		message: `Task ${id}: still in status ${status} while waiting for ${goal}`,
		description: isLate
			? 'The time for it is over; the task goes on by itself. Run it again later, or allow more time.'
			: 'The execution was stopped; the task goes on by itself.',
		jobId: id,
	});
}

/**
 * Asks for the statuses of tasks, all in batch calls, until each is settled; the pauses grow from 1 to 30 seconds.
 *
 * @param client the client of the run
 * @param ids task IDs, each once
 * @param wait what to wait for
 * @returns for each task the status answer that settled it, or why there is none
 */
export async function waitForStatuses(
	client: ApiClient,
	ids: readonly string[],
	wait: StatusWait,
): Promise<Map<string, Outcome<IDataObject>>> {
	const results = new Map<string, Outcome<IDataObject>>();
	let open = [...ids];
	for (let interval = FIRST_INTERVAL_MS; open.length > 0; interval *= GROWTH) {
		const tasks = await queryTasks(client, 'status', open, wait);
		const still = new Map<string, string>();
		for (const id of open) {
			const task = tasks.get(id) as Outcome<IDataObject>;
			const status = task.ok ? String(task.value.status) : '';
			if (!task.ok || wait.isSettled(status)) results.set(id, task);
			else still.set(id, status);
		}
		open = [...still.keys()];
		const pause = Math.min(interval, LONGEST_INTERVAL_MS);
		const isLate = client.now() + pause > wait.deadline;
		if (open.length > 0 && (isLate || !(await client.wait(pause)))) {
			for (const [id, status] of still) results.set(id, unsettled(id, status, wait.goal, isLate));
			return results;
		}
	}
	return results;
}
