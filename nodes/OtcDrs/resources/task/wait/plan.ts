import type { SendingOptions } from '../../../../shared/batch/sending';
import { anyOf, GOALS, type Goal, type GoalName } from '../../../../shared/drs/goals';
import type { LeftOut } from '../../../../shared/drs/leftOut';
import type { Failure } from '../../../../shared/failures/failure';
import type { ItemResult } from '../../../../shared/n8n/results';

/** A task that is waited for. */
export interface Wait {
	/** The input item that names it. */
	item: number;
	id: string;
	/** A goal by its name, or the statuses that reach it. */
	goal: GoalName | string[];
	/** How long at most, in ms; null for no limit. */
	limit: number | null;
	/** Whether it is a failure not to reach the goal. */
	failUnlessReached: boolean;
}

/** All that is read from the parameters. Times in ms. */
export interface WaitPlan extends SendingOptions {
	waits: Wait[];
	/** The items that cannot be waited for. */
	settled: ItemResult[];
	firstInterval: number;
	longestInterval: number;
}

/** How a wait ended. */
export type Ending = 'reached' | 'failed' | 'timedOut';

/** What is known of a task that is waited for. */
export interface WaitState extends LeftOut {
	/** The last status that the service told. */
	status?: string;
	ending?: Ending;
	/** When it ended, in ms since 1970. */
	endedAt?: number;
	/** Why it failed, or why it could not be asked when the time was over. */
	failure?: Failure;
}

/** How far the waits are. */
export interface WaitProgress {
	/** When they began, in ms since 1970. */
	since: number;
	/** How many checks were made. */
	turns: number;
	/** One for each wait, in their order. */
	tasks: WaitState[];
}

/** @returns the statuses that reach a goal, and those that end the hope for it. */
export const goalOf = ({ goal }: Wait): Goal => (Array.isArray(goal) ? anyOf(goal) : GOALS[goal]);
