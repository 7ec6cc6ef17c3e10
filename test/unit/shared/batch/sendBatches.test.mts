import {
	sendBatches,
	type BatchWork,
	type OpenEntry,
} from '../../../../nodes/shared/batch/sendBatches.ts';
import type { BatchEntry, EntryAnswer } from '../../../../nodes/shared/batch/runBatches.ts';
import { failed, success, type Failure } from '../../../../nodes/shared/failures/failure.ts';
import type { CallResult } from '../../../../nodes/shared/http/types.ts';

const response = { status: 200, headers: {}, body: {} };
const ANSWERED: CallResult = { ok: true, response };

const notAnswered = (
	message: string,
	{ executed = 'no', divisible = false }: Partial<Extract<CallResult, { ok: false }>> = {},
): CallResult => ({ ok: false, failure: { message }, executed, divisible });

const LOST = notAnswered('lost', { executed: 'unknown' });

const again = (failure: Failure): EntryAnswer<string> => ({ kind: 'again', failure });
const done = (value: string): EntryAnswer<string> => ({ kind: 'final', outcome: success(value) });
const refused = (message: string): EntryAnswer<string> => ({
	kind: 'final',
	outcome: failed({ message }),
});

interface Script {
	calls: CallResult[];
	/** What the answers say, call by call, by key. */
	answers?: Array<Record<string, EntryAnswer<string>>>;
	/** What the look-ups find, one after another; by default nothing. */
	found?: Array<EntryAnswer<string> | undefined>;
	work?: Partial<BatchWork<BatchEntry, string>>;
	maxAttempts?: number;
	/** When an earlier try sent entries, by key. */
	sentAt?: Record<string, number>;
}

/** Plays a script for some entries, all in one call at first. */
async function play(
	keys: string[],
	{ calls, answers = [], found = [], work, maxAttempts = 3, sentAt = {} }: Script,
) {
	const sent: string[][] = [];
	const lookedUp: Array<OpenEntry<BatchEntry, string>> = [];
	let read = 0;
	let time = 1_000;
	const outcomes = await sendBatches<BatchEntry, string>(
		{
			call: async () => calls[sent.length - 1] ?? ANSWERED,
			pause: async () => true,
			policy: { maxAttempts, maxWaitSeconds: 0 },
			now: () => time++,
		},
		keys.map((key) => ({ key, sentAt: sentAt[key] })),
		{
			batchSize: 10,
			concurrency: 1,
			identify: ({ key }) => ({ jobId: key }),
			toRequest(batch) {
				sent.push(batch.map(({ key }) => key));
				return { service: 'drs', method: 'POST', path: '', idempotent: false, purpose: '' };
			},
			read: (batch) => {
				const told = answers[read++] ?? {};
				return new Map(batch.map(({ key }) => [key, told[key] ?? done(`made ${key}`)]));
			},
			lookUp: async (open) =>
				open.map((one) => {
					lookedUp.push(one);
					return found[lookedUp.length - 1] ?? one.answer;
				}),
			...work,
		},
	);
	return { sent, outcomes, lookedUp, looked: lookedUp.map(({ entry }) => entry.key) };
}

describe('an entry that an earlier try has sent', () => {
	const sentAt = { a: 10, b: 10 };

	it('is looked up before it is sent again', async () => {
		const { sent, outcomes, lookedUp } = await play(['a', 'b', 'c'], {
			calls: [],
			found: [done('found a'), undefined],
			sentAt,
		});
		expect(sent).toEqual([['b', 'c']]);
		expect(lookedUp.map(({ firstSent }) => firstSent)).toEqual([10, 10]);
		expect(outcomes.of('a')).toEqual(success('found a'));
		expect(outcomes.of('b')).toEqual(success('made b'));
	});

	it('keeps its time when it is still not known what became of it', async () => {
		const { sent, outcomes } = await play(['a'], {
			calls: [],
			found: [refused('the search failed')],
			sentAt,
		});
		expect(sent).toEqual([]);
		expect(outcomes.of('a')).toEqual(failed({ message: 'the search failed', sentAt: 10 }));
	});
});

describe('an entry whose call was lost', () => {
	it('is looked up, and counts as found', async () => {
		const { sent, outcomes, looked } = await play(['a', 'b'], {
			calls: [LOST],
			found: [done('found a'), done('found b')],
		});
		expect([sent, looked]).toEqual([[['a', 'b']], ['a', 'b']]);
		expect(outcomes.of('a')).toEqual(success('found a'));
	});

	it('is sent again only if the look-up does not find it', async () => {
		const { sent, outcomes } = await play(['a', 'b'], {
			calls: [LOST],
			found: [done('found a'), undefined],
		});
		expect(sent).toEqual([['a', 'b'], ['b']]);
		expect(outcomes.of('b')).toEqual(success('made b'));
	});

	it('keeps the moment of its first sending', async () => {
		const { lookedUp } = await play(['a'], { calls: [LOST, LOST] });
		expect(lookedUp.map(({ firstSent }) => firstSent)).toEqual([1_000, 1_000]);
	});

	it('is looked up again when its repetition is refused, whatever the reason', async () => {
		const { outcomes, looked } = await play(['a'], {
			calls: [LOST],
			answers: [{ a: refused('invalid') }],
			found: [undefined, done('found a')],
		});
		expect(looked).toEqual(['a', 'a']);
		expect(outcomes.of('a')).toEqual(success('found a'));
	});

	it('has failed when its repetition is refused and there is still nothing', async () => {
		const { sent, outcomes } = await play(['a'], {
			calls: [LOST],
			answers: [{ a: refused('invalid') }],
		});
		expect(sent).toHaveLength(2);
		expect(outcomes.of('a')).toEqual(failed({ message: 'invalid', sentAt: 1_000 }));
	});

	it('is looked up when a call is refused as a whole that cannot be divided', async () => {
		const { outcomes, looked } = await play(['a', 'b'], {
			calls: [LOST, notAnswered('too often')],
			found: [undefined, undefined, done('found a'), undefined],
		});
		expect(looked).toEqual(['a', 'b', 'a', 'b']);
		expect(outcomes.of('a')).toEqual(success('found a'));
		expect(outcomes.of('b')).toEqual(failed({ message: 'too often', jobId: 'b', sentAt: 1_000 }));
	});

	it('is divided from the others when a call is refused as a whole that can be divided', async () => {
		const { sent } = await play(['a', 'b'], {
			calls: [LOST, notAnswered('invalid', { divisible: true })],
		});
		expect(sent).toEqual([['a', 'b'], ['a', 'b'], ['a'], ['b']]);
	});
});

describe('an entry that a call has not carried out', () => {
	const BUSY = again({ message: 'busy', errorCode: 'DRS.M01504' });

	it('is not looked up when it is refused', async () => {
		const { looked } = await play(['a'], { calls: [], answers: [{ a: refused('invalid') }] });
		expect(looked).toEqual([]);
	});

	it('is not looked up when the call is refused as a whole', async () => {
		const { looked, outcomes } = await play(['a', 'b'], { calls: [notAnswered('forbidden')] });
		expect(looked).toEqual([]);
		expect(outcomes.of('b')).toEqual(failed({ message: 'forbidden', jobId: 'b' }));
	});

	it('is simply repeated when it is busy', async () => {
		const { sent, looked } = await play(['a'], { calls: [], answers: [{ a: BUSY }] });
		expect([sent, looked]).toEqual([[['a'], ['a']], []]);
	});

	it('is looked up when it is busy if the operation asks for that, as not unclear', async () => {
		const { lookedUp } = await play(['a'], {
			calls: [],
			answers: [{ a: BUSY }],
			work: { looksUpBusy: true },
		});
		expect(lookedUp).toMatchObject([{ isUnclear: false }]);
	});

	it('is looked up when it is busy after an unclear answer', async () => {
		const { lookedUp } = await play(['a'], {
			calls: [],
			answers: [{ a: again({ message: 'trouble', errorCode: 'DRS.M00004' }) }, { a: BUSY }],
		});
		expect(lookedUp).toMatchObject([{ isUnclear: true }, { isUnclear: true }]);
	});
});

describe('without a look-up', () => {
	it('a lost call fails all its entries', async () => {
		const { sent, outcomes } = await play(['a'], { calls: [LOST], work: { lookUp: undefined } });
		expect(sent).toHaveLength(1);
		expect(outcomes.of('a')).toEqual(failed({ message: 'lost', jobId: 'a' }));
	});

	it('an answer that asks for it is simply repeated', async () => {
		const { sent } = await play(['a'], {
			calls: [],
			answers: [{ a: again({ message: 'trouble' }) }],
			work: { lookUp: undefined },
		});
		expect(sent).toHaveLength(2);
	});
});
