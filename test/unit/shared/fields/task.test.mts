import type { IDataObject } from 'n8n-workflow';
import { MAX_CHANGED_TASKS, taskIdsOf } from '../../../../nodes/shared/fields/task.ts';
import { router } from '../../../../nodes/OtcDrs/router.ts';
import { failed, success } from '../../../../nodes/shared/failures/failure.ts';
import { FORM } from '../../../../nodes/OtcDrs/form.ts';
import { gathered } from '../../../../nodes/OtcDrs/operations/perItem.ts';
import { readerOf } from '../../../../nodes/shared/n8n/parameters/fromContext.ts';
import { fakeContext } from '../../../support/fakeContext.mts';

const read = (id: unknown, most?: number) => {
	const jobId = '={{ $json.id }}';
	const { context } = fakeContext({
		parameters: { resource: 'task', operation: 'getStatus', jobId },
		items: [{ id } as IDataObject],
	});
	return gathered(readerOf(context, FORM), 0, (fields) => taskIdsOf(fields, most));
};

const manyIds = (count: number) => Array.from({ length: count }, (_, index) => `task-${index}`);

describe('taskIdsOf', () => {
	it.each([
		['a1', ['a1']],
		[' a1 , a2,,a1', ['a1', 'a2']],
		[
			['a1', ' a2 ', 3],
			['a1', 'a2', '3'],
		],
		[{ value: 'a1' }, ['a1']],
		[{ value: ['a1', 'a2'] }, ['a1', 'a2']],
	])('reads %j', (value, ids) => {
		expect(read(value)).toEqual(success(ids));
	});

	it.each([null, undefined, '', ' , ', [], { value: null }])('finds nothing in %j', (value) => {
		expect(read(value)).toMatchObject(failed({ message: 'Task: is empty' }));
	});

	it.each([
		['../a1', '"../a1" is not a task ID'],
		[{}, 'an empty object is not text'],
		[true, 'true is not text'],
		[['a1', null], 'entry 2: nothing is not text'],
		[['a1', {}], 'entry 2: an empty object is not text'],
		[['a1', { toString: null }], 'entry 2: an object with toString is not text'],
		[['a1', ['a2']], 'entry 2: the list "a2" is not text'],
	])('refuses %j', (value, fault) => {
		expect(read(value)).toMatchObject(failed({ message: `Task: ${fault}` }));
	});

	it('counts the IDs of an item where a limit is set', () => {
		expect(read(manyIds(5), 5)).toMatchObject({ ok: true });
		expect(read(manyIds(6), 5)).toEqual(
			failed({
				message: 'Task: 6 IDs in one item are too many',
				description: 'At most 5 task IDs per item. Split them into more items.',
			}),
		);
	});
});

describe('a list of IDs in one item', () => {
	const run = async (resource: string, operation: string, count: number) => {
		const fake = fakeContext({
			parameters: { resource, operation, jobId: '={{ $json.ids }}' },
			items: [{ ids: manyIds(count) }],
			continueOnFail: true,
			answer: ({ body }) => ({
				statusCode: 200,
				body: {
					results: ((body?.jobs ?? []) as string[]).map((id) => ({ id, status: 'CREATING' })),
				},
			}),
		});
		const [output] = await router(fake.context);
		return { output: output.map(({ json }) => json), sent: fake.sent };
	};

	it.each([
		['task', 'stop'],
		['configuration', 'setDefiner'],
		['switchover', 'switchVip'],
	])('has a limit for what costs a call for a few tasks: %s → %s', async (resource, operation) => {
		const { output, sent } = await run(resource, operation, MAX_CHANGED_TASKS + 1);
		expect(output).toMatchObject([
			{ error: { message: `Task: ${MAX_CHANGED_TASKS + 1} IDs in one item are too many` } },
		]);
		expect(sent).toEqual([]);
	});

	it('may be long for a query', async () => {
		const { output, sent } = await run('task', 'getStatus', 10_000);
		expect(output).toHaveLength(10_000);
		expect(sent).toHaveLength(100);
	});
});
