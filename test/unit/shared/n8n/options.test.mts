import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { FORM } from '../../../../nodes/OtcDrs/form.ts';
import { sendingOptionsOf } from '../../../../nodes/shared/n8n/options.ts';
import { readerOf } from '../../../../nodes/shared/n8n/parameters/fromContext.ts';
import { fakeContext } from '../../../support/fakeContext.mts';

const read = (options: INodeParameters, items?: IDataObject[]) => {
	const parameters = { resource: 'task', operation: 'getStatus', jobId: 'a1', options };
	return sendingOptionsOf(readerOf(fakeContext({ parameters, items }).context, FORM), 'query');
};

it('are the usual ones where nothing is set', () => {
	expect(read({})).toEqual({
		ok: true,
		value: { batchSize: 100, concurrency: 100, retry: { maxAttempts: 5, maxWaitSeconds: 60 } },
	});
});

it('are refused outside of their bounds', () => {
	expect(read({ batchSize: 1000, concurrency: 0, maxAttempts: 'x' })).toMatchObject({
		ok: false,
		failure: {
			message: expect.stringMatching(
				/Options → Batch Size: 1000 is too large.*Concurrency: 0 is too small.*Max Attempts: "x" is not a number/s,
			),
		},
	});
});

it('are refused when they differ between the items', () => {
	expect(read({ batchSize: '={{ $json.size }}' }, [{ size: 5 }, { size: '7' }])).toMatchObject({
		ok: false,
		failure: {
			message: 'Options → Batch Size: differs between the items: 5 for item 0, 7 for item 1',
		},
	});
});
