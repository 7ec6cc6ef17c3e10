import {
	GONE,
	isFailedStatus,
	STARTED,
	STATUSES,
	STOPPED,
	UNDOCUMENTED_FAILURES,
} from './statuses';

/** What can be waited for. */
export type GoalName = 'replicating' | 'fullTransferComplete' | 'stopped' | 'readyForConfiguration';

/** A goal of a wait: the statuses that reach it, and those from which it is not reached any more. */
export interface Goal {
	/** In the words of a message, such as "replication". */
	goal: string;
	reached: readonly string[];
	failed: readonly string[];
}

const FAILED = [...STATUSES.filter(isFailedStatus), ...UNDOCUMENTED_FAILURES];

/** From here a task does not come back. */
const ENDED = [...STOPPED, ...GONE];

/** The goals by name. */
export const GOALS: Record<GoalName, Goal> = {
	replicating: {
		goal: 'replication',
		reached: ['INCRE_TRANSFER_STARTED', 'CHILD_TRANSFER_STARTED'],
		failed: [...FAILED, ...ENDED],
	},
	fullTransferComplete: {
		goal: 'the end of the full transfer',
		reached: ['FULL_TRANSFER_COMPLETE', 'INCRE_TRANSFER_STARTED', 'CHILD_TRANSFER_COMPLETE'],
		failed: [...FAILED, ...ENDED],
	},
	stopped: {
		goal: 'the end of the task',
		reached: ['RELEASE_RESOURCE_COMPLETE', 'RELEASE_CHILD_TRANSFER_COMPLETE', ...GONE],
		failed: ['RELEASE_RESOURCE_FAILED', 'CREATE_FAILED'],
	},
	readyForConfiguration: {
		goal: 'the end of the creation',
		reached: ['CONFIGURATION'],
		failed: [...new Set([...FAILED, ...STARTED, ...ENDED])],
	},
};

/** @returns whether a text is the name of a goal. */
export const isGoalName = (name: string | undefined): name is GoalName =>
	name !== undefined && Object.hasOwn(GOALS, name);

/**
 * @returns whether a task in this status does not reach the goal any more. Statuses are an open list: a failure that nobody
 * knows counts as well, unless the goal is the end of the task, which it may still reach.
 */
export const isMissed = (goal: Goal, status: string): boolean =>
	goal.failed.includes(status) ||
	(isFailedStatus(status) &&
		!STATUSES.includes(status) &&
		goal !== GOALS.stopped &&
		!goal.reached.includes(status));

/** @returns the goal of waiting for one of the given statuses; any other failed or stopped one is a failure. */
export const anyOf = (statuses: readonly string[]): Goal => ({
	goal: statuses.join(' or '),
	reached: statuses,
	failed: [...FAILED, ...ENDED].filter((status) => !statuses.includes(status)),
});
