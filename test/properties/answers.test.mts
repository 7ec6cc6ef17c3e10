import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { readAnswers } from '../../nodes/shared/drs/readAnswers.ts';
import { entryKey, resultKey } from '../../nodes/shared/drs/taskEntry.ts';
import { matchResults } from '../../nodes/shared/batch/matchResults.ts';
import type { EntryAnswer } from '../../nodes/shared/batch/runBatches.ts';
import { fixed } from './support/settings.mts';

/** One result of an answer; `mark` tells results of the same task apart. */
interface Result extends IDataObject {
	id: string;
	end_point_type?: string;
	status: 'success' | 'failed';
	mark: number;
}

const SIDES = ['so', 'ta'];
/** IDs that are properties of every object are in it, and IDs that begin like others. */
const IDS = ['a', 'b', 'ab', 'c1', 'c11', '__proto__', 'constructor', 'so', 'a so'];

const id = fc.constantFrom(...IDS);
const side = fc.constantFrom(...SIDES);

const result: fc.Arbitrary<Result> = fc.record(
	{
		id,
		end_point_type: side,
		status: fc.constantFrom('success' as const, 'failed' as const),
		mark: fc.nat(2),
	},
	{ requiredKeys: ['id', 'status', 'mark'] },
);

/** What a broken gateway may put between the results. */
const rubbish = fc.constantFrom<unknown>(null, undefined, 0, 'a', true, [], [null], {}, { id: 7 });

const answers = fc.array(
	fc.oneof({ weight: 6, arbitrary: result }, { weight: 1, arbitrary: rubbish }),
	{
		maxLength: 14,
	},
);

const isResult = (value: unknown): value is Result =>
	typeof (value as Partial<Result> | null | undefined)?.mark === 'number';

const isSame = (one: Result, other: Result): boolean =>
	one.end_point_type === other.end_point_type &&
	one.status === other.status &&
	one.mark === other.mark;

/** What is right, found without looking at how the node does it: everything that the answer says about one task. */
function expected(own: readonly Result[]): string {
	if (own.length === 0) return 'again';
	if (own.some((one) => !isSame(one, own[0]))) return 'again';
	return own[0].status === 'success' ? `success ${own[0].mark}` : 'failed';
}

function told(answer: EntryAnswer<IDataObject> | undefined): string {
	if (answer?.kind !== 'final') return String(answer?.kind);
	return answer.outcome.ok ? `success ${String(answer.outcome.value.mark)}` : 'failed';
}

const read = (keys: readonly string[], results: unknown, partField?: string) =>
	readAnswers(
		keys.map((key) => ({ key })),
		{ status: 200, headers: {}, body: { results } as IDataObject },
		{
			identify: ({ key }) => ({ jobId: key }),
			keyOf: (one) => resultKey(one, 'id', partField),
			isAccepted: ({ status }) => status === 'success',
			missing: { message: 'is missing', remedy: 'Look again.' },
		},
	);

describe('readAnswers, whatever comes back', () => {
	it('tells of each task what the answer says about that task, and of no other', () => {
		fc.assert(
			fc.property(fc.uniqueArray(id), answers, (keys, results) => {
				const given = read(keys, results);
				const clean = results.filter(isResult);
				expect([...given.keys()]).toEqual(keys);
				for (const key of keys) {
					const own = clean.filter((one) => one.id === key);
					expect(`${key}: ${told(given.get(key))}`).toBe(`${key}: ${expected(own)}`);
				}
			}),
			fixed(1_000),
		);
	});

	it('keeps the two sides of a task apart', () => {
		const entries = fc.uniqueArray(fc.record({ id, side }), {
			selector: (entry) => `${entry.side} ${entry.id}`,
		});
		fc.assert(
			fc.property(entries, answers, (asked, results) => {
				const keys = asked.map((entry) => entryKey({ id: entry.id, part: entry.side }));
				const given = read(keys, results, 'end_point_type');
				const clean = results.filter(isResult);
				for (const [index, entry] of asked.entries()) {
					const own = clean.filter(
						(one) => one.id === entry.id && one.end_point_type === entry.side,
					);
					expect(told(given.get(keys[index]))).toBe(expected(own));
				}
			}),
			fixed(1_000),
		);
	});

	it('says the same in whatever order the results come', () => {
		const shuffled = answers.chain((results) =>
			fc.tuple(
				fc.constant(results),
				fc.shuffledSubarray(results, { minLength: results.length, maxLength: results.length }),
			),
		);
		fc.assert(
			fc.property(fc.uniqueArray(id), shuffled, (keys, [before, after]) => {
				const toList = (results: unknown) =>
					[...read(keys, results)].map(([key, answer]) => [key, told(answer)]);
				expect(toList(after)).toEqual(toList(before));
			}),
			fixed(500),
		);
	});

	it('asks again when there is no list of results', () => {
		fc.assert(
			fc.property(fc.uniqueArray(id), fc.jsonValue(), (keys, value) => {
				fc.pre(!Array.isArray(value));
				const given = read(keys, value);
				expect(keys.map((key) => told(given.get(key)))).toEqual(keys.map(() => 'again'));
			}),
			fixed(200),
		);
	});
});

describe('matchResults, whatever comes back', () => {
	it('finds for a key only a result that has this key, and only if all that have it agree', () => {
		fc.assert(
			fc.property(fc.uniqueArray(id), fc.array(result, { maxLength: 14 }), (keys, results) => {
				const matches = matchResults(keys, results, (one) => one.id);
				expect([...matches.keys()]).toEqual(keys);
				for (const [key, match] of matches) {
					const own = results.filter((one) => one.id === key);
					const agree = own.every((one) => isSame(one, own[0]));
					const kind = agree ? 'found' : 'contradictory';
					expect(match.kind).toBe(own.length === 0 ? 'missing' : kind);
					if (match.kind === 'found') expect(own).toContain(match.result);
				}
			}),
			fixed(1_000),
		);
	});
});
