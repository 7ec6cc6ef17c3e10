import { worstOf } from '../../../../../../nodes/OtcDrs/resources/migration/checkCutOver/recordedLag.ts';

const MINUTE = 60_000;
const NOW = 1_000 * MINUTE;

/** Delays in milliseconds, one per minute, the newest so many minutes old. */
const points = (delays: readonly number[], age: number, step = 1) =>
	delays.map((value, index) => ({
		time: NOW - (age + (delays.length - 1 - index) * step) * MINUTE,
		value,
	}));

const quiet = (count: number): number[] => Array.from({ length: count }, () => 0);

describe('the lag that Cloud Eye has recorded', () => {
	it('is the largest of the minutes before the newest value, which may be 10 minutes old', () => {
		const delays = [9_000_000, ...quiet(10), 1_500, ...quiet(20)];
		expect(worstOf(points(delays, 10), 30, NOW)).toEqual({ ok: true, worst: 1.5 });
		expect(worstOf(points(delays, 0), 31, NOW)).toEqual({ ok: true, worst: 9_000 });
	});

	it('is unknown without values, or when the newest one is too old', () => {
		const why = 'Cloud Eye has no data of the last 10 minutes. The lag was checked instead.';
		expect(worstOf([], 30, NOW)).toEqual({ ok: false, why });
		expect(worstOf(points(quiet(60), 11), 30, NOW)).toEqual({ ok: false, why });
	});

	it('is unknown when values are missing, but one may be', () => {
		const all = points(quiet(31), 5);
		const without = (...gone: number[]) => all.filter((_, index) => !gone.includes(index));
		expect(worstOf(without(12), 30, NOW).ok).toBe(true);
		const why = 'Cloud Eye lacks data of the last 30 minutes. The lag was checked instead.';
		expect(worstOf(without(12, 13), 30, NOW)).toEqual({ ok: false, why });
		expect(worstOf(without(0, 1, 2), 30, NOW)).toEqual({ ok: false, why });
	});

	it('is read every five minutes for a time of more than three hours', () => {
		expect(worstOf(points(quiet(49), 5, 5), 240, NOW)).toEqual({ ok: true, worst: 0 });
		expect(worstOf(points(quiet(49), 5, 5), 180, NOW).ok).toBe(false);
	});
});
