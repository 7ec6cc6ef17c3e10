import type { INodeExecutionData } from 'n8n-workflow';
import { isObject } from '../../shared/values/isObject';

/** So many items are a size that a model can handle. */
export const MOST_ITEMS = 50;

/** @returns whether a model has to see the item: it failed, or what was waited for did not come. */
const matters = ({ json: { error, outcome } }: INodeExecutionData): boolean =>
	isObject(error) || (typeof outcome === 'string' && outcome !== 'reached');

/**
 * @param items of the output
 * @returns those that an AI agent gets: of a long list the first ones, failed ones before all others, and at the end an
 * item that says how many were left out
 */
export function itemsForModel(items: INodeExecutionData[]): INodeExecutionData[] {
	if (items.length <= MOST_ITEMS) return items;
	const kept = new Set([...items.filter(matters), ...items].slice(0, MOST_ITEMS));
	const leftOut = items.filter((item) => !kept.has(item));
	const json = {
		items_left_out: leftOut.length,
		next_step: 'Ask for fewer items, by a filter, a limit or fewer tasks, to see the others.',
	};
	const pairedItem = leftOut
		.flatMap((item) => item.pairedItem ?? [])
		.map((paired) => (typeof paired === 'number' ? { item: paired } : paired));
	return [...items.filter((item) => kept.has(item)), { json, pairedItem }];
}
