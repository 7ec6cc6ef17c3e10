import { success } from '../../../../../nodes/shared/failures/failure.ts';
import { readerFor, type Parameters } from './form.mts';

describe('many items', () => {
	it('resolve a parameter without an expression once, another one once for an item', () => {
		const { reader, reads } = readerFor(
			{ force: true, name: (item: number) => `task-${item}`, limit: 5, reason: 'x' },
			{ itemCount: 20 },
		);
		const names = Array.from({ length: 20 }, (_, item) => {
			reader.flag('force', item);
			reader.text('name', item);
			reader.number('limit', item);
			return reader.text('name', item);
		});
		expect(names).toEqual(names.map((_, item) => success(`task-${item}`)));
		expect([reads.get('force'), reads.get('limit'), reads.get('name')]).toEqual([1, 1, 20]);
	});

	it('give each its own value, whatever the order', () => {
		const { reader } = readerFor({ name: (item: number) => `task-${item}` }, { itemCount: 2 });
		expect([0, 1, 1, 0].map((item) => reader.text('name', item))).toEqual(
			[0, 1, 1, 0].map((item) => success(`task-${item}`)),
		);
	});

	it('resolve a constant once although what it means differs', () => {
		const { reader, reads } = readerFor(
			{ operation: (item: number) => ['run', 'stop'][item % 2], name: 'x' },
			{ itemCount: 10 },
		);
		for (let item = 0; item < 10; item++) expect(reader.text('name', item)).toEqual(success('x'));
		expect([reads.get('operation'), reads.get('name')]).toEqual([10, 1]);
	});
});

describe('a setting of the whole run', () => {
	const same = (parameters: Parameters, path: string, itemCount = 3) => {
		const { reader, reads } = readerFor(parameters, { itemCount });
		const outcome = reader.same([path]);
		return { outcome: outcome.ok ? outcome.value : outcome.failure, reads };
	};
	const numberOf = (parameters: Parameters, path = 'options.batchSize') => {
		const { outcome } = same(parameters, path);
		return 'number' in outcome ? outcome.number(path) : outcome.message;
	};

	it.each([
		['a constant', { options: { batchSize: 20 } }, 20],
		['the default', { options: {} }, 10],
		['nothing', {}, 10],
		['an expression', { options: { batchSize: () => '20' } }, 20],
		['a whole collection', { options: () => ({ batchSize: 20 }) }, 20],
		[
			'the default, written out',
			{ options: { batchSize: (item: number) => [10, '', null][item] } },
			10,
		],
	])('is %s', (_name, parameters, value) => {
		expect(numberOf(parameters)).toBe(value);
	});

	it.each([
		[
			{ options: { batchSize: (item: number) => [20, 20, 30][item] } },
			'20 for item 0, 30 for item 2',
		],
		[{ options: (item: number) => ({ batchSize: item + 1 }) }, '1 for item 0, 2 for item 1'],
	])('is refused when it differs', (parameters, values) => {
		expect(numberOf(parameters)).toBe(`Options → Batch Size: differs between the items: ${values}`);
	});

	it('is refused when it is wrong', () => {
		expect(numberOf({ options: { batchSize: 1000 } })).toBe(
			'Options → Batch Size: 1000 is too large',
		);
	});

	it('may be a field of the node', () => {
		expect(numberOf({ limit: (item: number) => [5, '5', 5.0][item] }, 'limit')).toBe(5);
		expect(numberOf({ limit: (item: number) => item + 1 }, 'limit')).toBe(
			'Limit: differs between the items: 1 for item 0, 2 for item 1',
		);
	});

	it('does not resolve what stands beside it', () => {
		const { reads } = same(
			{ options: { batchSize: 5, note: (item: number) => `${item}` } },
			'options.batchSize',
			100,
		);
		expect(Object.fromEntries(reads)).toEqual({ 'options.batchSize': 1 });
	});

	it('leaves out the items that have failed', () => {
		const { reader } = readerFor({ limit: (item: number) => [0, 5, 5][item] }, { itemCount: 3 });
		const outcome = reader.same(['limit'], [1, 2]);
		expect(outcome.ok && outcome.value.number('limit')).toBe(5);
	});
});
