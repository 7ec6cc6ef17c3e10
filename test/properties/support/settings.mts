import type { Parameters } from 'fast-check';

const SEED = 20_261_101;

/**
 * The same cases at every run, so that a failure can be repeated.
 *
 * @param numRuns how many cases
 */
export const fixed = <T,>(numRuns: number): Parameters<T> => ({ seed: SEED, numRuns });
