import type { IExecuteFunctions } from 'n8n-workflow';
import type { Failure } from '../shared/failures/failure';

/** How the wait for a task ended. */
export type Ending = 'reached' | 'failed' | 'timedOut';

/** What is remembered of a task that is waited for. */
export interface TaskState {
	/** The last status that the service told. */
	status?: string;
	/** Set when the wait has ended; the task may still be kept back until the others have, too. */
	ending?: Ending;
	/** Why it failed, or why it could not be asked when the time was over. */
	failure?: Failure;
	/** Whether it has left the node, while its item waits on for other tasks. */
	left?: boolean;
}

/** What is remembered of an item that waits. */
export interface ItemState {
	/** When the wait began, in ms since 1970. */
	since: number;
	/** How many checks were made so far. */
	turns: number;
	tasks: Record<string, TaskState>;
}

/** What the node remembers from check to check, by the tasks that an item names. */
export type Memory = Record<string, ItemState>;

/** @returns the node's memory, which may be changed in place; n8n stores it with the execution, also while that waits. */
export function readMemory(context: IExecuteFunctions): Memory {
	const stored = context.getContext('node') as { waits?: Memory };
	stored.waits ??= {};
	return stored.waits;
}

const keyOf = (ids: readonly string[]): string => ids.join(',');

/**
 * @param memory what the node remembers
 * @param ids the tasks that an item names, each once
 * @param now the time in ms since 1970, at which the wait begins if it has not yet
 * @returns what is remembered of the item
 */
export function stateOf(memory: Memory, ids: readonly string[], now: number): ItemState {
	const key = keyOf(ids);
	if (!Object.hasOwn(memory, key)) {
		const tasks = Object.fromEntries(ids.map((id): [string, TaskState] => [id, {}]));
		memory[key] = { since: now, turns: 0, tasks };
	}
	return memory[key];
}

/** Forgets items, so that the same tasks can be waited for anew later in the execution. */
export function forget(memory: Memory, items: ReadonlyArray<{ ids: readonly string[] }>): void {
	for (const { ids } of items) delete memory[keyOf(ids)];
}
