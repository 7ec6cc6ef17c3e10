import type { IDataObject } from 'n8n-workflow';
import { nextStep } from '../shared/drs/nextStep';
import { queryTasks } from '../shared/drs/query';
import type { Failure, Outcome } from '../shared/failures/failure';
import type { ApiClient } from '../shared/client/client';
import type { WaitItem } from './items';
import type { WaitSettings } from './settings';
import type { ItemState, TaskState } from './state';
import { STATUS } from '../shared/drs/queries/status';

const NOT_FOUND = 'DRS.M05003';

/** The service refuses the user or the address, whatever the task. */
const GENERAL_REFUSALS = new Set([401, 403, 404]);

/** A refusal that is about the task itself ends its wait; anything else may be over at the next check. */
const isOwn = ({ errorCode, httpStatus, isTransient }: Failure): boolean =>
	errorCode === NOT_FOUND ||
	(isTransient !== true && httpStatus !== undefined && !GENERAL_REFUSALS.has(httpStatus));

function settle(
	id: string,
	task: TaskState,
	outcome: Outcome<IDataObject>,
	{ target }: WaitSettings,
): void {
	if (!outcome.ok) {
		if (isOwn(outcome.failure)) {
			task.ending = 'failed';
			task.failure = outcome.failure;
		}
		return;
	}
	task.status = String(outcome.value.status);
	if (target.reached.includes(task.status)) {
		task.ending = 'reached';
	} else if (target.failed.includes(task.status)) {
		task.ending = 'failed';
		task.failure = {
			message: `Task ${id}: is in ${task.status}, while waiting for ${target.goal}`,
			description: nextStep(task.status),
			jobId: id,
		};
	}
}

const openTasks = ({ tasks }: ItemState): Array<[id: string, task: TaskState]> =>
	Object.entries(tasks).filter(([, { ending }]) => ending === undefined);

/**
 * Asks for all tasks that are still waited for, in batch calls, and notes whose wait has ended.
 *
 * @param client the client of the run
 * @param items the items that wait; their states are brought up to date
 * @param settings target, timeout and how to send
 * @returns why nothing could be asked at the very first check, if that will not pass by itself
 */
export async function checkTasks(
	client: ApiClient,
	items: readonly WaitItem[],
	settings: WaitSettings,
): Promise<Failure | undefined> {
	const states = [...new Set(items.map(({ state }) => state))];
	const ids = [...new Set(states.flatMap((state) => openTasks(state).map(([id]) => id)))];
	const outcomes = await queryTasks(client, STATUS, ids, settings);
	const now = client.now();
	for (const state of states) {
		state.turns += 1;
		for (const [id, task] of openTasks(state)) {
			const outcome = outcomes.get(id) as Outcome<IDataObject>;
			settle(id, task, outcome, settings);
			if (task.ending === undefined && now - state.since >= settings.timeout) {
				task.ending = 'timedOut';
				if (!outcome.ok) task.failure = outcome.failure;
			}
		}
	}
	return states.every(({ turns }) => turns === 1) ? generalRefusal(outcomes) : undefined;
}

/** @returns the failure that all tasks share because the user or the address is wrong. */
function generalRefusal(outcomes: ReadonlyMap<string, Outcome<IDataObject>>): Failure | undefined {
	const [first] = outcomes.values();
	const isGeneral = (outcome: Outcome<IDataObject>): boolean =>
		!outcome.ok && outcome.failure.isTransient !== true && !isOwn(outcome.failure);
	return first && !first.ok && [...outcomes.values()].every(isGeneral) ? first.failure : undefined;
}
