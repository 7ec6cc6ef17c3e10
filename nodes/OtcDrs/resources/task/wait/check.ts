import type { IDataObject } from 'n8n-workflow';
import type { ApiClient } from '../../../../shared/client/client';
import { isMissed } from '../../../../shared/drs/goals';
import { mayReappear } from '../../../../shared/drs/leftOut';
import { nextStep } from '../../../../shared/drs/nextStep';
import { STATUS } from '../../../../shared/drs/queries/status';
import { queryTasks } from '../../../../shared/drs/query';
import type { Failure, Outcome } from '../../../../shared/failures/failure';
import { goalOf, type Wait, type WaitPlan, type WaitProgress, type WaitState } from './plan';

const NOT_FOUND = 'DRS.M05003';

/** The service refuses the user or the address, whatever the task. */
const GENERAL_REFUSALS = new Set([401, 403, 404]);

/** A refusal that is about the task itself ends its wait; anything else may be over at the next check. */
const isOwn = ({ errorCode, httpStatus, isTransient }: Failure): boolean =>
	errorCode === NOT_FOUND ||
	(isTransient !== true && httpStatus !== undefined && !GENERAL_REFUSALS.has(httpStatus));

/** Notes what the service says of a task. */
function note(wait: Wait, task: WaitState, outcome: Outcome<IDataObject>): void {
	if (mayReappear(task, outcome)) return;
	if (!outcome.ok) {
		if (isOwn(outcome.failure)) Object.assign(task, { ending: 'failed', failure: outcome.failure });
		return;
	}
	const goal = goalOf(wait);
	task.status = String(outcome.value.status);
	if (goal.reached.includes(task.status)) {
		task.ending = 'reached';
	} else if (isMissed(goal, task.status)) {
		task.ending = 'failed';
		task.failure = {
			message: `Task ${wait.id}: is in ${task.status}, while waiting for ${goal.goal}`,
			description: nextStep(task.status),
			jobId: wait.id,
		};
	}
}

/** @returns the failure that all tasks share because the user or the address is wrong. */
function generalRefusal(outcomes: ReadonlyArray<Outcome<IDataObject>>): Failure | undefined {
	const [first] = outcomes;
	const isGeneral = (outcome: Outcome<IDataObject>): boolean =>
		!outcome.ok && outcome.failure.isTransient !== true && !isOwn(outcome.failure);
	return first && !first.ok && outcomes.every(isGeneral) ? first.failure : undefined;
}

/** @returns the waits that have not ended, each with its state. */
export const openWaits = (
	{ waits }: WaitPlan,
	{ tasks }: WaitProgress,
): Array<[wait: Wait, task: WaitState]> =>
	waits
		.map((wait, index): [Wait, WaitState] => [wait, tasks[index]])
		.filter(([, { ending }]) => ending === undefined);

/**
 * Asks for all tasks that are still waited for, in batch calls, and notes whose wait has ended.
 *
 * @param client the client of the run
 * @param plan what to wait for
 * @param progress is brought up to date
 * @returns why nothing could be asked at the very first check, if that will not pass by itself
 */
export async function checkTasks(
	client: ApiClient,
	plan: WaitPlan,
	progress: WaitProgress,
): Promise<Failure | undefined> {
	const open = openWaits(plan, progress);
	const ids = [...new Set(open.map(([{ id }]) => id))];
	const outcomes = await queryTasks(client, STATUS, ids, plan);
	const now = client.now();
	progress.turns += 1;
	for (const [wait, task] of open) {
		const outcome = outcomes.of(wait.id);
		note(wait, task, outcome);
		if (task.ending === undefined && wait.limit !== null && now - progress.since >= wait.limit) {
			task.ending = 'timedOut';
			if (!outcome.ok) task.failure = outcome.failure;
		}
		if (task.ending !== undefined) task.endedAt = now;
	}
	return progress.turns === 1 ? generalRefusal(ids.map((id) => outcomes.of(id))) : undefined;
}
