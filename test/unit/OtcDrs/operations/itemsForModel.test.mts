import { itemsForModel, MOST_ITEMS } from '../../../../nodes/OtcDrs/operations/itemsForModel.ts';

const items = (count: number, last: object) =>
	Array.from({ length: count }, (_, index) => ({
		json: { id: index, error: null, ...(index === count - 1 ? last : {}) },
	}));

describe('itemsForModel', () => {
	it('keeps a failed item of a long list, and takes an empty column "error" for none', () => {
		const kept = itemsForModel(items(MOST_ITEMS + 20, { error: { message: 'refused' } }));
		expect(kept).toHaveLength(MOST_ITEMS + 1);
		expect(kept.at(-2)!.json).toMatchObject({ id: MOST_ITEMS + 19 });
		expect(kept.at(-1)!.json).toMatchObject({ items_left_out: 20 });
	});
});
