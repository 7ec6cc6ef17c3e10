import { readSendingOptions } from '../../../../nodes/shared/n8n/options.ts';

it('keeps options within their bounds', () => {
	expect(readSendingOptions({}, 'query')).toEqual({
		batchSize: 100,
		concurrency: 4,
		retry: { maxAttempts: 5, maxWaitSeconds: 60 },
	});
	expect(
		readSendingOptions({ batchSize: 1000, concurrency: 0, maxAttempts: 'x' }, 'change'),
	).toMatchObject({
		batchSize: 100,
		concurrency: 1,
		retry: { maxAttempts: 5 },
	});
});
