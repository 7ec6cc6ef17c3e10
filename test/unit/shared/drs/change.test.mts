import { changeTasks } from '../../../../nodes/shared/drs/change.ts';
import { queryTasks } from '../../../../nodes/shared/drs/query.ts';
import { setDefiner } from '../../../../nodes/OtcDrs/resources/configuration/setDefiner.ts';
import { createApiClient } from '../../../../nodes/shared/client/client.ts';
import { readCredential } from '../../../../nodes/shared/client/send.ts';
import { fakeContext } from '../../../support/fakeContext.mts';
import { STATUS } from '../../../../nodes/shared/drs/queries/status.ts';
import { run, UNCLEAR, each, ok, busy, service } from './changeService.mts';

describe('a deletion with an unclear end', () => {
	const DELETE = { resource: 'task', operation: 'delete' };

	it.each(['DRS.M05003', 'DRS.M05004'])('has happened when the look-up says %s', async (code) => {
		const { output, calls } = await run(DELETE, ['a1'], (path, ids) =>
			path === 'batch-jobs' ? UNCLEAR : each(ids, { error_code: code, error_msg: 'gone' }),
		);
		expect(output).toEqual([{ id: 'a1', status: 'success' }]);
		expect(calls.filter((path) => path === 'batch-jobs')).toHaveLength(1);
	});

	it('has happened when the look-up leaves the task out twice', async () => {
		const { output, calls } = await run(DELETE, ['a1'], (path) =>
			path === 'batch-jobs' ? UNCLEAR : ok([]),
		);
		expect(output).toEqual([{ id: 'a1', status: 'success' }]);
		expect(calls).toEqual(['batch-jobs', 'batch-status', 'batch-status']);
	});

	it('has not happened when the service was busy and then does not know the task', async () => {
		const { output } = await run(DELETE, ['a1'], (path, ids) =>
			path === 'batch-jobs' ? each(ids, busy) : ok([]),
		);
		expect(output).toMatchObject([{ error: { job_id: 'a1' } }]);
	});

	it('stays unclear when the look-up leaves the task out once and may not be repeated', async () => {
		const { output } = await run(
			DELETE,
			['a1'],
			(path) => (path === 'batch-jobs' ? UNCLEAR : ok([])),
			{ maxAttempts: 1 },
		);
		expect(output).toMatchObject([{ error: { job_id: 'a1' } }]);
	});

	it.each([
		['in a list', (ids: string[]) => each(ids, { status: 'failed', error_code: 'DRS.M05004' })],
		['as a whole', () => ({ statusCode: 400, body: { error_code: 'DRS.M05004' } })],
	])(
		'has happened when the repetition is refused %s because the task is gone',
		async (_name, gone) => {
			const { output } = await run(DELETE, ['a1'], (path, ids, count) => {
				if (path === 'batch-jobs') return count === 0 ? UNCLEAR : gone(ids);
				return count === 0
					? each(ids, { status: 'RELEASE_RESOURCE_COMPLETE' })
					: each(ids, { error_code: 'DRS.M05004' });
			});
			expect(output).toEqual([{ id: 'a1', status: 'success' }]);
		},
	);

	it('does not make a success of a task that was gone before', async () => {
		const { output } = await run(DELETE, ['a1'], (path, ids) =>
			path === 'batch-jobs'
				? each(ids, { status: 'failed', error_code: 'DRS.M05004', error_msg: 'gone' })
				: ok([]),
		);
		expect(output).toMatchObject([{ error: { error_code: 'DRS.M05004' } }]);
	});
});

describe('a start with an unclear end', () => {
	const START = { resource: 'task', operation: 'start' };

	it('has happened when the repetition is refused because the task runs by now', async () => {
		const { output } = await run(START, ['a1'], (path, ids, count) => {
			if (path === 'batch-starting')
				return count === 0
					? UNCLEAR
					: each(ids, { status: 'failed', error_code: 'DRS.M00304', error_msg: 'wrong status' });
			return each(ids, { status: count === 0 ? 'CONFIGURATION' : 'STARTJOBING' });
		});
		expect(output).toEqual([{ id: 'a1', status: 'success' }]);
	});

	it('has not happened when the task is left out', async () => {
		const { output } = await run(START, ['a1'], (path) =>
			path === 'batch-starting' ? UNCLEAR : ok([]),
		);
		expect(output).toMatchObject([
			{ error: { message: 'Task a1: the service returned nothing for this ID', job_id: 'a1' } },
		]);
	});
});

describe.each(['DRS.M00004', 'DRS.M01501', 'DRS.M01503', 'DRS.M01504'])(
	'%s in the entry of a task',
	(code) => {
		const trouble = { error_code: code, error_msg: 'Service is abnormal' };

		it('is asked about again, as often as the policy allows', async () => {
			const { output, calls } = await run(
				{ resource: 'task', operation: 'getStatus' },
				['a1', 'a2'],
				(_path, ids, count) =>
					ok(
						ids.map((id) =>
							id === 'a1' && count < 4 ? { id, ...trouble } : { id, status: 'CREATING' },
						),
					),
				{ maxAttempts: 5 },
			);
			expect(output).toEqual([
				{ id: 'a1', status: 'CREATING' },
				{ id: 'a2', status: 'CREATING' },
			]);
			expect(calls).toHaveLength(5);
		});

		it('may be over later', async () => {
			const { answer } = service((_path, ids) => each(ids, trouble));
			const { context } = fakeContext({ parameters: {}, answer });
			const credential = await readCredential(context);
			const client = createApiClient(context, credential, { maxAttempts: 1, maxWaitSeconds: 0 });
			const options = { batchSize: 10, concurrency: 1 };
			const expected = { ok: false, failure: { errorCode: code, isTransient: true } };
			const asked = await queryTasks(client, STATUS, ['a1'], options);
			expect(asked.get('a1')).toMatchObject(expected);
			const changed = await changeTasks(
				client,
				setDefiner.change,
				[{ id: 'a1', body: {} }],
				options,
			);
			expect(changed.get('a1')).toMatchObject(expected);
		});
	},
);

it('a task that a query leaves out is asked for once more, not oftener', async () => {
	const { calls } = await run({ resource: 'task', operation: 'getStatus' }, ['a1'], () => ok([]));
	expect(calls).toHaveLength(2);
});
