import { type Failure, type Outcome, failed } from '../failures/failure';
import { mapConcurrently } from './concurrency';
import { Outcomes, UNANSWERED } from './outcomes';

/** One task of a batch. Keys are unique within a run. */
export interface BatchEntry {
	key: string;
	/** When an earlier try sent it, if nobody knows whether it was carried out; in ms since 1970. */
	sentAt?: number;
}

/**
 * The answer for one entry: final, or `again` when another attempt of this entry may help, with the most attempts that are
 * worth while for its reason.
 */
export type EntryAnswer<A> =
	| { kind: 'final'; outcome: Outcome<A> }
	| { kind: 'again'; failure: Failure; maxAttempts?: number };

/** The answer to one batch call: an answer for each entry by key, or a refusal of the batch as a whole. */
export type BatchAnswer<A> =
	| { kind: 'answers'; answers: ReadonlyMap<string, EntryAnswer<A>> }
	| { kind: 'refused'; failure: Failure; divisible: boolean };

/** How to run batches. */
export interface BatchOptions<E extends BatchEntry, A> {
	/** Entries per call, at least 1. */
	size: number;
	/** Calls at the same time. */
	concurrency: number;
	/** Attempts for an entry whose answer is `again`, the first included. */
	maxAttempts: number;
	/** Sends one call. */
	send(entries: readonly E[], attempt: number): Promise<BatchAnswer<A>>;
	/** Waits before another attempt; false when the execution was stopped. */
	pause(attempt: number): Promise<boolean>;
	/** Names the task of an entry, for what a call as a whole has to say about it. */
	identify?(entry: E): Pick<Failure, 'jobId' | 'jobName'>;
}

const STOPPED: Failure = {
	message: 'The execution was stopped before the service responded for this task',
};

const chunk = <T>(values: readonly T[], size: number): T[][] => {
	const step = Math.max(1, Math.floor(size) || 1);
	return Array.from({ length: Math.ceil(values.length / step) }, (_, index) =>
		values.slice(index * step, (index + 1) * step),
	);
};

/**
 * Sends entries in batches. Entries that the service asks to repeat are sent again by themselves. A batch that is
 * refused as a whole is divided until only the entries at fault fail.
 *
 * @param entries the entries, keys unique
 * @param options sizes, and how to send
 * @returns the outcome of each entry by key; every entry has one
 */
export async function runBatches<E extends BatchEntry, A>(
	entries: readonly E[],
	options: BatchOptions<E, A>,
): Promise<Outcomes<A>> {
	const outcomes = new Outcomes<A>();

	/** Notes a failure that is not the entry's own. */
	const fail = (entry: E, failure: Failure): void => {
		outcomes.set(entry.key, failed({ ...failure, ...options.identify?.(entry) }));
	};

	const isWorthAnother = (answer: EntryAnswer<A>, attempt: number): boolean =>
		answer.kind === 'again' &&
		attempt < Math.min(options.maxAttempts, answer.maxAttempts ?? Infinity);

	async function run(batch: readonly E[], attempt: number): Promise<void> {
		const answer = await options.send(batch, attempt);
		if (answer.kind === 'refused') {
			await divide(batch, answer.failure, answer.divisible);
			return;
		}
		const repeat: E[] = [];
		for (const entry of batch) {
			const own = answer.answers.get(entry.key);
			if (own === undefined) fail(entry, UNANSWERED);
			else if (isWorthAnother(own, attempt)) repeat.push(entry);
			else outcomes.set(entry.key, own.kind === 'final' ? own.outcome : failed(own.failure));
		}
		if (repeat.length === 0) return;
		if (await options.pause(attempt)) {
			await run(repeat, attempt + 1);
			return;
		}
		for (const entry of repeat) fail(entry, STOPPED);
	}

	async function divide(batch: readonly E[], failure: Failure, divisible: boolean): Promise<void> {
		if (batch.length === 1 || !divisible) {
			for (const entry of batch) fail(entry, failure);
			return;
		}
		for (const half of chunk(batch, Math.ceil(batch.length / 2))) await run(half, 1);
	}

	await mapConcurrently(
		chunk(entries, options.size),
		options.concurrency,
		async (batch) => await run(batch, 1),
	);
	return outcomes;
}
