import { isFailedStatus, STARTED, STATUSES, STOPPED } from './statuses';

/** What can be waited for. */
export type GoalName = 'replicating' | 'fullTransferComplete' | 'stopped' | 'readyForConfiguration';

/** A goal of a wait: the statuses that reach it, and those from which it is not reached any more. */
export interface Goal {
	/** In the words of a message, such as "replication". */
	goal: string;
	reached: readonly string[];
	failed: readonly string[];
}

const FAILED = STATUSES.filter(isFailedStatus);

/** The goals by name. */
export const GOALS: Record<GoalName, Goal> = {
	replicating: {
		goal: 'replication',
		reached: ['INCRE_TRANSFER_STARTED', 'CHILD_TRANSFER_STARTED'],
		failed: [...FAILED, ...STOPPED],
	},
	fullTransferComplete: {
		goal: 'the end of the full transfer',
		reached: ['FULL_TRANSFER_COMPLETE', 'INCRE_TRANSFER_STARTED', 'CHILD_TRANSFER_COMPLETE'],
		failed: [...FAILED, ...STOPPED],
	},
	stopped: {
		goal: 'the end of the task',
		reached: ['RELEASE_RESOURCE_COMPLETE', 'RELEASE_CHILD_TRANSFER_COMPLETE'],
		failed: ['RELEASE_RESOURCE_FAILED', 'CREATE_FAILED'],
	},
	readyForConfiguration: {
		goal: 'the end of the creation',
		reached: ['CONFIGURATION'],
		failed: [...new Set([...FAILED, ...STARTED, ...STOPPED])],
	},
};

/** @returns the goal of waiting for one of the given statuses; any other failed or stopped one is a failure. */
export const anyOf = (statuses: readonly string[]): Goal => ({
	goal: statuses.join(' or '),
	reached: statuses,
	failed: [...FAILED, ...STOPPED].filter((status) => !statuses.includes(status)),
});
