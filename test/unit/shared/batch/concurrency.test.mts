import { limiter, mapConcurrently } from '../../../../nodes/shared/batch/concurrency.ts';

const later = async () => await new Promise<void>((resolve) => setImmediate(resolve));

describe('limiter', () => {
	it.each([1, 3, 0, NaN, 2.9])('with %p lets as many through, in their order', async (limit) => {
		const pass = limiter(() => limit);
		const begun: number[] = [];
		let running = 0;
		let most = 0;
		const results = await Promise.all(
			Array.from(
				{ length: 20 },
				async (_, index) =>
					await pass(async () => {
						begun.push(index);
						most = Math.max(most, ++running);
						await later();
						running--;
						return index;
					}),
			),
		);
		const order = Array.from({ length: 20 }, (_, index) => index);
		expect([begun, results]).toEqual([order, order]);
		expect(most).toBe(Math.max(1, Math.floor(limit) || 1));
	});

	it('goes on after what throws, and hands the error on', async () => {
		const pass = limiter(() => 1);
		const first = pass(async () => {
			await later();
			throw new Error('broken');
		});
		const second = pass(async () => 'done');
		await expect(first).rejects.toThrow('broken');
		await expect(second).resolves.toBe('done');
	});

	it('does not let a late comer past those who wait', async () => {
		const pass = limiter(() => 1);
		const order: string[] = [];
		const first = pass(async () => void order.push('first'));
		const second = pass(async () => void order.push('second'));
		await first;
		const third = pass(async () => void order.push('third'));
		await Promise.all([second, third]);
		expect(order).toEqual(['first', 'second', 'third']);
	});
});

describe('limiter with a limit that changes', () => {
	it('lets nothing in while more run than it allows now, and as many as it allows then', async () => {
		let limit = 4;
		const pass = limiter(() => limit);
		const ends: Array<() => void> = [];
		const all = Array.from(
			{ length: 12 },
			async () => await pass(async () => await new Promise<void>((end) => ends.push(end))),
		);
		const running = async () => {
			await later();
			return ends.length;
		};
		expect(await running()).toBe(4);
		limit = 1;
		ends.splice(0, 3).forEach((end) => end());
		expect(await running()).toBe(1);
		limit = 5;
		ends.splice(0, 1).forEach((end) => end());
		expect(await running()).toBe(5);
		limit = 100;
		ends.splice(0).forEach((end) => end());
		expect(await running()).toBe(3);
		ends.forEach((end) => end());
		await Promise.all(all);
	});
});

describe('mapConcurrently', () => {
	it('keeps the order and never runs more than the limit', async () => {
		let running = 0;
		let most = 0;
		const results = await mapConcurrently([5, 1, 3, 2, 4], 2, async (value) => {
			most = Math.max(most, ++running);
			await Promise.resolve();
			running--;
			return value * 2;
		});
		expect(results).toEqual([10, 2, 6, 4, 8]);
		expect(most).toBe(2);
	});

	it('works with nothing to do and with a senseless limit', async () => {
		expect(await mapConcurrently([], 4, async () => 1)).toEqual([]);
		expect(await mapConcurrently([1], Number.NaN, async (value) => value)).toEqual([1]);
	});
});
