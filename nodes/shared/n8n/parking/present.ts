import type { INode, INodeExecutionData } from 'n8n-workflow';
import { withoutUndefined } from '../../values/withoutUndefined';
import { toItems, type ItemResult } from '../results';
import type { AnyWork, Waiter } from './work';

/** Who the results of a work are for. */
export interface Receiver {
	node: INode;
	/** The items that came into the node. */
	items: readonly INodeExecutionData[];
	/** Whether the node continues with failed items. */
	continues: boolean;
}

/**
 * Puts the first result of every item at the place of the item, and further ones behind all of them: when a parked node goes
 * on, n8n links its output to its items by their places, whatever `pairedItem` says. So no item is linked to a wrong one.
 */
function inPlace(results: readonly ItemResult[]): ItemResult[] {
	const seen = new Set<number>();
	const first: ItemResult[] = [];
	const further: ItemResult[] = [];
	for (const result of results) {
		(seen.has(result.item) ? further : first).push(result);
		seen.add(result.item);
	}
	return [...first, ...further];
}

/**
 * Turns the results of a work into the output of the node that began it, each paired with its item.
 *
 * @param receiver the node and its items
 * @param work whether the results are added to the items and their files, or take their place
 * @param results what became of the items
 * @throws NodeApiError or NodeOperationError for the first failed item when the node is set to stop
 */
export function present(
	{ node, items, continues }: Receiver,
	{ keepsItems }: Pick<AnyWork<Waiter>, 'keepsItems'>,
	results: readonly ItemResult[],
): INodeExecutionData[] {
	const placed = inPlace(results);
	const output = toItems(
		{ node, count: items.length, continues },
		placed.map(({ outcome }) => outcome),
		placed.map(({ item }) => item),
	);
	if (!keepsItems) return output;
	return output.map((result) => {
		const { item } = result.pairedItem as { item: number };
		const { json = {}, binary } = items[item] ?? {};
		if (result.json.error !== undefined) return result;
		return withoutUndefined({
			...result,
			json: withoutUndefined({ ...json, ...result.json }),
			binary,
		});
	});
}
