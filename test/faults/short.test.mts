import { runCase } from './campaign.mts';
import { CASES, HELD, isRefused, SKEWED } from './cases.mts';
import { ZEROS } from './figures.mts';
import { expectSound } from './sound.mts';

/** The short form of the campaign, for every test run; the long one is `npm run test:faults`. */
const SHORT = [...CASES, HELD[1]];

describe.each(SHORT.map((one) => [one.name, one] as const))('under %s', (_name, one) => {
	it('nothing is duplicated, lost or mixed up', async () => {
		const figures = await runCase('create', one, 400, 7);
		expectSound(figures);
		if (one.faults.length > 0) expect(figures.faults).toBeGreaterThan(1);
	});
});

describe.each(SKEWED.map((one) => [one.name, one] as const))('%s', (_name, one) => {
	it('no task of before is taken for the new one, and nothing is lost', async () => {
		const figures = await runCase('create', one, 400, 7);
		expect(figures).toMatchObject(ZEROS);
		expect(figures.succeeded).toBe(isRefused(one) ? 0 : 400);
		if (isRefused(one)) expect(figures.firstFailure).toMatch(/clock/i);
	});
});

describe('whole runs under all faults at once', () => {
	it('start every task once', async () => {
		const figures = await runCase('run', CASES.at(-1)!, 120, 7);
		expect(figures).toMatchObject(ZEROS);
		expect(figures.succeeded).toBeGreaterThan(60);
		expect(figures.faults).toBeGreaterThan(3);
	});
});
