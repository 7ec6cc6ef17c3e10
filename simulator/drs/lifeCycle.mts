import type { DrsContext } from './context.mts';
import { childrenOf, followChildren, leadChildren, leavesToChildren } from './family.mts';
import type { ActiveOutcome } from './outcomes.mts';
import type { Task } from './task.mts';

/** Where a transfer that is bound to fail stops, unless the outcome says another share. */
const FAILS_AT = 0.4;

const FAILURES = {
	createFails: ['CREATE_FAILED', 'The replication instance could not be created.'],
	startFails: ['START_JOB_FAILED', 'The replication instance could not start the task.'],
	fullTransferFails: [
		'FULL_TRANSFER_FAILED',
		'The source database closed the connection during the full migration.',
	],
	incrementalFails: [
		'INCRE_TRANSFER_FAILED',
		'service LOGMANAGER failed, cause by: Unable to connect to DBMS',
	],
	releaseFails: ['RELEASE_RESOURCE_FAILED', 'The resources of the task could not be released.'],
} as const;

type FailureKind = keyof typeof FAILURES;

/** A step that time brings: when, and what happens then. */
interface Step {
	at: number;
	go: (at: number) => void;
}

const isFullOnly = (task: Task): boolean => task.settings.task_type === 'FULL_TRANS';
const isIncrementalOnly = (task: Task): boolean => task.settings.task_type === 'INCR_TRANS';

/** Puts a task into a status, from now or from an earlier moment on. */
export function setStatus(task: Task, status: string, at: number): void {
	task.status = status;
	task.since = at;
	task.updatedAt = at;
}

/** The step to a failed status, if an outcome wants it. */
function failing(
	kind: FailureKind,
	task: Task,
	{ outcomes }: DrsContext,
	whenFor: (outcome: ActiveOutcome) => number,
): Step | undefined {
	const outcome = outcomes
		.due(kind, task)
		.find(({ stop }) => stop === undefined || stop === task.stop?.kind);
	if (!outcome) return undefined;
	const [status, reason] = FAILURES[kind];
	return {
		at: Math.max(whenFor(outcome), outcome.addedAt),
		go: (at) => {
			outcomes.note(outcome, task);
			task.failure = { code: outcome.code ?? 'DRS.M01501', reason: outcome.reason ?? reason };
			setStatus(task, status, at);
		},
	};
}

/** @returns the share of the full transfer that is done at a moment, from 0 to 1. */
const shareAt = (task: Task, at: number, { durations }: DrsContext): number =>
	Math.min(1, task.transferred + (at - task.since) / durations.fullTransfer);

/** @returns the share of the full transfer that is done, from 0 to 1. */
export function transferredShare(task: Task, context: DrsContext): number {
	return task.status === 'FULL_TRANSFER_STARTED'
		? shareAt(task, context.clock.now(), context)
		: task.transferred;
}

function fullTransferStep(task: Task, context: DrsContext): Step {
	const momentOf = (share: number): number =>
		task.since + Math.max(0, share - task.transferred) * context.durations.fullTransfer;
	const failure = failing('fullTransferFails', task, context, ({ at = FAILS_AT }) => momentOf(at));
	return {
		at: failure?.at ?? momentOf(1),
		go: (at) => {
			task.transferred = shareAt(task, at, context);
			if (failure) {
				failure.go(at);
			} else {
				task.fullTransferCompleteAt = at;
				setStatus(task, 'FULL_TRANSFER_COMPLETE', at);
			}
		},
	};
}

/** The one step that time may bring from a status. */
function nextStep(task: Task, context: DrsContext): Step | undefined {
	const { durations } = context;
	const after = (duration: number, status: string, failure?: FailureKind): Step => {
		const at = task.since + duration;
		const failed = failure && failing(failure, task, context, () => at);
		return failed ?? { at, go: (moment) => setStatus(task, status, moment) };
	};
	switch (task.status) {
		case 'CREATING':
			return after(durations.creating, 'CONFIGURATION', 'createFails');
		case 'WAITING_FOR_START':
			return { at: task.startedAt ?? task.since, go: (at) => setStatus(task, 'STARTJOBING', at) };
		case 'STARTJOBING':
			return after(
				durations.starting,
				isIncrementalOnly(task) ? 'INCRE_TRANSFER_STARTED' : 'FULL_TRANSFER_STARTED',
				'startFails',
			);
		case 'FULL_TRANSFER_STARTED':
			return fullTransferStep(task, context);
		case 'FULL_TRANSFER_COMPLETE':
			return isFullOnly(task) ? undefined : after(durations.catchingUp, 'INCRE_TRANSFER_STARTED');
		case 'INCRE_TRANSFER_STARTED':
			return failing(
				'incrementalFails',
				task,
				context,
				() => task.since + durations.untilIncrementalFails,
			);
		case 'RELEASE_RESOURCE_STARTED':
			return after(durations.stopping, 'RELEASE_RESOURCE_COMPLETE', 'releaseFails');
		default:
			return undefined;
	}
}

/** Moves a task on to where time has brought it. */
export function advance(task: Task, context: DrsContext): Task {
	const children = childrenOf(task, context);
	if (children.length > 0 && leavesToChildren(task)) {
		for (const child of children) advance(child, context);
		followChildren(task, children);
		return task;
	}
	const now = context.clock.now();
	for (;;) {
		const step = nextStep(task, context);
		if (!step || step.at > now) {
			leadChildren(task, children);
			return task;
		}
		step.go(step.at);
	}
}
