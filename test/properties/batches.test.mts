import fc from 'fast-check';
import {
	runBatches,
	type BatchAnswer,
	type BatchEntry,
	type EntryAnswer,
} from '../../nodes/shared/batch/runBatches.ts';
import { success, type Outcome } from '../../nodes/shared/failures/failure.ts';
import { fixed } from './support/settings.mts';
import { atLeastOne, limit } from './support/limit.mts';

const MAX_ATTEMPTS = 3;

/** An entry, and how the service treats it. */
interface Subject extends BatchEntry {
	/** From which attempt on the service refuses a batch that holds it. */
	refusedFrom: number;
	/** How many attempts it answers with `again`. */
	busyFor: number;
	/** Whether answers leave it out. */
	ignored: boolean;
}

interface Trial {
	subjects: Subject[];
	size: number;
	concurrency: number;
}

const NEVER = Number.POSITIVE_INFINITY;

const traits = fc.record({
	refusedFrom: fc.oneof(
		{ weight: 5, arbitrary: fc.constant(NEVER) },
		{ weight: 1, arbitrary: fc.integer({ min: 1, max: MAX_ATTEMPTS }) },
	),
	busyFor: fc.oneof(
		{ weight: 3, arbitrary: fc.constant(0) },
		{ weight: 1, arbitrary: fc.integer({ min: 1, max: MAX_ATTEMPTS + 1 }) },
	),
	ignored: fc.oneof(
		{ weight: 9, arbitrary: fc.constant(false) },
		{ weight: 1, arbitrary: fc.constant(true) },
	),
});

const trials: fc.Arbitrary<Trial> = fc.record({
	subjects: fc
		.array(traits, { maxLength: 60, size: 'max' })
		.map((all) => all.map((one, index) => ({ key: `t${index}`, ...one }))),
	size: limit,
	concurrency: limit,
});

/** An entry that is answered before the service would refuse it is not at fault. */
const isAtFault = ({ refusedFrom, busyFor, ignored }: Subject): boolean =>
	ignored || busyFor >= MAX_ATTEMPTS || refusedFrom <= busyFor + 1;

const answerOf = (one: Subject, attempt: number): EntryAnswer<string> =>
	attempt <= one.busyFor
		? { kind: 'again', failure: { message: `busy ${one.key}` } }
		: { kind: 'final', outcome: success(`done ${one.key}`) };

function answer(batch: readonly Subject[], attempt: number): BatchAnswer<string> {
	const guilty = batch.find(({ refusedFrom }) => attempt >= refusedFrom);
	if (guilty) return { kind: 'refused', failure: { message: 'refused' }, divisible: true };
	const heard = batch.filter(({ ignored }) => !ignored);
	return {
		kind: 'answers',
		answers: new Map(heard.map((one) => [one.key, answerOf(one, attempt)])),
	};
}

/** The service does as it was told, its answers come in any order, and it keeps a record. */
async function run(
	scheduler: fc.Scheduler,
	{ subjects, size, concurrency }: Trial,
	mayPause: () => boolean = () => true,
) {
	const calls: string[][] = [];
	const settled = new Set<string>();
	const sentAgain: string[] = [];
	let running = 0;
	let most = 0;
	const work = runBatches<Subject, string>(subjects, {
		size,
		concurrency,
		maxAttempts: MAX_ATTEMPTS,
		send: async (batch, attempt) => {
			calls.push(batch.map(({ key }) => key));
			sentAgain.push(...batch.flatMap(({ key }) => (settled.has(key) ? [key] : [])));
			most = Math.max(most, ++running);
			const given = await scheduler.schedule(Promise.resolve(answer(batch, attempt)));
			running--;
			if (given.kind === 'answers') {
				for (const [key, { kind }] of given.answers) if (kind === 'final') settled.add(key);
			}
			return given;
		},
		pause: async () => {
			await scheduler.schedule(Promise.resolve());
			return mayPause();
		},
	});
	const outcomes = await scheduler.waitFor(work);
	return { outcomes, calls, most, sentAgain };
}

const keysOf = (subjects: readonly Subject[]): string[] => subjects.map(({ key }) => key).sort();

const failedKeys = (outcomes: ReadonlyMap<string, Outcome<string>>): string[] =>
	[...outcomes].flatMap(([key, { ok }]) => (ok ? [] : [key])).sort();

/** Dividing by half finds each guilty entry of a batch in two calls a level; every one may need all attempts. */
function mostCalls({ subjects, size }: Trial): number {
	const step = atLeastOne(size);
	let calls = 0;
	for (let start = 0; start < subjects.length; start += step) {
		const batch = subjects.slice(start, start + step);
		const guilty = batch.filter(({ refusedFrom }) => refusedFrom !== NEVER).length;
		calls += 1 + 2 * guilty * Math.ceil(Math.log2(batch.length));
	}
	const attempts = subjects.some(({ busyFor }) => busyFor > 0) ? MAX_ATTEMPTS : 1;
	return calls * attempts;
}

describe('runBatches, for any entries, sizes and service', () => {
	it('gives every entry one outcome of its own, and fails exactly those at fault', async () => {
		await fc.assert(
			fc.asyncProperty(fc.scheduler(), trials, async (scheduler, trial) => {
				const { outcomes } = await run(scheduler, trial);
				expect([...outcomes.keys()].sort()).toEqual(keysOf(trial.subjects));
				expect(failedKeys(outcomes)).toEqual(keysOf(trial.subjects.filter(isAtFault)));
				for (const [key, outcome] of outcomes) {
					if (outcome.ok) expect(outcome.value).toBe(`done ${key}`);
				}
			}),
			fixed(200),
		);
	});

	it('keeps to the size of a batch and the number of calls at once', async () => {
		await fc.assert(
			fc.asyncProperty(fc.scheduler(), trials, async (scheduler, trial) => {
				const { calls, most } = await run(scheduler, trial);
				expect(Math.max(0, ...calls.map(({ length }) => length))).toBeLessThanOrEqual(
					atLeastOne(trial.size),
				);
				expect(most).toBeLessThanOrEqual(atLeastOne(trial.concurrency));
				expect(calls.every((keys) => new Set(keys).size === keys.length)).toBe(true);
			}),
			fixed(200),
		);
	});

	it('needs a bounded number of calls, and sends no entry again that was answered', async () => {
		await fc.assert(
			fc.asyncProperty(fc.scheduler(), trials, async (scheduler, trial) => {
				const { calls, sentAgain } = await run(scheduler, trial);
				expect(calls.length).toBeLessThanOrEqual(mostCalls(trial));
				expect(sentAgain).toEqual([]);
			}),
			fixed(200),
		);
	});

	it('finds a few guilty ones in a large batch with few calls', async () => {
		const guilty = fc.uniqueArray(fc.nat(99), { minLength: 1, maxLength: 3 });
		await fc.assert(
			fc.asyncProperty(fc.scheduler(), guilty, async (scheduler, indexes) => {
				const subjects = Array.from({ length: 100 }, (_, index) => ({
					key: `t${index}`,
					refusedFrom: indexes.includes(index) ? 1 : NEVER,
					busyFor: 0,
					ignored: false,
				}));
				const trial = { subjects, size: 100, concurrency: 4 };
				const { calls } = await run(scheduler, trial);
				expect(calls.length).toBeLessThanOrEqual(mostCalls(trial));
			}),
			fixed(30),
		);
	});

	it('gives every entry one outcome when the execution is stopped at any time', async () => {
		await fc.assert(
			fc.asyncProperty(fc.scheduler(), trials, fc.nat(4), async (scheduler, trial, pauses) => {
				let left = pauses;
				const { outcomes } = await run(scheduler, trial, () => left-- > 0);
				expect([...outcomes.keys()].sort()).toEqual(keysOf(trial.subjects));
			}),
			fixed(200),
		);
	});
});
