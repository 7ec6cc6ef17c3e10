import { MAX_BATCH_SIZE } from '../../../../shared/batch/sending';
import type { ApiClient } from '../../../../shared/client/client';
import { GONE_CODES } from '../../../../shared/drs/change';
import { lagSeconds } from '../../../../shared/drs/lag';
import { DETAILS } from '../../../../shared/drs/queries/details';
import { PROGRESS } from '../../../../shared/drs/queries/progress';
import { STATUS } from '../../../../shared/drs/queries/status';
import { queryTasks } from '../../../../shared/drs/query';
import { mayReappear } from '../../../../shared/drs/leftOut';
import { failed, type Failure } from '../../../../shared/failures/failure';
import { readText } from '../../../../shared/values/read';
import { ended, isTransferred, judge, notStopped, unclear } from './judge';
import { inPhase, type FinishPlan, type FinishProgress, type FinishState } from './state';

const SECOND = 1_000;

const sizes = ({ concurrency }: FinishPlan) => ({ batchSize: MAX_BATCH_SIZE, concurrency });

/** What may be over at the next look is waited out; else the task cannot be finished. */
function noteUnread(state: FinishState, failure: Failure, now: number): void {
	if (failure.isTransient === true || mayReappear(state, failed(failure))) return;
	if (state.isOurs && GONE_CODES.has(failure.errorCode ?? '')) {
		Object.assign(state, { phase: 'end', ending: ended(state, now) });
	} else if (state.status === undefined) {
		Object.assign(state, { phase: 'end', failure });
	} else if (state.phase === 'drain' && !state.told) {
		const reason = `The task cannot be read: ${failure.message}`;
		Object.assign(
			state,
			notStopped(now, reason, `Nothing was stopped. ${failure.description ?? ''}`.trim()),
		);
	} else {
		Object.assign(state, { phase: 'end', ending: unclear(now, failure.message) });
	}
}

/** Reads once what kind of tasks they are. */
export async function identify(client: ApiClient, plan: FinishPlan, progress: FinishProgress) {
	const unknown = Object.entries(progress.tasks).filter(
		([, { phase, mode }]) => phase !== 'end' && mode === undefined,
	);
	const details = await queryTasks(
		client,
		DETAILS,
		unknown.map(([id]) => id),
		sizes(plan),
	);
	for (const [id, state] of unknown) {
		const task = details.of(id);
		if (!task.ok) {
			/** The look at its status counts how often it is left out. */
			if (task.failure.leftOut !== true) noteUnread(state, task.failure, client.now());
			continue;
		}
		const { name, task_type: mode, inst_info: instance } = task.value;
		const engine = (instance as { engine_type?: unknown } | undefined)?.engine_type;
		state.name = readText(name);
		state.mode = readText(mode) ?? 'FULL_INCR_TRANS';
		state.engine = readText(task.value.engine_type, engine) ?? '';
	}
}

/** A look has shown whether a task stops that was told to, without a clear answer. */
function settleOrder(
	state: FinishState,
	{ message, isTransient }: NonNullable<FinishState['told']>,
	now: number,
): void {
	state.told = undefined;
	if (state.phase !== 'drain') state.isOurs = true;
	else if (!isTransient) {
		const reason = `The service refuses to stop the task: ${message}`;
		const remedy = 'Nothing was stopped. Let the application write to the source again.';
		Object.assign(state, notStopped(now, reason, remedy));
	}
}

/** Reads the statuses of all that have not ended. */
export async function followStatuses(
	client: ApiClient,
	plan: FinishPlan,
	progress: FinishProgress,
) {
	const open = Object.entries(progress.tasks).filter(([, { phase }]) => phase !== 'end');
	const statuses = await queryTasks(
		client,
		STATUS,
		open.map(([id]) => id),
		sizes(plan),
	);
	const now = client.now();
	for (const [id, state] of open) {
		const task = statuses.of(id);
		if (!task.ok) {
			noteUnread(state, task.failure, now);
			continue;
		}
		state.leftOut = undefined;
		state.status = String(task.value.status);
		Object.assign(state, judge(state, state.status, now));
		if (state.phase === 'ending') state.stoppedAt ??= now;
		if (state.told) settleOrder(state, state.told, now);
	}
}

/** Counts a look that finds nothing left; one that comes sooner than the interval does not count, one with a lag begins again. */
function countZero(
	state: FinishState,
	isEmpty: boolean,
	{ interval }: FinishPlan,
	now: number,
): void {
	if (!isEmpty) {
		Object.assign(state, { zeros: 0, zeroAt: undefined, drainedAt: undefined });
	} else if (state.zeroAt === undefined || now - state.zeroAt >= interval * SECOND) {
		Object.assign(state, { zeros: state.zeros + 1, zeroAt: now });
	}
}

/** Reads the lags. @returns the tasks that have drained, as this very look shows */
export async function drain(
	client: ApiClient,
	plan: FinishPlan,
	progress: FinishProgress,
): Promise<string[]> {
	const draining = inPhase(progress, 'drain').filter(([, { mode }]) => mode !== undefined);
	const lags = await queryTasks(
		client,
		PROGRESS,
		draining.map(([id]) => id),
		sizes(plan),
	);
	return draining.flatMap(([id, state]) => {
		const task = lags.of(id);
		if (!task.ok) {
			countZero(state, false, plan, client.now());
			noteUnread(state, task.failure, client.now());
			return [];
		}
		const status = readText(task.value.transfer_status) ?? state.status ?? '';
		if (state.status === 'RELEASE_RESOURCE_FAILED') return [id];
		const isOver = isTransferred(status, state.mode);
		state.lag = isOver ? 0 : lagSeconds(task.value);
		const isEmpty = isOver || (status === 'INCRE_TRANSFER_STARTED' && state.lag === 0);
		countZero(state, isEmpty, plan, client.now());
		if (!isOver && (!isEmpty || state.zeros < state.limits.checks)) return [];
		state.drainedAt = client.now();
		return [id];
	});
}
