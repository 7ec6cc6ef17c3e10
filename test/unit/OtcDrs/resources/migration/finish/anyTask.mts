import fc from 'fast-check';
import type { Curve, Disturbance } from './cloudModel.mts';
import { MINUTE } from './takeTurns.mts';

/** Steps of a minute: seconds of lag, or none told. */
const curve: fc.Arbitrary<Curve> = fc
	.oneof(
		fc.array(fc.option(fc.nat(30), { nil: undefined }), { minLength: 1, maxLength: 20 }),
		fc.array(fc.constantFrom(0, 0, 0, 0, 1, 7), { minLength: 1, maxLength: 20 }),
		fc.nat(12).map((length) => [...Array.from({ length }, (_, i) => (length - i) * 60), 0]),
	)
	.map(
		(values) => (time: number) => values[Math.min(values.length - 1, Math.floor(time / MINUTE))],
	);

/** Calls that get lost or are refused; no stop is refused. */
export const disturbance: fc.Arbitrary<Disturbance> = fc
	.array(fc.constantFrom('before', 'after', 'refuse', undefined, undefined, undefined, undefined), {
		maxLength: 30,
	})
	.map(
		(list) => (path, count) =>
			path === 'batch-jobs' || list[count] !== 'refuse' ? list[count] : undefined,
	);

/** A task with any lag, that may fail or end slowly. */
export const anyTask = fc.record({
	lag: curve,
	turns: fc.option(
		fc.record({
			at: fc.nat(20 * MINUTE),
			status: fc.constantFrom('INCRE_TRANSFER_FAILED', 'PAUSING', 'CHANGE_JOB_STARTED'),
		}),
		{ nil: undefined },
	),
	stopping: fc.constantFrom(1, 90_000, 20 * MINUTE, Infinity),
	releaseFails: fc.constantFrom(false, false, false, true),
});
