import type { IExecuteFunctions } from 'n8n-workflow';

/** How the wait for a task ended. */
export type Ending = 'reached' | 'failed' | 'timedOut';

/** What is remembered of a task that is waited for. */
export interface TaskState {
	/** When the wait began, in ms since 1970. */
	since: number;
	/** Set when the wait has ended; the task may still be kept back until the others have, too. */
	ending?: Ending;
	/** The status in which it ended. */
	status?: string;
	/** Whether it has left the node. */
	left?: boolean;
}

/** What the node remembers from check to check; n8n stores it with the execution, also while that waits. */
export interface WaitState {
	turns: number;
	tasks: Record<string, TaskState>;
}

/** @returns the node's memory in this execution, which may be changed in place. */
export function readState(context: IExecuteFunctions): WaitState {
	const memory = context.getContext('node') as Partial<WaitState>;
	memory.turns ??= 0;
	memory.tasks ??= {};
	return memory as WaitState;
}

/** Forgets everything, so that the same tasks can be waited for anew later in the execution. */
export function clearState(state: WaitState): void {
	state.turns = 0;
	state.tasks = {};
}
