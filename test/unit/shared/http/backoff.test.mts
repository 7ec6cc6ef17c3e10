import { backoffMilliseconds, retryAfterSeconds } from '../../../../nodes/shared/http/backoff.ts';

describe('backoff', () => {
	const options = { maxWaitSeconds: 60, random: () => 1 };

	it('doubles the ceiling from attempt to attempt, up to the limit', () => {
		expect([1, 2, 3, 4, 10].map((attempt) => backoffMilliseconds(attempt, options))).toEqual([
			1000, 2000, 4000, 8000, 60_000,
		]);
	});

	it('spreads the pause from zero to the ceiling', () => {
		expect(backoffMilliseconds(3, { ...options, random: () => 0 })).toBe(0);
		expect(backoffMilliseconds(3, { ...options, random: () => 0.25 })).toBe(1000);
	});

	it('waits at least what the service asks for, but not longer than the user allows', () => {
		const calm = { maxWaitSeconds: 60, random: () => 0 };
		expect(backoffMilliseconds(1, { ...calm, retryAfter: 7 })).toBe(7000);
		expect(backoffMilliseconds(1, { ...calm, retryAfter: 3600 })).toBe(60_000);
	});

	it('reads Retry-After as seconds and as a date', () => {
		const now = Date.parse('2026-11-01T00:00:00Z');
		expect(retryAfterSeconds('120', now)).toBe(120);
		expect(retryAfterSeconds('Sun, 01 Nov 2026 00:00:30 GMT', now)).toBe(30);
		expect(retryAfterSeconds('Sat, 31 Oct 2026 00:00:00 GMT', now)).toBe(0);
		expect([undefined, '', 'soon'].map((value) => retryAfterSeconds(value, now))).toEqual([
			undefined,
			undefined,
			undefined,
		]);
	});
});
