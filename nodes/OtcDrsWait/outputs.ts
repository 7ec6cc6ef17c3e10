import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { errorJson } from '../shared/n8n/results';
import { withoutUndefined } from '../shared/values/withoutUndefined';
import type { Failure } from '../shared/failures/failure';
import { isWaitItem, type Entry, type WaitItem } from './items';
import type { Ending } from './state';

/** The outputs of the node, in their order. */
export const OUTPUTS = ['checkAgain', 'reached', 'failed', 'timedOut'] as const;

const OUTPUT_OF: Record<Ending, number> = { reached: 1, failed: 2, timedOut: 3 };

const SECOND = 1_000;

/** The outputs of a check, without those who wait on; these are `again`. */
export interface Sorted {
	outputs: INodeExecutionData[][];
	again: Entry[];
}

/** @returns the item on its way to another check: it gets no new data, so that the loop stays small. */
export const checkAgain = ({ item, index }: Entry): INodeExecutionData => ({
	...item,
	pairedItem: { item: index },
});

/** @returns an item with what became of it, paired with the item that it came from; an `error` of an earlier wait goes. */
function leaving(
	{ item, index }: Entry,
	result: IDataObject,
	failure?: Failure,
): INodeExecutionData {
	const error = failure ? errorJson(failure) : undefined;
	return withoutUndefined({
		json: withoutUndefined({ ...item.json, ...withoutUndefined(result), error }) as IDataObject,
		binary: item.binary,
		pairedItem: { item: index },
	});
}

function ended(entry: WaitItem, id: string, now: number): INodeExecutionData {
	const { since, tasks } = entry.state;
	const { status, failure } = tasks[id];
	const result = { id, status, waited_seconds: Math.round((now - since) / SECOND) };
	return leaving(entry, result, failure);
}

const isOpen = (entry: Entry): boolean =>
	isWaitItem(entry) && entry.ids.some((id) => entry.state.tasks[id].ending === undefined);

/**
 * Sorts tasks by what became of their wait. Every task of an item leaves once; an item goes on to another check as long as
 * one of its tasks is waited for.
 *
 * @param entries the items, after a check; it is noted which tasks left
 * @param options the present time in ms since 1970, and whether all leave together
 */
export function sortOutputs(
	entries: readonly Entry[],
	{ now, together }: { now: number; together: boolean },
): Sorted {
	const outputs: INodeExecutionData[][] = OUTPUTS.map(() => []);
	if (together && entries.some(isOpen)) return { outputs, again: [...entries] };
	for (const entry of entries) {
		if (!isWaitItem(entry)) {
			outputs[OUTPUT_OF.failed].push(leaving(entry, {}, entry.failure));
			continue;
		}
		for (const id of entry.ids) {
			const { ending, left } = entry.state.tasks[id];
			if (ending !== undefined && left !== true) {
				outputs[OUTPUT_OF[ending]].push(ended(entry, id, now));
			}
		}
	}
	for (const { ids, state } of entries.filter(isWaitItem)) {
		for (const id of ids) {
			if (state.tasks[id].ending !== undefined) state.tasks[id].left = true;
		}
	}
	return { outputs, again: entries.filter(isOpen) };
}

/** @returns the outputs when nothing can be waited for: all items fail, for one reason. */
export function allFailed(
	items: readonly INodeExecutionData[],
	failure: Failure,
): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = OUTPUTS.map(() => []);
	outputs[OUTPUT_OF.failed] = items.map((item, index) =>
		leaving({ item, index, failure }, {}, failure),
	);
	return outputs;
}
