import fc from 'fast-check';
import { backoffMilliseconds, retryAfterSeconds } from '../../nodes/shared/http/backoff.ts';
import { fixed } from './support/settings.mts';
import { chance } from './support/retryTrials.mts';

describe('the pause before another attempt', () => {
	it('is never negative and never above the ceiling', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 5_000 }),
				fc.integer({ min: 0, max: 600 }),
				fc.option(fc.double({ min: 0, noNaN: true }), { nil: undefined }),
				chance,
				(attempt, maxWaitSeconds, asked, random) => {
					const pause = backoffMilliseconds(attempt, {
						maxWaitSeconds,
						retryAfter: asked,
						random: () => random,
					});
					const most = maxWaitSeconds * 1_000;
					expect(pause).toBeGreaterThanOrEqual(Math.min(Math.round((asked ?? 0) * 1_000), most));
					expect(pause).toBeLessThanOrEqual(most);
				},
			),
			fixed(1_000),
		);
	});

	it('is read from any header without a negative or senseless number', () => {
		const header = fc.oneof(
			fc.string(),
			fc.integer().map(String),
			fc.date().map((date) => date.toUTCString()),
		);
		fc.assert(
			fc.property(header, fc.nat(), (value, now) => {
				const seconds = retryAfterSeconds(value, now);
				expect(seconds === undefined || seconds >= 0).toBe(true);
			}),
			fixed(1_000),
		);
	});
});
