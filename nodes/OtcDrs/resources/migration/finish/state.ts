import type { SendingOptions } from '../../../../shared/batch/sending';
import type { LeftOut } from '../../../../shared/drs/leftOut';
import type { Failure } from '../../../../shared/failures/failure';
import type { ItemResult } from '../../../../shared/n8n/results';

/** A task that is to be brought to its end. */
export interface Finish extends FinishLimits {
	item: number;
	id: string;
}

/** How long a task may take, and when it has drained. */
export interface FinishLimits {
	/** How many looks in a row have to find a lag of 0. */
	checks: number;
	/** How long the lag may take to reach 0, and a stop to end; in minutes. */
	drainMinutes: number;
	stopMinutes: number;
}

/** All that is read from the parameters. */
export interface FinishPlan extends SendingOptions {
	finishes: Finish[];
	/** What became of the items before: those that cannot be read, and what an earlier try did. */
	settled: ItemResult[];
	/** The time between two looks at the lag, in seconds. */
	interval: number;
}

/**
 * Where somebody can safely work now: on the source, because nothing was stopped; on the target, because the task has ended
 * in order; nowhere before the stop has ended; or only after a person has looked.
 */
export type SafeState = 'source' | 'target' | 'wait' | 'check';

/** How a task ended, or why it did not. */
export interface Ending {
	finished: boolean;
	safe: SafeState;
	/** When, in ms since 1970. */
	at: number;
	reason?: string;
	remedy?: string;
}

/** How far a task is; plain JSON. */
export interface FinishState extends LeftOut {
	/** What the first item says that names it. */
	limits: FinishLimits;
	phase: 'drain' | 'ending' | 'end';
	name?: string;
	engine?: string;
	mode?: string;
	status?: string;
	/** The last lag in seconds. */
	lag?: number;
	/** Looks in a row that found a lag of 0, and when the last one was that counts; in ms since 1970. */
	zeros: number;
	zeroAt?: number;
	/** Whether this run has told the task to stop. */
	isOurs?: boolean;
	/** What came of telling it to stop, while no look has shown yet whether it was done. */
	told?: { message: string; isTransient: boolean };
	/** When this run found that nothing was left, and when it was told to stop; in ms since 1970. */
	drainedAt?: number;
	stoppedAt?: number;
	ending?: Ending;
	/** Why the task was never seen. */
	failure?: Failure;
}

/** How far all are; a task has one state, whatever the number of items that name it. */
export interface FinishProgress {
	/** In ms since 1970. */
	since: number;
	tasks: Record<string, FinishState>;
}

/** @returns the tasks that are in a phase, by their IDs. */
export const inPhase = (
	{ tasks }: FinishProgress,
	phase: FinishState['phase'],
): Array<[id: string, state: FinishState]> =>
	Object.entries(tasks).filter(([, state]) => state.phase === phase);
