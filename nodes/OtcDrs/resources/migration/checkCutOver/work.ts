import type { IDataObject } from 'n8n-workflow';
import { mapConcurrently } from '../../../../shared/batch/concurrency';
import type { SendingOptions } from '../../../../shared/batch/sending';
import type { ApiClient } from '../../../../shared/client/client';
import { DETAILS } from '../../../../shared/drs/queries/details';
import { PROGRESS } from '../../../../shared/drs/queries/progress';
import { queryTasks } from '../../../../shared/drs/query';
import { failed, success, type Failure, type Outcome } from '../../../../shared/failures/failure';
import { withSettled } from '../../../../shared/n8n/earlierTries';
import { again, DONE, type Work } from '../../../../shared/n8n/parking/work';
import type { ItemResult } from '../../../../shared/n8n/results';
import { readText } from '../../../../shared/values/read';
import { withoutUndefined } from '../../../../shared/values/withoutUndefined';
import {
	lagOf,
	problemOfLag,
	problemOfPastLag,
	problemOfVerification,
	problemsOfObjects,
	problemsOfTask,
	type VerificationRule,
} from './readiness';
import { recordedLag } from './recordedLag';

const MINUTE = 60_000;

/** A task that is to be checked. */
export interface Check {
	item: number;
	id: string;
	/** The largest lag in seconds. */
	maxLag: number;
	/** For how many minutes the lag has to stay small. */
	minutes: number;
	/** Whether to ask Cloud Eye how large the lag was, instead of waiting. */
	fromCloudEye: boolean;
	verification?: VerificationRule;
}

/** All that is read from the parameters. */
export interface CheckPlan extends SendingOptions {
	checks: Check[];
	/** The items that cannot be checked. */
	settled: ItemResult[];
}

/** What is known of a task. */
interface CheckState {
	name?: string;
	status?: string;
	lag?: number;
	worstLag?: number;
	count: number;
	/** Whether Cloud Eye has told the past lag, so that nothing is left to wait for. */
	isRecorded?: boolean;
	/** Why the lag is checked, although Cloud Eye was asked. */
	fallback?: string;
	/** What is wrong with the cut-over, at the first check that finds anything, or at the last one. */
	reasons?: string[];
	failure?: Failure;
	/** Whether it was looked at for as long as it has to be. */
	isDone?: boolean;
}

/** How far the checks are. */
export interface CheckProgress {
	/** In ms since 1970. */
	since: number;
	/** One for each check of the plan, in their order. */
	tasks: CheckState[];
}

/** The lag is read so often at the most, besides the first time. */
const MOST_CHECKS = 10;

/** @returns the time between two looks at the lag, in ms */
const intervalOf = ({ minutes }: Check): number =>
	Math.max(MINUTE, Math.ceil((minutes * MINUTE) / MOST_CHECKS));

const endOf = ({ minutes }: Check, { since }: CheckProgress): number => since + minutes * MINUTE;

const isOpen = ({ reasons, failure, isDone }: CheckState): boolean =>
	reasons === undefined && failure === undefined && isDone !== true;

/** Notes what one look has found out about a task. */
function note(
	{ maxLag, verification }: Check,
	state: CheckState,
	read: { details: Outcome<IDataObject>; progress?: Outcome<IDataObject>; now: number },
): void {
	const { details, progress, now } = read;
	const unread = details.ok
		? progress && !progress.ok
			? progress.failure
			: undefined
		: details.failure;
	state.count += 1;
	if (unread) {
		if (unread.isTransient === true || unread.leftOut === true)
			state.reasons = [`The task could not be read: ${unread.message}`];
		else state.failure = unread;
		return;
	}
	const task = details.ok ? details.value : {};
	const moved = progress?.ok ? progress.value : {};
	state.name = readText(task.name);
	state.status = readText(task.status) ?? '';
	state.lag = lagOf(moved, task);
	if (state.lag !== undefined) state.worstLag = Math.max(state.worstLag ?? 0, state.lag);
	const problems = problemsOfTask(state.status, task);
	const reasons = [
		...problems,
		...problemsOfObjects(moved),
		...(problems.length > 0 ? [] : [problemOfLag(state.lag, maxLag)]),
		verification && problemOfVerification(verification, now),
	].filter((reason) => reason !== undefined);
	if (reasons.length > 0) state.reasons = reasons;
}

/** Asks Cloud Eye how large the lag was of a task that is ready by what DRS says now. */
async function noteRecorded(
	client: ApiClient,
	{ id, maxLag, minutes }: Check,
	state: CheckState,
): Promise<void> {
	const recorded = await recordedLag(client, id, minutes);
	if (!recorded.ok) {
		state.fallback = recorded.why;
		return;
	}
	state.isRecorded = true;
	state.isDone = true;
	state.worstLag = Math.max(state.worstLag ?? 0, recorded.worst);
	const problem = problemOfPastLag(recorded.worst, maxLag, minutes);
	if (problem !== undefined) state.reasons = [problem];
}

function resultOf({ item, id, minutes }: Check, state: CheckState): ItemResult {
	if (state.failure) return { item, outcome: failed({ ...state.failure, jobId: id }) };
	const reasons = state.reasons ?? [];
	const json = {
		id,
		...withoutUndefined({ name: state.name }),
		ready: reasons.length === 0,
		reasons,
		status: state.status,
		lag_seconds: state.lag,
		worst_lag_seconds: state.worstLag,
		checks: state.count,
		minutes,
		lag_source: state.isRecorded ? 'cloudEye' : 'checks',
		lag_note: state.fallback,
	};
	return { item, outcome: success([{ json }]) };
}

/** Looks whether tasks are ready to be cut over: each look reads all tasks in batch calls, and one that is not ready is done. */
export const checkWork: Work<CheckPlan, CheckProgress, ApiClient> = {
	name: 'migration.checkCutOver',
	keepsItems: true,
	deadline: ({ checks }, progress) =>
		checks.reduce((most, check) => Math.max(most, endOf(check, progress)), progress.since),
	async turn(client, plan, progress) {
		const open = plan.checks
			.map((check, index): [Check, CheckState] => [check, progress.tasks[index]])
			.filter(([, state]) => isOpen(state));
		const ids = [...new Set(open.map(([{ id }]) => id))];
		const details = await queryTasks(client, DETAILS, ids, plan);
		const readable = ids.filter((id) => details.of(id).ok);
		const lags = await queryTasks(client, PROGRESS, readable, plan);
		const now = client.now();
		for (const [check, state] of open) {
			note(check, state, { details: details.of(check.id), progress: lags.get(check.id), now });
			state.isDone = now >= endOf(check, progress);
		}
		const unasked = open.filter(
			([{ minutes, fromCloudEye }, state]) =>
				fromCloudEye && minutes > 0 && isOpen(state) && state.fallback === undefined,
		);
		await mapConcurrently(unasked, plan.concurrency, async ([check, state]) =>
			noteRecorded(client, check, state),
		);
		const next = open
			.filter(([, state]) => isOpen(state))
			.map(([check]) => Math.min(endOf(check, progress), now + intervalOf(check)));
		return next.length > 0 ? again(Math.min(...next)) : DONE;
	},
	results: (plan, progress) =>
		withSettled(
			plan.checks.map((check, index) => resultOf(check, progress.tasks[index])),
			plan.settled,
		),
};
