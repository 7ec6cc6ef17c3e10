import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

const OUTCOME = 'interrupted';

const MARK: IDataObject = {
	outcome: OUTCOME,
	message:
		'The node was interrupted while it was running, or the execution that it waits in was stopped',
	description:
		'Run it again. It reads what the service has done so far and continues from there. Nothing is created or started twice.',
};

/** @returns an item that only comes out when a turn has not come to its end; n8n takes it for a failed one. */
export const markedItem = (item: number): INodeExecutionData => ({
	json: { error: { ...MARK } },
	pairedItem: { item },
});

/** @returns marked items that are stored in the place of others, which they hold. */
export const markItems = (items: readonly INodeExecutionData[]): INodeExecutionData[] =>
	items.map((item, index) => ({
		...item,
		json: { error: { ...MARK, item: item.json } },
		pairedItem: { item: index },
	}));

/** @returns the items as they were before they were marked; those that are not marked stay as they are. */
export const unmarkItems = (items: readonly INodeExecutionData[]): INodeExecutionData[] =>
	items.map((item) => {
		const { outcome, item: own } = (item.json.error ?? {}) as IDataObject;
		const isMarked = outcome === OUTCOME && typeof own === 'object' && own !== null;
		return isMarked ? { ...item, json: own as IDataObject } : item;
	});
