import type { INode, INodeExecutionData } from 'n8n-workflow';
import { withoutUndefined } from '../../values/withoutUndefined';
import { toItems } from '../results';
import type { ItemResult } from './work';

/** For whom the results of a work are. */
export interface Receiver {
	node: INode;
	/** The items that came into the node. */
	items: readonly INodeExecutionData[];
	/** Whether the node goes on with failed items. */
	continues: boolean;
}

/**
 * Turns the results of a work into the output of the node that began it, each paired with its item.
 *
 * @param receiver the node and its items
 * @param keepsItems whether the results are added to the items and their files, or take their place
 * @param results what became of the items
 * @throws NodeApiError or NodeOperationError for the first failed item when the node is set to stop
 */
export function present(
	{ node, items, continues }: Receiver,
	keepsItems: boolean,
	results: readonly ItemResult[],
): INodeExecutionData[] {
	const output = toItems(
		{ node, count: items.length, continues },
		results.map(({ outcome }) => outcome),
		results.map(({ item }) => item),
	);
	if (!keepsItems) return output;
	return output.map((result) => {
		const { item } = result.pairedItem as { item: number };
		const { json = {}, binary } = items[item] ?? {};
		if (result.json.error !== undefined) return result;
		return withoutUndefined({ ...result, json: { ...json, ...result.json }, binary });
	});
}
