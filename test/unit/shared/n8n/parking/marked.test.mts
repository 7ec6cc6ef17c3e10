import {
	markedItem,
	markItems,
	unmarkItems,
} from '../../../../../nodes/shared/n8n/parking/marked.ts';

const ITEMS = [
	{ json: { id: 'a', error: 'mine' }, binary: {} },
	{ json: { id: 'b' }, pairedItem: { item: 4 } },
];

describe('marked items', () => {
	it('hold the items in the place of which they are stored', () => {
		const marked = markItems(ITEMS);
		for (const { json } of marked) expect(Object.keys(json)).toEqual(['error']);
		expect(unmarkItems(marked)).toEqual([
			{ ...ITEMS[0], pairedItem: { item: 0 } },
			{ ...ITEMS[1], pairedItem: { item: 1 } },
		]);
	});

	it('leave items alone that are not marked', () => {
		expect(unmarkItems(ITEMS)).toEqual(ITEMS);
		expect(unmarkItems([markedItem(0)])).toEqual([markedItem(0)]);
	});
});
