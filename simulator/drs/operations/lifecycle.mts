import { setStatus, transferredShare } from '../lifeCycle.mts';
import { isPassed } from './precheck.mts';
import type { DrsContext } from '../context.mts';
import { childrenOf } from '../family.mts';
import { batchChange, type EntryOutcome } from '../request.mts';
import type { Task } from '../task.mts';

const STARTABLE = new Set(['CONFIGURATION', 'START_JOB_FAILED']);
const PAUSABLE = new Set([
	'FULL_TRANSFER_STARTED',
	'FULL_TRANSFER_FAILED',
	'FULL_TRANSFER_COMPLETE',
	'INCRE_TRANSFER_STARTED',
	'INCRE_TRANSFER_FAILED',
]);
const DELETABLE = new Set([
	'CREATE_FAILED',
	'RELEASE_RESOURCE_COMPLETE',
	'RELEASE_CHILD_TRANSFER_COMPLETE',
]);
const STOPPING = new Set([
	'RELEASE_RESOURCE_STARTED',
	'RELEASE_RESOURCE_COMPLETE',
	'CREATE_FAILED',
]);

/** Starting tasks in batches, now or at `start_time` (ms since 1970). The pre-check has to be passed. */
export const startTasks = batchChange(
	{ list: 'jobs', allowed: STARTABLE, status: 202 },
	(task, entry, context) => {
		if (context.forms.precheckRequired && !isPassed(task, context))
			return { refused: 'DRS.M00304' };
		task.failure = undefined;
		const now = context.clock.now();
		const wanted = Number(entry.start_time ?? 0);
		task.startedAt = Math.max(now, wanted);
		setStatus(task, wanted > now ? 'WAITING_FOR_START' : 'STARTJOBING', now);
		return {};
	},
);

/** Pausing tasks in batches: migrations and synchronizations (drs_03_0133). */
export const pauseTasks = batchChange(
	{ list: 'jobs', allowed: PAUSABLE, status: 200 },
	(task, entry, context) => {
		if (task.settings.db_use_type === 'cloudDataGuard') return { refused: 'DRS.M00302' };
		task.transferred = transferredShare(task, context);
		task.settings.pause_mode = entry.pause_mode;
		task.pausedIn = task.status;
		setStatus(task, 'PAUSING', context.clock.now());
		return {};
	},
);

/** Where a retry takes a failed task: back into the step that failed. */
const RETRIED: Record<string, string> = {
	START_JOB_FAILED: 'STARTJOBING',
	FULL_TRANSFER_FAILED: 'FULL_TRANSFER_STARTED',
	INCRE_TRANSFER_FAILED: 'INCRE_TRANSFER_STARTED',
};
const RESUMABLE = new Set(['PAUSING', ...Object.keys(RETRIED)]);

/** Resuming paused tasks and retrying failed ones, in batches. */
export const retryTasks = batchChange(
	{ list: 'jobs', allowed: RESUMABLE, status: 200 },
	(task, _entry, context) => {
		const paused = task.pausedIn ?? task.status;
		const before = RETRIED[paused] ?? paused;
		task.failure = undefined;
		task.pausedIn = undefined;
		setStatus(task, before, context.clock.now());
		return {};
	},
);

const TRANSFERRED = new Set(['FULL_TRANSFER_COMPLETE', 'INCRE_TRANSFER_STARTED']);

/** How a task ends. A second stop keeps what the first one had found. */
const stopOf = (
	task: Task,
	kind: 'normal' | 'forced',
	{ clock }: DrsContext,
): NonNullable<Task['stop']> => ({
	kind,
	at: clock.now(),
	replicated: task.stop?.replicated ?? TRANSFERRED.has(task.pausedIn ?? task.status),
});

/** Removes a task that has ended, with its subtasks. */
function remove(task: Task, context: DrsContext): EntryOutcome {
	if (!DELETABLE.has(task.status)) return { refused: 'DRS.M00304' };
	for (const { id } of [...childrenOf(task, context), task]) context.tasks.remove(id);
	return {};
}

function stop(task: Task, type: unknown, context: DrsContext): EntryOutcome {
	const isNormal = type === 'terminate';
	if (STOPPING.has(task.status) || (task.status === 'CREATING' && isNormal)) {
		return { refused: 'DRS.M00304' };
	}
	for (const one of [...childrenOf(task, context), task]) {
		if (one.status === 'RELEASE_RESOURCE_FAILED') one.failure = undefined;
		one.stop = stopOf(one, isNormal ? 'normal' : 'forced', context);
		setStatus(one, 'RELEASE_RESOURCE_STARTED', context.clock.now());
	}
	return {};
}

/**
 * Stopping or deleting tasks in batches (drs_03_0113). Only a task that has ended can be deleted. A parent takes its
 * subtasks along.
 */
export const stopOrDeleteTasks = batchChange(
	{ list: 'jobs', status: 202, parents: true },
	(task, { delete_type: type }, context) =>
		type === 'delete' ? remove(task, context) : stop(task, type, context),
);
