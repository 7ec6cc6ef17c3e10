import { readMinutes } from '../../../../nodes/shared/fields/minutes.ts';
import { router } from '../../../../nodes/OtcDrs/router.ts';
import { failed, success } from '../../../../nodes/shared/failures/failure.ts';
import { fakeContext } from '../../../support/fakeContext.mts';

const FIELD = 'Stop Timeout (Minutes)';

describe('readMinutes', () => {
	it.each([
		[15, 15],
		['15', 15],
		[0, 0],
		[0.5, 0.5],
	])('reads %p', (value, minutes) => {
		expect(readMinutes(FIELD, value)).toEqual(success(minutes));
	});

	it.each([
		['60 min', '"60 min" is not a time'],
		[-1, '"-1" is not a time'],
		[1e9, '"1000000000" is not a time'],
		[NaN, '"NaN" is not a time'],
		['', 'is empty'],
		[null, 'is empty'],
		[{}, 'the value is not a time'],
	])('refuses %p', (value, fault) => {
		expect(readMinutes(FIELD, value)).toEqual(
			failed({
				message: `${FIELD}: ${fault}`,
				description: 'Enter the minutes as a number from 0 to 527040.',
			}),
		);
	});
});

describe('a time that is none', () => {
	it('stops nothing', async () => {
		const fake = fakeContext({
			parameters: {
				resource: 'task',
				operation: 'delete',
				jobId: '={{ $json.id }}',
				stopFirst: true,
				stopTimeout: '={{ $json.minutes }}',
			},
			items: [{ id: 'a1', minutes: '60 min' }],
			continueOnFail: true,
		});
		const [output] = await router(fake.context);
		expect(output[0].json).toMatchObject({
			error: { message: `${FIELD}: "60 min" is not a time` },
		});
		expect(fake.sent).toEqual([]);
	});
});
