import {
	afterAnswer,
	afterRefusal,
	FIRST_PACE,
	MAX_WIDTH,
	type Pace,
} from '../../../../nodes/shared/http/pace.ts';

const answered = (pace: Pace, times: number): Pace =>
	Array.from({ length: times }).reduce<Pace>(afterAnswer, pace);

it('begins with more calls than a thousand tasks need', () => {
	expect(FIRST_PACE).toEqual({ width: 50, refusals: 0 });
});

it('doubles with each round until the first refusal, up to the most', () => {
	expect(answered(FIRST_PACE, 8).width).toBe(58);
	expect(answered(FIRST_PACE, 50).width).toBe(MAX_WIDTH);
	expect(answered(FIRST_PACE, 1_000).width).toBe(MAX_WIDTH);
});

it('halves at a refusal, and grows by about one a round from then on', () => {
	const halved = afterRefusal(FIRST_PACE, FIRST_PACE);
	expect(halved).toEqual({ width: 25, refusals: 1 });
	const { width } = answered(halved, 25);
	expect(width).toBeGreaterThan(25.9);
	expect(width).toBeLessThanOrEqual(26);
});

it('halves once for calls that were sent together', () => {
	const once = afterRefusal(FIRST_PACE, FIRST_PACE);
	expect(afterRefusal(once, FIRST_PACE)).toBe(once);
	expect(afterRefusal(once, once)).toEqual({ width: 12.5, refusals: 2 });
});

it('never falls below one call', () => {
	let pace = FIRST_PACE;
	for (let round = 0; round < 20; round++) pace = afterRefusal(pace, pace);
	expect(pace.width).toBe(1);
	expect(afterAnswer(pace).width).toBe(2);
});
