import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { failed, success } from '../../../../nodes/shared/failures/failure.ts';
import { divide, earlierTries } from '../../../../nodes/shared/n8n/earlierTries.ts';

/** A node that n8n tries again; `kept` is what n8n keeps of it in the execution. */
const contextOf = (
	kept: IDataObject,
	{ execution = '1', run = 0, retryOnFail = true } = {},
): IExecuteFunctions =>
	({
		getNode: () => ({ name: 'OTC DRS', retryOnFail }),
		getExecutionId: () => execution,
		getWorkflowDataProxy: () => ({ $runIndex: run }),
		getContext: () => kept,
	}) as unknown as IExecuteFunctions;

const BAD = failed<never>({ message: 'Task: is empty' });
const done = (id: string) => success([{ json: { id } }]);

/** What n8n keeps after a try that served item 1 and the first task of item 2. */
function afterFirstTry(): IDataObject {
	const kept: IDataObject = {};
	earlierTries(contextOf(kept)).remember([
		{ item: 0, outcome: BAD },
		{ item: 1, key: 'a', outcome: done('a') },
		{ item: 2, key: 'a', outcome: done('a') },
		{ item: 2, key: 'b', outcome: failed({ message: 'lost', sentAt: 1_000 }) },
	]);
	return kept;
}

describe('what earlier tries have done', () => {
	it('is known to the next try', () => {
		const tries = earlierTries(contextOf(afterFirstTry()));
		expect([0, 1, 2].map((item) => tries.hasServed(item))).toEqual([false, true, false]);
		expect(tries.resultsOf(2)).toEqual([{ item: 2, key: 'a', outcome: done('a') }]);
		expect(tries.sentAt(2, 'b')).toBe(1_000);
	});

	it.each([
		['another execution', { execution: '2' }],
		['another pass of a loop', { run: 1 }],
		['a node that is not tried again', { retryOnFail: false }],
	])('is unknown to %s', (_name, other) => {
		const tries = earlierTries(contextOf(afterFirstTry(), other));
		expect(tries.hasServed(1)).toBe(false);
		expect(tries.resultsOf(2)).toEqual([]);
		expect(tries.sentAt(2, 'b')).toBeUndefined();
	});

	it('is forgotten when nothing is left to be tried again', () => {
		const kept = afterFirstTry();
		earlierTries(contextOf(kept)).remember([{ item: 0, key: 'a', outcome: done('a') }]);
		expect(kept).toEqual({});
	});

	it('is not kept of a query', () => {
		const kept: IDataObject = {};
		earlierTries(contextOf(kept)).remember([
			{ item: 0, outcome: BAD },
			{ item: 1, outcome: done('a') },
		]);
		expect(kept).toEqual({});
	});

	it('is kept as plain data without secrets', () => {
		const kept: IDataObject = {};
		earlierTries(contextOf(kept)).remember([
			{ item: 0, outcome: BAD },
			{ item: 1, key: 'a', outcome: success([{ json: { id: 'a', db_password: 'Secret-1' } }]) },
		]);
		expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
		expect(JSON.stringify(kept)).not.toContain('Secret-1');
	});
});

describe('divide', () => {
	const tries = () => earlierTries(contextOf(afterFirstTry()));
	const keyOf = (value: string) => value;

	it('asks only for what was not done', () => {
		const { asked, settled } = divide(
			[success(['x']), success(['a']), success(['a', 'b'])],
			tries(),
			keyOf,
		);
		expect(asked).toEqual([
			{ item: 0, value: 'x' },
			{ item: 2, value: 'b', sentAt: 1_000 },
		]);
		expect(settled).toEqual([
			{ item: 1, key: 'a', outcome: done('a') },
			{ item: 2, key: 'a', outcome: done('a') },
		]);
	});

	it('hands out what was done for an item that cannot be read any more', () => {
		const { asked, settled } = divide<string>([BAD, BAD, BAD], tries(), keyOf);
		expect(asked).toEqual([]);
		expect(settled).toEqual([
			{ item: 0, outcome: BAD },
			{ item: 1, key: 'a', outcome: done('a') },
			{ item: 2, key: 'a', outcome: done('a') },
			{ item: 2, outcome: BAD },
		]);
	});

	it('asks for all that can be read, without earlier tries', () => {
		expect(divide([success(['x', 'y']), BAD])).toEqual({
			asked: [
				{ item: 0, value: 'x' },
				{ item: 0, value: 'y' },
			],
			settled: [{ item: 1, outcome: BAD }],
		});
	});
});
