import {
	runBatches,
	type BatchAnswer,
	type BatchEntry,
} from '../../../../nodes/shared/batch/runBatches.ts';
import { failed, success } from '../../../../nodes/shared/failures/failure.ts';

const entries = (count: number): BatchEntry[] =>
	Array.from({ length: count }, (_, index) => ({ key: `t${index}` }));

const answerAll = (batch: readonly BatchEntry[]): BatchAnswer<string> => ({
	kind: 'answers',
	answers: new Map(
		batch.map(({ key }) => [key, { kind: 'final', outcome: success(`done ${key}`) }]),
	),
});

const run = async (
	count: number,
	send: (batch: readonly BatchEntry[], attempt: number) => BatchAnswer<string>,
	options: { size?: number; maxAttempts?: number; pause?: () => boolean } = {},
) => {
	const batches: string[][] = [];
	const outcomes = await runBatches(entries(count), {
		size: options.size ?? 10,
		concurrency: 2,
		maxAttempts: options.maxAttempts ?? 3,
		send: async (batch, attempt) => {
			batches.push(batch.map(({ key }) => key));
			return send(batch, attempt);
		},
		pause: async () => options.pause?.() ?? true,
	});
	return { batches, outcomes };
};

describe('runBatches', () => {
	it('fills the calls', async () => {
		const { batches, outcomes } = await run(25, answerAll);
		expect(batches.map(({ length }) => length)).toEqual([10, 10, 5]);
		expect(outcomes.size).toBe(25);
		expect(outcomes.get('t24')).toEqual(success('done t24'));
	});

	it('divides a refused batch until only the entries at fault fail', async () => {
		const guilty = new Set(['t3', 't7']);
		const { outcomes, batches } = await run(10, (batch) =>
			batch.some(({ key }) => guilty.has(key))
				? { kind: 'refused', failure: { message: `refused ${batch.length}` }, divisible: true }
				: answerAll(batch),
		);
		const failures = [...outcomes].filter(([, outcome]) => !outcome.ok).map(([key]) => key);
		expect(failures).toEqual(['t3', 't7']);
		expect(outcomes.get('t3')).toEqual(failed({ message: 'refused 1' }));
		expect(batches.length).toBeLessThanOrEqual(13);
	});

	it('does not divide what is about all entries, such as a missing permission', async () => {
		const { outcomes, batches } = await run(10, () => ({
			kind: 'refused',
			failure: { message: 'forbidden' },
			divisible: false,
		}));
		expect(batches).toHaveLength(1);
		expect([...outcomes.values()].every((outcome) => !outcome.ok)).toBe(true);
	});

	it('repeats only the entries that the service asks to repeat', async () => {
		const { batches, outcomes } = await run(4, (batch, attempt) => ({
			kind: 'answers',
			answers: new Map(
				batch.map(({ key }) => [
					key,
					key === 't2' && attempt < 3
						? { kind: 'again', failure: { message: 'busy' } }
						: { kind: 'final', outcome: success(key) },
				]),
			),
		}));
		expect(batches).toEqual([['t0', 't1', 't2', 't3'], ['t2'], ['t2']]);
		expect(outcomes.get('t2')).toEqual(success('t2'));
	});

	it('gives up after the last attempt with the reason', async () => {
		const { batches, outcomes } = await run(1, () => ({
			kind: 'answers',
			answers: new Map([['t0', { kind: 'again', failure: { message: 'busy' } }]]),
		}));
		expect(batches).toHaveLength(3);
		expect(outcomes.get('t0')).toEqual(failed({ message: 'busy' }));
	});

	it('makes a failure of an entry that the answer leaves out', async () => {
		const { outcomes } = await run(2, (batch) => answerAll(batch.slice(1)));
		expect(outcomes.get('t0')).toMatchObject({
			ok: false,
			failure: { message: 'The service returned nothing for this task' },
		});
		expect(outcomes.get('t1')).toEqual(success('done t1'));
	});

	it('ends when the execution is stopped', async () => {
		const { batches, outcomes } = await run(
			1,
			() => ({
				kind: 'answers',
				answers: new Map([['t0', { kind: 'again', failure: { message: 'busy' } }]]),
			}),
			{ pause: () => false },
		);
		expect(batches).toHaveLength(1);
		expect(outcomes.get('t0')).toMatchObject({
			ok: false,
			failure: { message: expect.stringContaining('stopped') },
		});
	});
});
