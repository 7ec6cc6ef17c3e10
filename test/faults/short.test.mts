import { CASES, isRefused, runCase, SKEWED } from './campaign.mts';

/** The short form of the campaign, for every test run; the long one is `npm run test:faults`. */
describe.each(CASES.map((one) => [one.name, one] as const))('under %s', (_name, one) => {
	it('nothing is duplicated, lost or mixed up', async () => {
		const figures = await runCase('create', one, 400, 7);
		expect(figures).toMatchObject({ duplicates: 0, lost: 0, wrong: 0, orphans: 0 });
		expect(figures.logins).toBeLessThanOrEqual(one.faults.includes('deadToken') ? 10 : 1);
	});
});

describe.each(SKEWED.map((one) => [one.name, one] as const))('%s', (_name, one) => {
	it('no task of before is taken for the new one, and nothing is lost', async () => {
		const figures = await runCase('create', one, 400, 7);
		expect(figures).toMatchObject({ duplicates: 0, lost: 0, wrong: 0, orphans: 0 });
		expect(figures.succeeded).toBe(isRefused(one) ? 0 : 400);
		if (isRefused(one)) expect(figures.firstFailure).toMatch(/clock/i);
	});
});

describe('whole runs under all faults at once', () => {
	it('start every task once', async () => {
		const figures = await runCase('run', CASES.at(-1)!, 40, 7);
		expect(figures).toMatchObject({ duplicates: 0, lost: 0, wrong: 0, startedTwice: 0 });
		expect(figures.succeeded).toBeGreaterThan(30);
	});
});
