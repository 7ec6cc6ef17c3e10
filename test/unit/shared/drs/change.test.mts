import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { changeTasks } from '../../../../nodes/shared/drs/change.ts';
import { queryTasks } from '../../../../nodes/shared/drs/query.ts';
import { setDefiner } from '../../../../nodes/OtcDrs/resources/configuration/setDefiner.ts';
import { start } from '../../../../nodes/OtcDrs/resources/task/start.ts';
import { router } from '../../../../nodes/OtcDrs/router.ts';
import { createApiClient } from '../../../../nodes/shared/client/client.ts';
import { readCredential } from '../../../../nodes/shared/client/send.ts';
import { fakeContext, type FakeAnswer, type SentRequest } from '../../../support/fakeContext.mts';
import { CREATE } from '../../../support/otc.mts';
import { STATUS } from '../../../../nodes/shared/drs/queries/status.ts';

const JOB_ID = { __rl: true, mode: 'id', value: '={{ $json.id }}' };

type Answer = (path: string, ids: string[], count: number, body: IDataObject) => FakeAnswer;

/** The service: `answer` is told the last part of the path, the tasks, and how often that path was called before. */
function service(answer: Answer): {
	answer: (request: SentRequest) => FakeAnswer;
	calls: string[];
} {
	const calls: string[] = [];
	return {
		calls,
		answer: ({ url, body = {} }) => {
			const path = url.split('/').at(-1) as string;
			const count = calls.filter((call) => call === path).length;
			calls.push(path);
			const jobs = (body.jobs ?? []) as Array<string | IDataObject>;
			const ids = jobs.map((job) => (typeof job === 'string' ? job : String(job.job_id)));
			return answer(path, ids, count, body);
		},
	};
}

async function run(
	parameters: INodeParameters,
	ids: string[],
	answer: Answer,
	options: INodeParameters = {},
): Promise<{ output: IDataObject[]; calls: string[] }> {
	const { answer: answered, calls } = service(answer);
	const { context } = fakeContext({
		parameters: { jobId: JOB_ID, options: { maxRetryWait: 0, ...options }, ...parameters },
		items: ids.map((id) => ({ id })),
		continueOnFail: true,
		answer: answered,
	});
	const [output] = await router(context);
	return { output: output.map(({ json }) => json), calls };
}

const ok = (results: IDataObject[]): FakeAnswer => ({ statusCode: 200, body: { results } });
const each = (ids: string[], fields: IDataObject, idField = 'id'): FakeAnswer =>
	ok(ids.map((id) => ({ [idField]: id, ...fields })));
const UNCLEAR: FakeAnswer = { statusCode: 504, body: '' };
const busy = {
	status: 'failed',
	error_code: 'DRS.M01504',
	error_msg: 'Another operation is being performed',
};

describe('a busy task', () => {
	it.each(['start', 'stop', 'pause', 'resume', 'delete'])(
		'keeps the code and the words of the service: %s',
		async (operation) => {
			const { output } = await run({ resource: 'task', operation }, ['a1', 'a2'], (path, ids) =>
				path === 'batch-status' ? each(ids, { status: 'CREATING' }) : each(ids, busy),
			);
			expect(output).toMatchObject(
				['a1', 'a2'].map((id) => ({
					error: {
						message: `Task ${id}: Another operation is being performed (DRS.M01504)`,
						error_code: 'DRS.M01504',
						job_id: id,
					},
				})),
			);
		},
	);

	it('may be free later, and the one beside it has its own reason', async () => {
		const { answer } = service((path, ids) =>
			path === 'batch-status'
				? each(ids, { status: 'CONFIGURATION' })
				: ok(ids.filter((id) => id === 'a1').map((id) => ({ id, ...busy }))),
		);
		const { context } = fakeContext({ parameters: {}, answer });
		const client = createApiClient(context, await readCredential(context), {
			maxAttempts: 2,
			maxWaitSeconds: 0,
		});
		const entries = ['a1', 'a2'].map((id) => ({ id, body: {} }));
		const outcomes = await changeTasks(client, start.change, entries, {
			batchSize: 10,
			concurrency: 1,
		});
		expect(outcomes.get('a1')).toMatchObject({
			failure: { errorCode: 'DRS.M01504', isTransient: true },
		});
		expect(outcomes.get('a2')).toMatchObject({
			failure: { message: 'Task a2: the service returned nothing for this ID', jobId: 'a2' },
		});
	});
});

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

describe('a call that fails as a whole', () => {
	it.each([
		['task', 'getStatus'],
		['task', 'start'],
		['configuration', 'setDefiner'],
	])('names each of its tasks: %s → %s', async (resource, operation) => {
		const { output } = await run({ resource, operation }, ['a1', 'a2'], () => ({
			statusCode: 403,
			body: { error_code: 'DRS.M00102', error_msg: 'no' },
		}));
		expect(output).toMatchObject(
			['a1', 'a2'].map((id) => ({ error: { error_code: 'DRS.M00102', job_id: id } })),
		);
	});

	it('names each of its tasks when its end stays unclear', async () => {
		const { output } = await run(
			{ resource: 'task', operation: 'start' },
			['a1', 'a2'],
			() => UNCLEAR,
		);
		expect(output.map(({ error }) => (error as IDataObject).job_id)).toEqual(['a1', 'a2']);
	});
});

it('a creation that fails as a whole names each of its tasks', async () => {
	const { context } = fakeContext({
		parameters: { ...CREATE },
		items: [{ name: 'shop-1' }, { name: 'shop-2' }],
		continueOnFail: true,
		answer: () => ({ statusCode: 403, body: { error_code: 'DRS.M00102', error_msg: 'no' } }),
	});
	const [output] = await router(context);
	expect(output.map(({ json }) => (json.error as IDataObject).job_name)).toEqual([
		'shop-1',
		'shop-2',
	]);
});

describe('an explanation by the status of a task', () => {
	it('does not replace another failure of the same task', async () => {
		const { context } = fakeContext({
			parameters: {
				resource: 'connection',
				operation: 'changePassword',
				jobId: { __rl: true, mode: 'id', value: 'a1' },
				endPointType: '={{ $json.side }}',
				newPassword: 'New-Secret-1',
				options: { maxRetryWait: 0 },
			},
			items: [{ side: 'so' }, { side: 'ta' }],
			continueOnFail: true,
			answer: ({ url }) =>
				url.endsWith('batch-detail')
					? each(['a1'], { name: 'shop', status: 'CREATING' })
					: ok([
							{
								id: 'a1',
								end_point_type: 'so',
								status: 'failed',
								error_code: 'DRS.KE0002',
								error_msg: 'Wrong',
							},
							{
								id: 'a1',
								end_point_type: 'ta',
								status: 'failed',
								error_code: 'DRS.M00304',
								error_msg: 'No',
							},
						]),
		});
		const [output] = await router(context);
		expect(output.map(({ json }) => json.error)).toMatchObject([
			{ message: 'Task a1: Wrong (DRS.KE0002)', error_code: 'DRS.KE0002' },
			{
				message:
					'Task "shop" (a1): cannot change the password in status Being Created (CREATING) (DRS.M00304)',
			},
		]);
	});

	it('does not replace one of a call for the task alone', async () => {
		let calls = 0;
		const { context } = fakeContext({
			parameters: {
				resource: 'switchover',
				operation: 'switchVip',
				jobId: { __rl: true, mode: 'id', value: 'a1' },
				mode: '={{ $json.mode }}',
				options: { concurrency: 1 },
			},
			items: [{ mode: 'source' }, { mode: 'target' }],
			continueOnFail: true,
			answer: ({ url }) =>
				url.endsWith('batch-detail')
					? each(['a1'], { name: 'shop', status: 'CREATING' })
					: {
							statusCode: 200,
							body: {
								status: 'failed',
								error_code: calls++ === 0 ? 'DRS.M00300' : 'DRS.M00304',
								error_msg: 'No',
							},
						},
		});
		const [output] = await router(context);
		expect(output.map(({ json }) => json.error)).toMatchObject([
			{ error_code: 'DRS.M00300' },
			{ message: expect.stringContaining('in status Being Created (CREATING)') },
		]);
	});
});
