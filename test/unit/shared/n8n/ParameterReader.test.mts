import { router } from '../../../../nodes/OtcDrs/router.ts';
import {
	hasExpression,
	locatorValue,
	ParameterReader,
} from '../../../../nodes/shared/n8n/ParameterReader.ts';
import { fakeContext } from '../../../support/fakeContext.mts';

describe('ParameterReader', () => {
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

	it('gives each item its own value, whatever the order', () => {
		const { context } = fakeContext({
			parameters: { resource: 'task', operation: 'getStatus', jobId: '={{ $json.id }}' },
			items: [{ id: 'a0' }, { id: 'a1' }],
		});
		const reader = new ParameterReader(context);
		expect([0, 1, 1, 0].map((item) => reader.get('jobId', item, ''))).toEqual([
			'a0',
			'a1',
			'a1',
			'a0',
		]);
	});

	it('looks for expressions once, not for every item', () => {
		let looks = 0;
		const { context } = fakeContext({ parameters: { resource: 'task' } });
		const parameters = {
			get filters() {
				looks++;
				return { name: 'shop' };
			},
		};
		context.getNode = () => ({ parameters }) as never;
		context.getNodeParameter = (() => ({ name: 'shop' })) as never;
		const reader = new ParameterReader(context);
		for (let item = 0; item < 10; item++) reader.get('filters', item, {});
		expect(looks).toBe(1);
	});
});

it('finds expressions at any depth', () => {
	expect(hasExpression({ a: [{ b: '={{ 1 }}' }] })).toBe(true);
	expect(hasExpression({ a: ['b', 1, null], c: 'x=1' })).toBe(false);
});

it('takes the ID out of a resource locator', () => {
	expect(locatorValue({ __rl: true, mode: 'list', value: ' id ' })).toBe('id');
	expect(locatorValue('id')).toBe('id');
	expect([locatorValue(undefined), locatorValue({ value: null })]).toEqual(['', '']);
});
