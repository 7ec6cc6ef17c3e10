import type { IDataObject } from 'n8n-workflow';
import { router } from '../../../../nodes/OtcDrs/router.ts';
import { fakeContext } from '../../../support/fakeContext.mts';
import { CREATE } from '../../../support/otc.mts';
import { run, UNCLEAR, each, ok } from './changeService.mts';

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
