import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { errorJson } from '../shared/items/results';
import { compact } from '../shared/items/compact';
import type { CheckResult } from './check';
import type { Ending, WaitState } from './state';

/** An input item, and the tasks that it names. */
export interface WaitItem {
	item: INodeExecutionData;
	index: number;
	ids: readonly string[];
}

/** The outputs of the node, in their order. */
export const OUTPUTS = ['checkAgain', 'reached', 'failed', 'timedOut'] as const;

const OUTPUT_OF: Record<Ending, number> = { reached: 1, failed: 2, timedOut: 3 };

const SECOND = 1_000;

/** The same item on its way to another check keeps its data, and gets no new ones: the loop stays small. */
const again = ({ item, index }: WaitItem): INodeExecutionData => ({
	...item,
	pairedItem: { item: index },
});

function leaving(
	{ item, index }: WaitItem,
	id: string,
	state: WaitState,
	{ failures, problem }: CheckResult,
	now: number,
): INodeExecutionData {
	const { since, status, ending } = state.tasks[id];
	const failure = failures.get(id) ?? (ending === 'timedOut' ? problem : undefined);
	const json: IDataObject = compact({
		...item.json,
		id,
		status,
		waited_seconds: Math.round((now - since) / SECOND),
		error: failure ? errorJson(failure) : undefined,
	}) as IDataObject;
	return { json, pairedItem: { item: index } };
}

/**
 * Sorts tasks by what became of their wait. Every task leaves once; an item goes on to another check as long as one of its
 * tasks is waited for.
 *
 * @param items the input
 * @param state what is remembered; it is noted who left
 * @param result what the last check found out
 * @param options the present time in ms since 1970, and whether all leave together
 * @returns the items of the four outputs
 */
export function sortOutputs(
	items: readonly WaitItem[],
	state: WaitState,
	result: CheckResult,
	{ now, together }: { now: number; together: boolean },
): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = OUTPUTS.map(() => []);
	const isOpen = (id: string): boolean => state.tasks[id].ending === undefined;
	const keepsBack = together && items.some(({ ids }) => ids.some(isOpen));
	const left = new Set<string>();
	for (const waiting of items) {
		if (keepsBack || waiting.ids.some(isOpen)) outputs[0].push(again(waiting));
		if (keepsBack) continue;
		for (const id of waiting.ids) {
			const { ending, left: hasLeft } = state.tasks[id];
			if (ending === undefined || hasLeft) continue;
			outputs[OUTPUT_OF[ending]].push(leaving(waiting, id, state, result, now));
			left.add(id);
		}
	}
	for (const id of left) state.tasks[id].left = true;
	return outputs;
}
