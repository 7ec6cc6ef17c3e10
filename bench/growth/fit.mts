/** What so many items took. */
export interface Point {
	items: number;
	/** In any unit of time. */
	cost: number;
}

/**
 * Fits cost = a · items^exponent, by least squares over the logarithms.
 *
 * @param points at least two, with different numbers of items
 * @returns the exponent: 1 is linear growth, 2 quadratic, below 1 means that a fixed cost is spread over more items
 */
export function growthExponent(points: readonly Point[]): number {
	const xs = points.map(({ items }) => Math.log(items));
	const ys = points.map(({ cost }) => Math.log(cost));
	const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
	const [x0, y0] = [mean(xs), mean(ys)];
	const covariance = mean(xs.map((x, index) => (x - x0) * (ys[index] - y0)));
	return covariance / mean(xs.map((x) => (x - x0) ** 2));
}

/**
 * @param points at least two, with different numbers of items
 * @returns the exponent of the steepest step from one point to the next, in the order of their items
 */
export function steepest(points: readonly Point[]): number {
	const sorted = [...points].sort((a, b) => a.items - b.items);
	const steps = sorted.slice(1).map((point, at) => growthExponent([sorted[at], point]));
	return Math.max(...steps);
}

/** An item costs so many times what it costs at best: that is the knee. */
const DEARER = 1.5;

/** @returns from how many items on an item costs half as much again as at any smaller number; undefined if that never happens. */
export function knee(points: readonly Point[]): number | undefined {
	let best = Infinity;
	for (const { items, cost } of [...points].sort((a, b) => a.items - b.items)) {
		if (cost / items > best * DEARER) return items;
		best = Math.min(best, cost / items);
	}
	return undefined;
}
