import type { ApiClient } from '../../../../shared/client/client';
import { changeTasks } from '../../../../shared/drs/change';
import { STOP } from '../../../../shared/drs/changes/lifeCycle';
import { failed, success } from '../../../../shared/failures/failure';
import { withSettled } from '../../../../shared/n8n/earlierTries';
import { again, DONE, type Work } from '../../../../shared/n8n/parking/work';
import { notStopped, unclear } from './judge';
import { drain, followStatuses, identify } from './readTasks';
import { toFinishJson } from './output';
import { inPhase, type FinishPlan, type FinishProgress, type FinishState } from './state';

const SECOND = 1_000;
const MINUTE = 60_000;

/** @returns the beginning of a run */
export const beginFinish = ({ finishes }: FinishPlan, since: number): FinishProgress => ({
	since,
	tasks: Object.fromEntries(
		[...finishes]
			.reverse()
			.map(({ id, checks, drainMinutes, stopMinutes }): [string, FinishState] => [
				id,
				{ limits: { checks, drainMinutes, stopMinutes }, phase: 'drain', zeros: 0 },
			]),
	),
});

/** @returns when the time of a task is over, in ms since 1970 */
const lastLook = (
	{ limits: { drainMinutes, stopMinutes } }: Pick<FinishState, 'limits'>,
	{ since }: FinishProgress,
): number => since + (drainMinutes + stopMinutes) * MINUTE;

/** @returns until when a task may drain, or be ending; in ms since 1970 */
const endOf = ({ since }: FinishProgress, { limits, phase, stoppedAt }: FinishState): number =>
	phase === 'drain'
		? since + limits.drainMinutes * MINUTE
		: (stoppedAt ?? since) + limits.stopMinutes * MINUTE;

/** Stops drained tasks normally, right after the look that found them empty. */
async function stop(
	client: ApiClient,
	plan: FinishPlan,
	progress: FinishProgress,
	drained: readonly string[],
): Promise<void> {
	const entries = drained.map((id) => ({ id, body: { delete_type: 'terminate' } }));
	const told = await changeTasks(client, STOP, entries, plan);
	const now = client.now();
	for (const id of drained) {
		const state = progress.tasks[id];
		const outcome = told.of(id);
		if (outcome.ok) {
			Object.assign(state, { phase: 'ending', isOurs: true, stoppedAt: now });
		} else {
			const { message, isTransient } = outcome.failure;
			state.told = { message, isTransient: isTransient === true };
		}
	}
}

/** Ends those whose time is over, each in a state that is known. */
function giveUp(progress: FinishProgress, now: number): void {
	for (const state of Object.values(progress.tasks)) {
		if (state.phase === 'end' || now < endOf(progress, state)) continue;
		if (state.told) {
			if (now < lastLook(state, progress)) continue;
			Object.assign(state, { phase: 'end', ending: unclear(now, state.told.message) });
		} else if (state.phase === 'drain') {
			const lag = state.lag === undefined ? 'unknown' : `${state.lag} seconds`;
			const reason = `The lag did not stay at 0 in time; the last value is ${lag}`;
			const remedy =
				'Nothing was stopped, and the task keeps replicating. Let the application write to the source again, and find out why the target falls behind.';
			Object.assign(state, notStopped(now, reason, remedy));
		} else {
			const reason = `The stop has not ended in time: the status is ${state.status ?? 'unknown'}`;
			const remedy =
				'Keep both databases reachable and do not write to either. The stop continues; run this again to wait for its end.';
			const ending = { finished: false, safe: 'wait' as const, at: now, reason, remedy };
			Object.assign(state, { phase: 'end', ending });
		}
	}
}

/** Drains tasks, stops them normally, and waits until each has ended; each task by itself. */
export const finishWork: Work<FinishPlan, FinishProgress, ApiClient> = {
	name: 'migration.finish',
	keepsItems: true,
	deadline: (_plan, progress) =>
		Object.values(progress.tasks).reduce(
			(most, state) => Math.max(most, lastLook(state, progress)),
			progress.since,
		),
	async turn(client, plan, progress) {
		await identify(client, plan, progress);
		await followStatuses(client, plan, progress);
		const drained = await drain(client, plan, progress);
		await stop(client, plan, progress, drained);
		giveUp(progress, client.now());
		const draining = inPhase(progress, 'drain').length > 0;
		const open = draining || inPhase(progress, 'ending').length > 0;
		if (!open) return DONE;
		const pause = draining ? plan.interval * SECOND : MINUTE;
		const ends = Object.values(progress.tasks)
			.filter(({ phase }) => phase !== 'end')
			.map((state) => (state.told ? client.now() + pause : endOf(progress, state)));
		return again(Math.max(client.now(), Math.min(client.now() + pause, ...ends)));
	},
	results: (plan, { tasks }) =>
		withSettled(
			plan.finishes.map(({ item, id }) => {
				const state = tasks[id];
				return {
					item,
					...(state.isOurs || state.ending?.finished ? { key: id } : {}),
					outcome: state.failure
						? failed<never>({ ...state.failure, jobId: id })
						: success([{ json: toFinishJson(id, state) }]),
				};
			}),
			plan.settled,
		),
};
