import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { router } from '../../nodes/OtcDrs/router.ts';
import { connectionError, fakeContext, type FakeAnswer } from '../support/fakeContext.mts';

const JOB_ID = { __rl: true, mode: 'id', value: 'id-1' };

const LOST: Array<[string, () => FakeAnswer]> = [
	['a dropped connection', () => connectionError('ECONNRESET')],
	['a 504', () => ({ statusCode: 504, body: {} })],
];

const CALLS: Array<[string, INodeParameters, number]> = [
	['Comparison → Create', { resource: 'comparison', operation: 'create' }, 1],
	['Switchover → Switch Virtual IP', { resource: 'switchover', operation: 'switchVip' }, 3],
];

const CASES = CALLS.flatMap(([name, parameters, times]) =>
	LOST.map(([how, answer]) => [name, how, parameters, times, answer] as const),
);

it.each(CASES)(
	'%s, whose answer is lost by %s, says that it may have happened and how to find out',
	async (_name, _how, parameters, times, answer) => {
		const fake = fakeContext({
			parameters: { ...parameters, jobId: JOB_ID, options: { maxAttempts: 3, maxRetryWait: 0 } },
			continueOnFail: true,
			answer,
		});
		const [output] = await router(fake.context);
		const { message, description } = output[0].json.error as IDataObject;
		expect(message).toContain('The call may have been carried out');
		expect(description).toMatch(/^(Look|Check)/);
		expect(fake.sent).toHaveLength(times);
	},
);

it.each(CALLS)('%s that was refused does not say so', async (_name, parameters) => {
	const fake = fakeContext({
		parameters: { ...parameters, jobId: JOB_ID },
		continueOnFail: true,
		answer: () => ({ statusCode: 400, body: { error_code: 'DRS.M00304', error_msg: 'No.' } }),
	});
	const [output] = await router(fake.context);
	expect((output[0].json.error as IDataObject).message).not.toContain('carried out');
});
