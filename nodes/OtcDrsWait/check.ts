import type { IDataObject } from 'n8n-workflow';
import { nextStep } from '../OtcDrs/resources/common/nextStep';
import { queryTasks } from '../OtcDrs/resources/common/queryTasks';
import type { Failure, Outcome } from '../shared/errors/failure';
import type { ApiClient } from '../shared/transport/client';
import type { WaitSettings } from './settings';
import type { TaskState, WaitState } from './state';

/** What a check found out besides the states: why tasks failed, and why the service could not be asked. */
export interface CheckResult {
	failures: Map<string, Failure>;
	problem?: Failure;
}

const NOT_FOUND = 'DRS.M05003';

/** A task that the service does not know is lost; anything else may be over at the next check. */
const isLost = ({ errorCode, httpStatus }: Failure): boolean =>
	errorCode === NOT_FOUND || (errorCode === undefined && httpStatus === 200);

function explainFailure(id: string, status: string, goal: string): Failure {
	return {
		message: `Task ${id}: is in ${status}, while waiting for ${goal}`,
		description: nextStep(status),
		jobId: id,
	};
}

function settle(
	id: string,
	task: TaskState,
	outcome: Outcome<IDataObject>,
	{ target }: WaitSettings,
	result: CheckResult,
): void {
	if (!outcome.ok) {
		if (isLost(outcome.failure)) {
			task.ending = 'failed';
			result.failures.set(id, outcome.failure);
		} else {
			result.problem ??= outcome.failure;
		}
		return;
	}
	task.status = String(outcome.value.status);
	if (target.reached.includes(task.status)) {
		task.ending = 'reached';
	} else if (target.failed.includes(task.status)) {
		task.ending = 'failed';
	}
}

/**
 * Asks for all tasks that are still waited for, in batch calls, and notes whose wait has ended.
 *
 * @param client the client of the run
 * @param state what is remembered; it is brought up to date
 * @param ids the tasks of this run
 * @param settings target and timeout
 */
export async function checkTasks(
	client: ApiClient,
	state: WaitState,
	ids: readonly string[],
	settings: WaitSettings,
): Promise<CheckResult> {
	const now = client.now();
	for (const id of ids) state.tasks[id] ??= { since: now };
	const open = ids.filter((id) => state.tasks[id].ending === undefined);
	const result: CheckResult = { failures: new Map() };
	const outcomes = await queryTasks(client, 'status', open, settings);
	for (const id of open) {
		const task = state.tasks[id];
		settle(id, task, outcomes.get(id) as Outcome<IDataObject>, settings, result);
		if (task.ending === undefined && client.now() - task.since >= settings.timeout) {
			task.ending = 'timedOut';
		}
	}
	for (const id of ids) {
		const { ending, status } = state.tasks[id];
		if (ending === 'failed' && status !== undefined && !result.failures.has(id)) {
			result.failures.set(id, explainFailure(id, status, settings.target.goal));
		}
	}
	state.turns += 1;
	return result;
}
