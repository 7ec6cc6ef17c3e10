import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { readTaskIds } from '../shared/fields/task';
import type { Failure } from '../shared/failures/failure';
import { ParameterReader } from '../shared/n8n/ParameterReader';
import { catchFailure } from '../shared/n8n/readEach';
import { stateOf, type ItemState, type Memory } from './state';

/** An input item, the tasks that it names, and what is remembered of them. */
export interface WaitItem {
	item: INodeExecutionData;
	index: number;
	ids: readonly string[];
	state: ItemState;
}

/** An input item that cannot be waited for. */
export interface RejectedItem {
	item: INodeExecutionData;
	index: number;
	failure: Failure;
}

export type Entry = WaitItem | RejectedItem;

/** @returns whether an item can be waited for. */
export const isWaitItem = (entry: Entry): entry is WaitItem => 'state' in entry;

/**
 * Reads which tasks the items name.
 *
 * @param context the running node
 * @param memory what the node remembers; a wait that is new is noted
 * @param now the time in ms since 1970
 * @returns one entry an item, in input order
 */
export function readEntries(context: IExecuteFunctions, memory: Memory, now: number): Entry[] {
	const reader = new ParameterReader(context);
	return context.getInputData().map((item, index) => {
		const ids = catchFailure(() => readTaskIds(reader, index));
		return ids.ok
			? { item, index, ids: ids.value, state: stateOf(memory, ids.value, now) }
			: { item, index, failure: ids.failure };
	});
}
