import fc from 'fast-check';

export const limit = fc.oneof(
	{ weight: 8, arbitrary: fc.integer({ min: 1, max: 20 }) },
	{ weight: 1, arbitrary: fc.constantFrom(0, -3, 0.5, 2.7, Number.NaN, 1_000) },
);

/** @returns what a limit amounts to: at least one, and whole. */
export const atLeastOne = (value: number): number => (value >= 1 ? Math.floor(value) : 1);
