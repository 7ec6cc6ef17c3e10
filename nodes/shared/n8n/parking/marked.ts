import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/** The values that a mark has taken the place of, by the index of the item. */
export type Overwritten = Record<number, IDataObject>;

const MARK = {
	outcome: 'interrupted',
	reason:
		'n8n was ended while the node was at work, or the sub-execution in which it waits was stopped.',
	next_step:
		'Run the node again: it reads what the service has done so far, and goes on from there.',
} as const;

const KEYS = Object.keys(MARK);

/** @returns an item that only comes out when a turn has not come to its end. */
export const markedItem = (item: number): INodeExecutionData => ({
	json: { ...MARK },
	pairedItem: { item },
});

/** @returns marked copies of items, in the place of which they are stored */
export const markItems = (items: readonly INodeExecutionData[]): INodeExecutionData[] =>
	items.map((item, index) => ({
		...item,
		json: { ...item.json, ...MARK },
		pairedItem: { item: index },
	}));

/** @returns what marking these items overwrites. */
export function overwrittenIn(items: readonly INodeExecutionData[]): Overwritten {
	const found: Overwritten = {};
	for (const [index, { json }] of items.entries()) {
		const keys = KEYS.filter((key) => Object.hasOwn(json, key));
		if (keys.length > 0) found[index] = Object.fromEntries(keys.map((key) => [key, json[key]]));
	}
	return found;
}

const isMarked = ({ json }: INodeExecutionData): boolean =>
	KEYS.every((key) => json[key] === MARK[key as keyof typeof MARK]);

/** @returns the items as they were before they were marked; those that are not marked stay as they are. */
export const unmarkItems = (
	items: readonly INodeExecutionData[],
	overwritten: Overwritten,
): INodeExecutionData[] =>
	items.map((item, index) => {
		if (!isMarked(item)) return item;
		const rest = Object.entries(item.json).filter(([key]) => !KEYS.includes(key));
		return { ...item, json: { ...Object.fromEntries(rest), ...overwritten[index] } };
	});
