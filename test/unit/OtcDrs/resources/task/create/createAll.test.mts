import type { IDataObject } from 'n8n-workflow';
import { router } from '../../../../../../nodes/OtcDrs/router.ts';
import {
	fakeContext,
	type FakeAnswer,
	type SentRequest,
} from '../../../../../support/fakeContext.mts';
import { CREATE } from '../../../../../support/otc.mts';

const callOf = ({ url }: SentRequest): string => url.split('/').at(-1)!;

/** A service that keeps names unique, and refuses tasks with this description. */
function service(exist: readonly string[] = [], refusedDescription = 'refuse') {
	const tasks = new Map(
		exist.map((name) => [name, { id: `id-${name}`, name, status: 'CREATING' }]),
	);
	return (request: SentRequest): FakeAnswer => {
		const jobs = (request.body?.jobs ?? []) as Array<IDataObject | string>;
		if (callOf(request) === 'jobs') {
			const task = tasks.get(String(request.body?.name));
			return { statusCode: 200, body: { jobs: task ? [task] : [] } };
		}
		const results = jobs.map((job): IDataObject => {
			if (typeof job === 'string') return { id: job, status: 'CREATING', task_type: 'FULL_TRANS' };
			const name = String(job.name);
			if (tasks.has(name)) return { name, status: 'failed', error_code: 'DRS.M00277' };
			if (job.description === refusedDescription)
				return { name, status: 'failed', error_code: 'DRS.M05006' };
			tasks.set(name, { id: `id-${name}`, name, status: 'CREATING' });
			return { ...tasks.get(name) };
		});
		return { statusCode: 202, body: { results } };
	};
}

async function create(
	items: IDataObject[],
	answer: (request: SentRequest) => FakeAnswer | Promise<FakeAnswer>,
	options: IDataObject = {},
) {
	const fake = fakeContext({
		parameters: {
			...CREATE,
			additionalFields: { description: '={{ $json.description }}' },
			options: { ifTaskExists: 'return', maxRetryWait: 0, ...options },
		},
		items,
		continueOnFail: true,
		answer,
	});
	const [output] = await router(fake.context);
	return { output: output.map(({ json }) => json), calls: fake.sent.map(callOf) };
}

const times = (count: number, of: (index: number) => IDataObject): IDataObject[] =>
	Array.from({ length: count }, (_, index) => of(index));

describe('many items with one name', () => {
	it('share the task: it is created once, and its details are read once', async () => {
		const items = times(500, () => ({ name: 'shop' }));
		const { output, calls } = await create(items, service());
		expect(calls).toEqual(['batch-creation', 'batch-detail']);
		expect(output).toHaveLength(500);
		expect(output[0]).toMatchObject({ id: 'id-shop' });
		expect(output[0]).not.toHaveProperty('already_existed');
		for (const item of output.slice(1)) {
			expect(item).toMatchObject({
				id: 'id-shop',
				already_existed: true,
				differences: [{ field: 'task_type' }],
			});
		}
	});

	it('share a failure as far as they ask for the same; another wish is tried', async () => {
		const items = [
			...times(50, () => ({ name: 'shop', description: 'refuse' })),
			{ name: 'shop', description: 'good' },
			{ name: 'shop', description: 'good' },
		];
		const { output, calls } = await create(items, service());
		expect(calls).toEqual(['batch-creation', 'batch-creation', 'batch-detail']);
		expect(output[0].error).toMatchObject({ error_code: 'DRS.M05006' });
		for (const item of output.slice(1)) expect(item).toMatchObject({ id: 'id-shop' });
	});

	it('the one that creates the task has not found it', async () => {
		const items = [
			{ name: 'shop', description: 'refuse' },
			{ name: 'shop', description: 'good' },
			{ name: 'shop', description: 'good' },
			{ name: 'shop', description: 'other' },
		];
		const { output } = await create(items, service());
		expect(output.map(({ already_existed: found }) => found)).toEqual([
			undefined,
			undefined,
			true,
			true,
		]);
	});

	it('are not tried one after the other when the user may not create tasks', async () => {
		const items = times(30, (index) => ({ name: 'shop', description: `wish ${index}` }));
		const { output, calls } = await create(
			items,
			(): FakeAnswer => ({
				statusCode: 403,
				body: { error_code: 'DRS.M00102', error_msg: 'no' },
			}),
		);
		expect(calls.length).toBeLessThanOrEqual(2);
		for (const { error } of output) expect(error).toMatchObject({ error_code: 'DRS.M00102' });
	});

	it('all fail when none of them can be created', async () => {
		const items = times(50, () => ({ name: 'shop', description: 'refuse' }));
		const { output, calls } = await create(items, service());
		expect(calls).toEqual(['batch-creation']);
		for (const { error } of output) expect(error).toMatchObject({ error_code: 'DRS.M05006' });
	});
});

it('the details of many tasks that exist are read in batches of 100', async () => {
	const names = times(250, (index) => ({ name: `shop-${index}` }));
	const exist = names.map(({ name }) => String(name));
	const { output, calls } = await create(names, service(exist), { batchSize: 100 });
	expect(output.map(({ id }) => id)).toEqual(exist.map((name) => `id-${name}`));
	for (const item of output) expect(item.already_existed).toBe(true);
	expect(calls.filter((call) => call === 'batch-detail')).toHaveLength(3);
});

it.each([1, 4])('never more than %i calls are under way, also while looking up', async (limit) => {
	let running = 0;
	let most = 0;
	const items = times(400, (index) => ({ name: `shop-${index}` }));
	const answer = async (request: SentRequest): Promise<FakeAnswer> => {
		most = Math.max(most, ++running);
		await new Promise((resolve) => setImmediate(resolve));
		running--;
		return callOf(request) === 'batch-creation'
			? { statusCode: 504, body: '' }
			: { statusCode: 200, body: { jobs: [] } };
	};
	await create(items, answer, { concurrency: limit, batchSize: 100, maxAttempts: 1 });
	expect(most).toBe(limit);
});
