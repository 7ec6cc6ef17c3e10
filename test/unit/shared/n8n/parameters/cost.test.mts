import { router } from '../../../../../nodes/OtcDrs/router.ts';
import { fakeContext } from '../../../../support/fakeContext.mts';

it('evaluates an expression once for an item, also for parts of a collection', async () => {
	const items = Array.from({ length: 20 }, (_, index) => ({ id: `a${index}`, ip: '10.0.0.5' }));
	const fake = fakeContext({
		parameters: {
			resource: 'task',
			operation: 'update',
			jobId: '={{ $json.id }}',
			sourceDatabase: { ip: '={{ $json.ip }}' },
			targetDatabase: { ip: '={{ $json.ip }}' },
			options: { maxAttempts: 1 },
		},
		items,
		continueOnFail: true,
	});
	await router(fake.context);
	expect(fake.reads.get('sourceDatabase')).toBe(items.length);
	expect(fake.reads.get('targetDatabase')).toBe(items.length);
});
