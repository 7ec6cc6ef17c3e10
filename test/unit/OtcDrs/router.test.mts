import { router } from '../../../nodes/OtcDrs/router.ts';
import { fakeContext } from '../../support/fakeContext.mts';

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
