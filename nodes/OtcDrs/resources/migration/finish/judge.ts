import {
	ENDED,
	isFailedStatus,
	PAUSED,
	statusLabel,
	STATUSES,
	STOPPED,
} from '../../../../shared/drs/statuses';
import type { Ending, FinishState } from './state';

const END_FAILED = 'RELEASE_RESOURCE_FAILED';

/** These pass by themselves: the service works on the replication instance. */
const PASSING: ReadonlySet<string> = new Set(['CHANGE_JOB_STARTED', 'INCRE_TRANSFER_STARTED']);

type Next = { phase: FinishState['phase']; ending?: Ending };

/** @returns the end of a task that was not stopped: the source is still the one that counts. */
export const notStopped = (at: number, reason: string, remedy: string): Next => ({
	phase: 'end',
	ending: { finished: false, safe: 'source', at, reason, remedy },
});

/** @returns whether a task that transfers once has done so: there is nothing to drain. */
export const isTransferred = (status: string, mode: string | undefined): boolean =>
	mode === 'FULL_TRANS' && status === 'FULL_TRANSFER_COMPLETE';

/** @returns the end of a task that has ended: it is known to be complete only if this run has seen that nothing was left. */
export const ended = ({ drainedAt }: FinishState, at: number): Ending => ({
	finished: true,
	safe: drainedAt === undefined ? 'check' : 'target',
	at,
	...(drainedAt === undefined && {
		reason: 'The task was stopped by an earlier run or by somebody else',
		remedy:
			'The service does not tell how it was stopped, and whether anything was left then. Compare both databases before the application uses the target.',
	}),
});

/** @returns the end of a task that was told to stop, and of which it is not known whether it does. */
export const unclear = (at: number, said: string): Ending => ({
	finished: false,
	safe: 'check',
	at,
	reason: `The task was told to stop, and it is not known whether it does: ${said}`,
	remedy: 'Keep both databases as they are, look at the status of the task, and run this again.',
});

/**
 * Decides from its status how a task continues. Pure.
 *
 * @param state what is known of it
 * @param status its present status
 * @param now in ms since 1970
 */
export function judge(state: FinishState, status: string, now: number): Next {
	if (ENDED.has(status)) {
		return { phase: 'end', ending: ended(state, now) };
	}
	if (status === END_FAILED) {
		const reason = 'The stop has failed';
		const remedy =
			'Keep both databases as they are. Read the reason with Task → Get, and run this again: it stops the task once more, normally.';
		if (state.isOurs) {
			return { phase: 'end', ending: { finished: false, safe: 'check', at: now, reason, remedy } };
		}
		/** An earlier stop has failed, and the task does not replicate any more: another one loses nothing. */
		return { phase: 'drain' };
	}
	if (STOPPED.includes(status)) return { phase: 'ending' };
	if (state.phase === 'ending') return { phase: 'ending' };
	if (isTransferred(status, state.mode)) return { phase: 'drain' };
	const label = `${statusLabel(status)} (${status})`;
	if (isFailedStatus(status)) {
		return notStopped(
			now,
			`The task has failed: ${label}`,
			'Nothing was stopped. Let the application write to the source again, fix the cause, and let the task continue with Task → Resume or Retry.',
		);
	}
	if (PAUSED.includes(status)) {
		return notStopped(
			now,
			'The task is paused, and what was written since then is not in the target',
			'Nothing was stopped. Resume it with Task → Resume or Retry.',
		);
	}
	if (STATUSES.includes(status) && !PASSING.has(status)) {
		return notStopped(
			now,
			`The task does not replicate: its status is ${label}`,
			'Nothing was stopped. Wait until it replicates, then finish it.',
		);
	}
	return { phase: 'drain' };
}
