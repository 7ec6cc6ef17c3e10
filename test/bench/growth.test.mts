import { growthExponent, knee, steepest } from '../../bench/growth/fit.mts';

const points = (cost: (items: number) => number) =>
	[100, 1000, 10_000, 100_000].map((items) => ({ items, cost: cost(items) }));

describe('how the time grows', () => {
	it.each([
		['linear', (items: number) => 0.2 * items, 1],
		['quadratic', (items: number) => 0.001 * items ** 2, 2],
		['constant', () => 5, 0],
	])('%s', (_name, cost, exponent) => {
		expect(growthExponent(points(cost))).toBeCloseTo(exponent, 10);
	});

	it('a fixed cost makes the exponent smaller than 1, and is no knee', () => {
		const withFixedCost = points((items) => 50 + 0.2 * items);
		expect(growthExponent(withFixedCost)).toBeLessThan(1);
		expect(knee(withFixedCost)).toBeUndefined();
	});

	it('the steepest step is found where the whole looks linear', () => {
		const bent = points((items) => items * (items > 10_000 ? 3 : 1));
		expect(growthExponent(bent)).toBeLessThan(1.2);
		expect(steepest(bent)).toBeCloseTo(Math.log10(30), 10);
		expect(steepest([...bent].reverse())).toBeCloseTo(Math.log10(30), 10);
	});

	it('the knee is where an item costs half as much again as before', () => {
		expect(knee(points((items) => 0.2 * items * (items > 10_000 ? 1.4 : 1)))).toBeUndefined();
		expect(knee(points((items) => 0.2 * items * (items > 1000 ? 1.6 : 1)))).toBe(10_000);
		expect(knee([...points((items) => items ** 2)].reverse())).toBe(1000);
	});
});
