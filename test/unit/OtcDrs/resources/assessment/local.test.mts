import type { INodeParameters } from 'n8n-workflow';
import { router } from '../../../../../nodes/OtcDrs/router.ts';
import { fakeContext } from '../../../../support/fakeContext.mts';

const row = { server: 'shop', check: 'source.version', object: '', value: '8.0.36|r@%' };

it.each<[string, INodeParameters]>([
	['assessment', { operation: 'getSql', serverName: 'shop' }],
	['assessment', { operation: 'evaluate' }],
	['verification', { operation: 'getSql', serverName: 'shop' }],
	['verification', { operation: 'evaluate' }],
])('%s %p reads no credential and sends nothing', async (resource, parameters) => {
	const fake = fakeContext({ parameters: { resource, ...parameters }, items: [row] });
	await router(fake.context);
	expect(fake.reads.has('otcApi')).toBe(false);
	expect(fake.sent).toEqual([]);
});

it('reads the credential for what calls the cloud', async () => {
	const parameters = { resource: 'task', operation: 'getStatus', jobId: 'a1' };
	const fake = fakeContext({ parameters, continueOnFail: true });
	await router(fake.context);
	expect(fake.reads.get('otcApi')).toBe(1);
});

it('knows the databases that are to be read', async () => {
	const fake = fakeContext({
		parameters: {
			resource: 'assessment',
			operation: 'getSql',
			serverName: 'shop',
			options: { databases: 'app, billing,' },
		},
	});
	const [output] = await router(fake.context);
	const sql = output.map(({ json }) => String(json.sql)).join('\n');
	expect(sql).toContain("'billing'");
	expect(sql).toContain("'app'");
});

describe.each<[string, INodeParameters]>([
	['assessment', { operation: 'evaluate' }],
	['verification', { operation: 'evaluate' }],
	['verification', { operation: 'getSql', level: 'contents' }],
])('%s %j without a row of the statements', (resource, parameters) => {
	const message = 'Input Items: contain no row of the statements';
	const fake = (continueOnFail: boolean) =>
		fakeContext({
			parameters: { resource, ...parameters },
			items: [{ id: 1 }, { id: 2 }],
			continueOnFail,
		});

	it('stops and blames no item', async () => {
		const thrown = await router(fake(false).context).catch((error: unknown) => error);
		expect(thrown).toMatchObject({ message });
		expect(thrown).not.toHaveProperty('context.itemIndex', expect.any(Number));
	});

	it('gives one error that stands for all items, if it is set to continue', async () => {
		const [output] = await router(fake(true).context);
		expect(output).toEqual([
			{
				json: { error: expect.objectContaining({ message }) },
				pairedItem: [{ item: 0 }, { item: 1 }],
			},
		]);
	});
});
