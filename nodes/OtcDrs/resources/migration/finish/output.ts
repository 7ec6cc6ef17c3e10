import type { IDataObject } from 'n8n-workflow';
import { withoutUndefined } from '../../../../shared/values/withoutUndefined';
import { carriedOver, leftToDo } from './afterStop';
import type { Ending, FinishState, SafeState } from './state';

const NEXT: Record<SafeState, string> = {
	source: 'Nothing was stopped: let the application write to the source again.',
	target: 'Point the application to the target. Delete the task when you do not need it any more.',
	wait: 'Keep both databases reachable, do not write to either, and run this again.',
	check: 'Keep both databases as they are until somebody has looked at them.',
};

const iso = (time: number | undefined): string | undefined =>
	time === undefined ? undefined : new Date(time).toISOString();

/** A task without an end is one whose node was interrupted. */
const INTERRUPTED: Ending = {
	finished: false,
	safe: 'check',
	at: 0,
	reason: 'The run was interrupted',
};

/** @returns what the output tells of a task: whether it has ended normally, where it is safe to work, and what is left to do. */
export function toFinishJson(id: string, state: FinishState): IDataObject {
	const { name, status, lag, engine = '', drainedAt, stoppedAt, ending = INTERRUPTED } = state;
	const { finished, safe, reason, remedy, at } = ending;
	const isOrderly = finished && drainedAt !== undefined;
	return {
		id,
		...withoutUndefined({ name }),
		finished,
		safe_state: safe,
		status,
		lag_seconds: lag,
		reason,
		next_action: remedy ?? NEXT[safe],
		carried_over: isOrderly ? carriedOver(engine) : [],
		left_to_do: finished ? leftToDo(engine, isOrderly) : [],
		drained_at: iso(drainedAt),
		stopped_at: iso(stoppedAt),
		ended_at: finished ? iso(at) : undefined,
	};
}
