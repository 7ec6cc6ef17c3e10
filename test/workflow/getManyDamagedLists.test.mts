import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { router } from '../../nodes/OtcDrs/router.ts';
import { fakeContext, type FakeAnswer, type SentRequest } from '../support/fakeContext.mts';

const namesOf = (records: IDataObject[]) => records.map(({ name }) => name);

describe('a list of another service that is no list', () => {
	const listed = async (
		resource: string,
		answer: (request: SentRequest, count: number) => unknown,
		parameters: INodeParameters = {},
	) => {
		const fake = fakeContext({
			parameters: { resource, operation: 'getMany', returnAll: true, ...parameters },
			continueOnFail: true,
			answer: (request, count): FakeAnswer => ({ statusCode: 200, body: answer(request, count) }),
		});
		const [items] = await router(fake.context);
		return { items: items.map(({ json }) => json), calls: fake.sent.length };
	};

	const instance = (id: string) => ({ id, name: id, datastore: { type: 'MySQL' } });

	it.each([
		['has no list', {}, 'the response contains no list'],
		['is empty before its end', { instances: [], total_count: 3 }, 'gave 0 of 3 remaining entries'],
	])('is damaged when it %s, not empty', async (_name, body, message) => {
		const { items } = await listed('dbInstance', () => body, { engine: 'mysql' });
		expect(items).toEqual([
			{ error: expect.objectContaining({ message: expect.stringContaining(message) }) },
		]);
	});

	it('is read on by position when a page is shorter than asked for', async () => {
		const all = ['a', 'b', 'c'].map(instance);
		const { items } = await listed(
			'dbInstance',
			({ url }) => {
				const offset = Number(new URLSearchParams(url.split('?')[1]).get('offset'));
				return { instances: all.slice(offset, offset + 2), total_count: all.length };
			},
			{ engine: 'mysql' },
		);
		expect(namesOf(items)).toEqual(['a', 'b', 'c']);
	});

	it('ends when the service repeats itself', async () => {
		const { items, calls } = await listed(
			'dbInstance',
			() => ({ instances: [instance('a')], total_count: 1_000_000 }),
			{ engine: 'mysql' },
		);
		expect(namesOf(items)).toEqual(['a']);
		expect(calls).toBe(2);
	});

	it('is refused when it has no end', async () => {
		const { items, calls } = await listed(
			'dbInstance',
			(_request, count) => ({ instances: [instance(`a-${count}`)], total_count: 1_000_000 }),
			{ engine: 'mysql' },
		);
		expect(items).toEqual([
			{ error: expect.objectContaining({ message: expect.stringContaining('1000 pages') }) },
		]);
		expect(calls).toBe(1_000);
	});

	it('leaves out what has no ID, and what is not there', async () => {
		const { items } = await listed(
			'dbInstance',
			() => ({ instances: [null, { name: 'x', datastore: { type: 'MySQL' } }, instance('a')] }),
			{ engine: 'mysql' },
		);
		expect(items).toEqual([{ id: 'a', name: 'a', db_type: 'mysql', engine: 'MySQL' }]);
	});

	it('gives the addresses that clients of a DDS cluster use', async () => {
		const nodes = (...ips: string[]) => ips.map((ip) => ({ private_ip: ip }));
		const { items } = await listed(
			'dbInstance',
			() => ({
				instances: [
					{
						...instance('cluster'),
						datastore: { type: 'DDS-Community', version: '4.0' },
						groups: [
							{ type: 'mongos', nodes: nodes('10.0.0.1', '10.0.0.2') },
							{ type: 'shard', nodes: nodes('10.0.0.3') },
							{ type: 'config', nodes: nodes('10.0.0.4') },
						],
					},
				],
			}),
			{ engine: 'mongodb' },
		);
		expect(items[0].address).toBe('10.0.0.1,10.0.0.2');
	});
});
