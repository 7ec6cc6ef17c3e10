import type { DrsContext } from './context.mts';
import type { Task } from './task.mts';

/** Names that provoke trouble, so that people can see it. */
export const TROUBLE = {
	create: 'fail-create',
	precheck: 'fail-precheck',
	transfer: 'fail-transfer',
} as const;

/** Where a transfer that is bound to fail stops. */
const FAILS_AT = 0.4;

const isFullOnly = (task: Task): boolean => task.settings.task_type === 'FULL_TRANS';
const isIncrementalOnly = (task: Task): boolean => task.settings.task_type === 'INCR_TRANS';
const isBoundToFail = (task: Task): boolean => task.name.includes(TROUBLE.transfer);

/** Puts a task into a status, from now or from an earlier moment on. */
export function setStatus(task: Task, status: string, at: number): void {
	task.status = status;
	task.since = at;
	task.updatedAt = at;
}

/** @returns the share of the full transfer that is done, from 0 to 1. */
export function transferredShare(task: Task, { clock, durations }: DrsContext): number {
	if (task.status !== 'FULL_TRANSFER_STARTED') return task.transferred;
	const share = task.transferred + (clock.now() - task.since) / durations.fullTransfer;
	return Math.min(isBoundToFail(task) ? FAILS_AT : 1, share);
}

/** The one step that time may bring from a status: when, and what happens then. */
function nextStep(
	task: Task,
	{ durations }: DrsContext,
): { at: number; go: (at: number) => void } | undefined {
	switch (task.status) {
		case 'CREATING':
			return {
				at: task.since + durations.creating,
				go: (at) => {
					const fails = task.name.includes(TROUBLE.create);
					if (fails) task.failedReason = 'The replication instance could not be created.';
					setStatus(task, fails ? 'CREATE_FAILED' : 'CONFIGURATION', at);
				},
			};
		case 'WAITING_FOR_START':
			return { at: task.startedAt ?? task.since, go: (at) => setStatus(task, 'STARTJOBING', at) };
		case 'STARTJOBING':
			return {
				at: task.since + durations.starting,
				go: (at) =>
					setStatus(
						task,
						isIncrementalOnly(task) ? 'INCRE_TRANSFER_STARTED' : 'FULL_TRANSFER_STARTED',
						at,
					),
			};
		case 'FULL_TRANSFER_STARTED': {
			const end = isBoundToFail(task) ? FAILS_AT : 1;
			return {
				at: task.since + Math.max(0, end - task.transferred) * durations.fullTransfer,
				go: (at) => {
					task.transferred = end;
					if (isBoundToFail(task)) {
						task.failedReason =
							'The source database closed the connection during the full migration.';
						setStatus(task, 'FULL_TRANSFER_FAILED', at);
					} else {
						task.fullTransferCompleteAt = at;
						setStatus(task, 'FULL_TRANSFER_COMPLETE', at);
					}
				},
			};
		}
		case 'FULL_TRANSFER_COMPLETE':
			return isFullOnly(task)
				? undefined
				: {
						at: task.since + durations.catchingUp,
						go: (at) => setStatus(task, 'INCRE_TRANSFER_STARTED', at),
					};
		case 'RELEASE_RESOURCE_STARTED':
			return {
				at: task.since + durations.stopping,
				go: (at) => setStatus(task, 'RELEASE_RESOURCE_COMPLETE', at),
			};
		default:
			return undefined;
	}
}

/** Moves a task on to where time has brought it. */
export function advance(task: Task, context: DrsContext): Task {
	const now = context.clock.now();
	for (;;) {
		const step = nextStep(task, context);
		if (!step || step.at > now) return task;
		step.go(step.at);
	}
}
