import fc from 'fast-check';
import { mapConcurrently } from '../../nodes/shared/batch/concurrency.ts';
import { fixed } from './support/settings.mts';
import { limit, atLeastOne } from './support/limit.mts';

describe('mapConcurrently, for any values and limit', () => {
	it('runs each value once, keeps the order and the limit', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.scheduler(),
				fc.array(fc.nat()),
				limit,
				async (scheduler, values, most) => {
					const seen: number[] = [];
					let running = 0;
					let highest = 0;
					const work = mapConcurrently(values, most, async (value, index) => {
						seen.push(index);
						highest = Math.max(highest, ++running);
						await scheduler.schedule(Promise.resolve());
						running--;
						return `${index}:${value}`;
					});
					const results = await scheduler.waitFor(work);
					expect(results).toEqual(values.map((value, index) => `${index}:${value}`));
					expect(seen).toEqual(values.map((_, index) => index));
					expect(highest).toBeLessThanOrEqual(atLeastOne(most));
				},
			),
			fixed(150),
		);
	});
});
