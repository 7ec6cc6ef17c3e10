import { router } from '../../../../nodes/OtcDrs/router.ts';
import { fakeContext } from '../../../support/fakeContext.mts';

const FIELD = 'Stop Timeout (Minutes)';

describe('a time that is none', () => {
	it.each([
		['60 min', '"60 min" is not a number'],
		[-1, '-1 is too small'],
		[1e9, '1000000000 is too large'],
		[NaN, 'a failed calculation is not a number'],
		[{}, 'an empty object is not a number'],
	])('stops nothing: %j', async (minutes, fault) => {
		const fake = fakeContext({
			parameters: {
				resource: 'task',
				operation: 'delete',
				jobId: '={{ $json.id }}',
				stopFirst: true,
				stopTimeout: '={{ $json.minutes }}',
			},
			items: [{ id: 'a1', minutes }],
			continueOnFail: true,
		});
		const [output] = await router(fake.context);
		expect(output[0].json).toMatchObject({
			error: { message: `${FIELD}: ${fault}` },
		});
		expect(fake.sent).toEqual([]);
	});
});
