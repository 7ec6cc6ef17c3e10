import { ZEROS, type Figures } from './figures.mts';

/** Expects what has to hold in every case: the zeros, and nothing but what the faults explain. */
export function expectSound(figures: Figures): void {
	expect(figures).toMatchObject(ZEROS);
	expect(figures.failed).toBeLessThanOrEqual(figures.allowedFailures);
	expect(figures.unclear).toBeLessThanOrEqual(figures.allowedUnclear);
	expect(figures.logins).toBeLessThanOrEqual(figures.allowedLogins);
	expect(figures.executions).toBeLessThanOrEqual(figures.allowedExecutions);
}
