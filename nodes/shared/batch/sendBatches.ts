import { failed, type Failure, type Outcome } from '../failures/failure';
import { BUSY_CODES } from '../http/classify';
import type { ApiRequest, ApiResponse, CallResult, RetryPolicy } from '../http/types';
import { Outcomes, UNANSWERED } from './outcomes';
import { runBatches, type BatchAnswer, type BatchEntry, type EntryAnswer } from './runBatches';

/** What sends calls: the client of a run. */
export interface Caller {
	call(request: ApiRequest): Promise<CallResult>;
	pause(attempt: number): Promise<boolean>;
	readonly policy: RetryPolicy;
	/** Local time, in ms since 1970. */
	now(): number;
}

/** An entry of which the answer does not tell whether it was carried out. */
export interface OpenEntry<E, A> {
	entry: E;
	/** What its answer says. */
	answer: EntryAnswer<A>;
	/** Whether a call may have carried it out without saying so; if not, the service was busy. */
	isUnclear: boolean;
	/** When it was sent first, in ms since 1970 by the local clock. */
	firstSent: number;
}

/** An operation on many entries: how its requests are built, its answers read, and unclear ends looked up. */
export interface BatchWork<E extends BatchEntry, A> {
	/** Entries per call, and calls at the same time, both at least 1. */
	batchSize: number;
	concurrency: number;
	/** Names the task of an entry in failures. */
	identify(entry: E): Pick<Failure, 'jobId' | 'jobName'>;
	toRequest(batch: readonly E[]): ApiRequest;
	/** @returns what the answer says of each entry, by key */
	read(batch: readonly E[], response: ApiResponse): ReadonlyMap<string, EntryAnswer<A>>;
	/**
	 * Finds out whether entries were carried out. Without it, sending twice must do what sending once does.
	 *
	 * @returns what became of each, in their order: its outcome, or `again` where it may be sent once more
	 */
	lookUp?(open: ReadonlyArray<OpenEntry<E, A>>): Promise<ReadonlyArray<EntryAnswer<A>>>;
	/** Whether busy entries are looked up as well: what keeps the task busy may be this very operation, sent by an earlier run. */
	looksUpBusy?: boolean;
}

/**
 * Sends entries in batches, and none of them twice without a look: whatever a call may have carried out without saying so
 * is looked up before it is sent again, and before a later refusal of it counts.
 *
 * @param client the client of the run
 * @param entries the entries, keys unique
 * @param work the operation
 * @returns the outcome of each entry by key; every entry has one
 */
export async function sendBatches<E extends BatchEntry, A>(
	client: Caller,
	entries: readonly E[],
	work: BatchWork<E, A>,
): Promise<Outcomes<A>> {
	const { lookUp } = work;
	const firstSent = new Map<string, number>();
	/** The keys of entries that a call may have carried out without saying so. */
	const unclear = new Set<string>();

	const isBusy = (answer: EntryAnswer<A>): boolean =>
		answer.kind === 'again' && BUSY_CODES.has(answer.failure.errorCode ?? '');

	/** A success is certain; a failure is unless the entry is unclear; anything else was perhaps carried out. */
	function needsLookUp({ key }: E, answer: EntryAnswer<A>): boolean {
		if (answer.kind === 'final') return !answer.outcome.ok && unclear.has(key);
		return unclear.has(key) || work.looksUpBusy === true;
	}

	/** Replaces the answers that do not tell whether an entry was carried out by what the look-up finds. */
	async function completed(
		batch: readonly E[],
		answers: ReadonlyMap<string, EntryAnswer<A>>,
	): Promise<BatchAnswer<A>> {
		if (lookUp === undefined) return { kind: 'answers', answers };
		for (const [key, answer] of answers) {
			if (answer.kind === 'again' && !isBusy(answer)) unclear.add(key);
		}
		const open = batch.flatMap((entry) => {
			const { key } = entry;
			const answer = answers.get(key);
			return answer && needsLookUp(entry, answer)
				? [{ entry, answer, isUnclear: unclear.has(key), firstSent: firstSent.get(key) ?? NaN }]
				: [];
		});
		if (open.length === 0) return { kind: 'answers', answers };
		const found = await lookUp(open);
		const replaced = open.map(({ entry }, index) => [entry.key, found[index]] as const);
		return { kind: 'answers', answers: new Map([...answers, ...replaced]) };
	}

	/** @returns what a call that failed as a whole means for its entries */
	async function readFailure(
		batch: readonly E[],
		{ failure, executed, divisible }: Extract<CallResult, { ok: false }>,
	): Promise<BatchAnswer<A>> {
		const isLost = executed === 'unknown';
		const isDivided = divisible && batch.length > 1;
		const isCertain = !batch.some(({ key }) => unclear.has(key));
		if (lookUp === undefined || (!isLost && (isDivided || isCertain))) {
			return { kind: 'refused', failure, divisible };
		}
		const answers = batch.map((entry): [string, EntryAnswer<A>] => {
			const own = { ...failure, ...work.identify(entry) };
			if (isLost) unclear.add(entry.key);
			return [
				entry.key,
				isLost ? { kind: 'again', failure: own } : { kind: 'final', outcome: failed(own) },
			];
		});
		return await completed(batch, new Map(answers));
	}

	async function send(batch: readonly E[]): Promise<BatchAnswer<A>> {
		const now = client.now();
		for (const { key } of batch) if (!firstSent.has(key)) firstSent.set(key, now);
		const result = await client.call(work.toRequest(batch));
		return result.ok
			? await completed(batch, work.read(batch, result.response))
			: await readFailure(batch, result);
	}

	/** Looks up what an earlier try sent. @returns the outcomes of those that are not to be sent again */
	async function readEarlier(): Promise<Outcomes<A>> {
		const known = new Outcomes<A>();
		const open = entries.flatMap((entry) => {
			const { key, sentAt } = entry;
			if (sentAt === undefined) return [];
			firstSent.set(key, sentAt);
			unclear.add(key);
			const answer: EntryAnswer<A> = { kind: 'again', failure: UNANSWERED };
			return [{ entry, answer, isUnclear: true, firstSent: sentAt }];
		});
		const found = open.length > 0 && lookUp !== undefined ? await lookUp(open) : [];
		found.forEach((answer, index) => {
			if (answer.kind === 'final') known.set(open[index].entry.key, answer.outcome);
		});
		return known;
	}

	/** @returns a failure of something that may have been done nevertheless, with the time at which it was sent first */
	const timed = (key: string, outcome: Outcome<A>): Outcome<A> =>
		outcome.ok || lookUp === undefined || !unclear.has(key)
			? outcome
			: failed({ ...outcome.failure, sentAt: firstSent.get(key) });

	const known = await readEarlier();
	const open = entries.filter(({ key }) => !known.has(key));
	const sent = await runBatches(open, {
		size: work.batchSize,
		concurrency: work.concurrency,
		maxAttempts: client.policy.maxAttempts,
		send,
		pause: async (attempt) => await client.pause(attempt),
		identify: (entry) => work.identify(entry),
	});
	return new Outcomes([...known, ...sent].map(([key, outcome]) => [key, timed(key, outcome)]));
}
