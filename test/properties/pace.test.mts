import fc from 'fast-check';
import { limiter } from '../../nodes/shared/batch/concurrency.ts';
import {
	afterAnswer,
	afterRefusal,
	FIRST_PACE,
	MAX_WIDTH,
	type Pace,
} from '../../nodes/shared/http/pace.ts';
import { fixed } from './support/settings.mts';

/** What happens to the calls of a run: an answer, or a refusal of a call that was sent at some step before. */
const endings = fc.array(
	fc.oneof(
		fc.constant<{ age?: number }>({}),
		fc.record({ age: fc.nat(50) }) as fc.Arbitrary<{ age?: number }>,
	),
	{ maxLength: 100 },
);

describe('the pace, whatever the service answers', () => {
	it('stays between one call and the most, and no refusal makes it faster, no answer slower', () => {
		fc.assert(
			fc.property(endings, (steps) => {
				const history: Pace[] = [FIRST_PACE];
				for (const { age } of steps) {
					const pace = history[history.length - 1];
					const begun = history[Math.max(0, history.length - 1 - (age ?? 0))];
					const next = age === undefined ? afterAnswer(pace) : afterRefusal(pace, begun);
					expect(next.width).toBeGreaterThanOrEqual(1);
					expect(next.width).toBeLessThanOrEqual(MAX_WIDTH);
					const isSlower = next.width < pace.width;
					const isFaster = next.width > pace.width;
					expect(age === undefined ? isSlower : isFaster).toBe(false);
					if (isSlower) expect(begun.refusals).toBe(pace.refusals);
					history.push(next);
				}
			}),
			fixed(100),
		);
	});

	it('comes to what a service takes, whatever that is', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: MAX_WIDTH }), (taken) => {
				let pace = FIRST_PACE;
				let refused = 0;
				for (let call = 0; call < 5_000; call++) {
					const isRefused = Math.floor(pace.width) > taken;
					pace = isRefused ? afterRefusal(pace, pace) : afterAnswer(pace);
					if (isRefused) refused++;
				}
				expect(pace.width).toBeGreaterThanOrEqual(Math.floor(taken / 2));
				expect(pace.width).toBeLessThan(taken + 2);
				const callsBetween = (3 / 8) * (taken + 1) ** 2;
				expect(refused).toBeLessThan(5_000 / callsBetween + 10);
			}),
			fixed(64),
		);
	});
});

describe('the gate, whatever its limit becomes', () => {
	it('runs no more than its largest limit, and lets everything through in its order', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.integer({ min: -1, max: 12 }), { minLength: 1, maxLength: 40 }),
				fc.integer({ min: 1, max: 60 }),
				async (limits, count) => {
					let asked = 0;
					const pass = limiter(() => limits[asked++ % limits.length]);
					const begun: number[] = [];
					const excess: number[] = [];
					let running = 0;
					await Promise.all(
						Array.from(
							{ length: count },
							async (_, index) =>
								await pass(async () => {
									begun.push(index);
									excess.push(++running - Math.max(1, ...limits));
									await new Promise<void>((resolve) => setImmediate(resolve));
									running--;
								}),
						),
					);
					expect(Math.max(...excess)).toBeLessThanOrEqual(0);
					expect(begun).toEqual(Array.from({ length: count }, (_, index) => index));
				},
			),
			fixed(100),
		);
	});
});
