import { hintsOf } from '../../../nodes/OtcDrs/hints.ts';
import { router } from '../../../nodes/OtcDrs/router.ts';
import { fakeContext, type FakeAnswer } from '../../support/fakeContext.mts';

it('hands every operation a client whose clock can be replaced', async () => {
	let now = 0;
	const fake = fakeContext({
		parameters: { resource: 'task', operation: 'getStatus', jobId: 'a1' },
		answer: (_request, count) =>
			count === 1
				? { statusCode: 429, body: {}, headers: { 'retry-after': '30' } }
				: {
						statusCode: 200,
						body: { count: 1, results: [{ id: 'a1', status: 'CONFIGURATION' }] },
					},
	});
	const [output] = await router(fake.context, {
		now: () => now,
		random: () => 0,
		sleep: async (milliseconds) => {
			now += milliseconds;
		},
	});
	expect(output).toMatchObject([{ json: { id: 'a1', status: 'CONFIGURATION' } }]);
	expect(now).toBe(30_000);
});

const STATUS = { resource: 'task', operation: 'getStatus', jobId: 'a1,b2' };

it('notes in the traces of n8n how many calls it took, and the last request ID', async () => {
	const fake = fakeContext({
		parameters: STATUS,
		answer: (_request, count): FakeAnswer =>
			count === 1
				? { statusCode: 429, body: {}, headers: { 'retry-after': '0' } }
				: {
						statusCode: 200,
						headers: { 'x-request-id': 'request-2' },
						body: {
							count: 2,
							results: ['a1', 'b2'].map((id) => ({ id, status: 'CONFIGURATION' })),
						},
					},
	});
	const setMetadata = jest.spyOn(fake.context, 'setMetadata');
	await router(fake.context);
	expect(setMetadata.mock.calls).toEqual([
		[
			{
				tracing: {
					'otc_drs.items': 1,
					'otc_drs.calls': 1,
					'otc_drs.retries': 1,
					'otc_drs.request_id': 'request-2',
				},
			},
		],
	]);
});

it('takes no column of the input that is called error for a failure', () => {
	expect(hintsOf([{ json: { error: null } }, { json: { error: 'none' } }])).toEqual([]);
	expect(hintsOf([{ json: { error: { message: 'x' } } }])).toHaveLength(1);
});

it('says above the output how many items failed, when the node continues', async () => {
	const fake = fakeContext({
		parameters: STATUS,
		continueOnFail: true,
		answer: () => ({
			statusCode: 200,
			body: {
				count: 2,
				results: [
					{ id: 'a1', status: 'CONFIGURATION' },
					{ id: 'b2', error_code: 'DRS.M05001', error_msg: 'gone' },
				],
			},
		}),
	});
	await router(fake.context);
	expect(fake.hints).toEqual([
		{
			type: 'warning',
			location: 'outputPane',
			message: '1 of 2 items failed. See "error" for the reason and the remedy.',
		},
	]);
});

it.each([
	['nothing', [{ id: 'a1' }], []],
	[
		'alarms',
		[{ id: 'a1', precheck_alarms: [{ item: 'x' }] }, { id: 'b2' }],
		['1 of 2 items passed the pre-check with accepted alarms. See "precheck_alarms".'],
	],
	[
		'alarms of an item that failed, once',
		[{ error: { message: 'x' }, precheck_alarms: [] }],
		['1 of 1 item failed. See "error" for the reason and the remedy.'],
	],
])('hints at %s', (_name, jsons, messages) => {
	expect(hintsOf(jsons.map((json) => ({ json }))).map(({ message }) => message)).toEqual(messages);
});
