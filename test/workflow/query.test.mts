import type { INodeParameters } from 'n8n-workflow';
import { useCloud } from '../support/cloud.mts';
import { createNamed, runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud();

const byId = (value: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'task',
	operation: 'getStatus',
	jobId: { __rl: true, mode: 'id', value },
	...more,
});

const createTasks = async (count: number, parameters: INodeParameters = {}): Promise<string[]> =>
	await createNamed(
		engine,
		Array.from({ length: count }, (_, index) => `shop-${index}`),
		parameters,
	);

describe('Get Status', () => {
	it('asks for all tasks in few calls, with the page always set, and keeps the input order', async () => {
		const ids = await createTasks(120);
		const run = await runNode(
			engine,
			byId('={{ $json.id }}'),
			ids.map((id) => ({ id })),
		);
		expect(run.error).toBeUndefined();
		expect(run.items('Note').map(({ json }) => json.id)).toEqual(ids);
		const calls = simulator.journal.of('getTaskStatuses');
		expect(calls.map(({ requestBody }) => (requestBody as { page_req: object }).page_req)).toEqual([
			{ cur_page: 1, per_page: 100 },
			{ cur_page: 1, per_page: 100 },
		]);
	});

	it('asks for 1,000 tasks in 10 calls', async () => {
		const ids = await createTasks(1000, { options: { batchSize: 100 } });
		const run = await runNode(
			engine,
			byId('={{ $json.id }}'),
			ids.map((id) => ({ id })),
		);
		expect(run.items('OTC DRS').map(({ json }) => json.id)).toEqual(ids);
		expect(simulator.journal.count('getTaskStatuses')).toBe(10);
	});

	it('gives 493 results and 7 explained failures for 500 items with 7 bad ones, each on its own item', async () => {
		const good = await createTasks(493);
		const bad = [0, 17, 99, 100, 250, 498, 499];
		const ids: string[] = [];
		for (let item = 0; item < 500; item++) {
			ids.push(bad.includes(item) ? `00000000-0000-0000-0000-0000000${item}jb10` : good.shift()!);
		}
		const run = await runNode(
			engine,
			byId('={{ $json.id }}'),
			ids.map((id) => ({ id })),
			'continueRegularOutput',
		);
		const output = run.items('OTC DRS');
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(ids.map((_, item) => ({ item })));
		const failed = output.flatMap(({ json }, item) => (json.error ? [item] : []));
		expect(failed).toEqual(bad);
		for (const item of bad) {
			expect(output[item].json.error).toMatchObject({
				job_id: ids[item],
				error_code: 'DRS.M05003',
				description: expect.stringContaining('Check the task ID'),
			});
		}
	});

	it.each(['missingResult', 'duplicateResult'] as const)(
		'matches every answer to its item although every second call has a %s',
		async (kind) => {
			const ids = await createTasks(40);
			simulator.faults.add({ operation: 'getTaskStatuses', kind, every: 2 });
			const run = await runNode(
				engine,
				byId('={{ $json.id }}', { options: { batchSize: 5, concurrency: 1, maxRetryWait: 0 } }),
				ids.map((id) => ({ id })),
			);
			expect(run.error).toBeUndefined();
			expect(run.items('OTC DRS').map(({ json }) => json.id)).toEqual(ids);
		},
	);

	it('makes the printed request', async () => {
		const ids = ['9a470239-2308-4bb5-a6bc-1040402fjb21', 'dc67695a-ee3e-49b8-a022-a099bd81jb21'];
		await runNode(
			engine,
			byId(ids.join(', '), { options: { batchSize: 10 } }),
			[{}],
			'continueRegularOutput',
		);
		expect(simulator.journal.of('getTaskStatuses')[0].requestBody).toEqual({
			jobs: ids,
			page_req: { cur_page: 1, per_page: 10 },
		});
	});

	it('takes a list of IDs from one item', async () => {
		const ids = await createTasks(3);
		const run = await runNode(engine, byId('={{ $json.ids }}'), [{ ids }]);
		expect(run.items('OTC DRS').map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual(
			ids.map((id) => [id, { item: 0 }]),
		);
	});

	it('asks once for a task that several items name', async () => {
		const [id] = await createTasks(1);
		const run = await runNode(engine, byId('={{ $json.id }}'), [{ id }, { id }]);
		expect(run.items('Note')).toHaveLength(2);
		expect(simulator.journal.of('getTaskStatuses')[0].requestBody).toMatchObject({ jobs: [id] });
	});

	it('fails for an unknown task on its own item, with the ID and the remedy', async () => {
		const [id] = await createTasks(1);
		const unknown = '00000000-0000-0000-0000-00000000jb10';
		const run = await runNode(
			engine,
			byId('={{ $json.id }}', { options: { maxRetryWait: 0 } }),
			[{ id: unknown }, { id }, { id: 'not an id' }, { id: '' }],
			'continueRegularOutput',
		);
		const [first, second, third, fourth] = run.items('Note').map(({ json }) => json);
		expect(first.error).toMatchObject({
			message: expect.stringContaining(unknown),
			job_id: unknown,
		});
		expect(second).toMatchObject({ id, status: expect.any(String) });
		expect(third.error).toMatchObject({ message: 'Task: "not an id" is not a task ID [item 2]' });
		expect(fourth.error).toMatchObject({ message: 'Task: is empty [item 3]' });
	});

	it.each([
		'dropAfter',
		'serverError',
		'html',
		'truncated',
		'tooManyRequests',
		'tooFrequent',
	] as const)('gets all results although every second call ends with %s', async (kind) => {
		const ids = await createTasks(6);
		simulator.faults.add({ operation: 'getTaskStatuses', kind, every: 2, retryAfterSeconds: 0 });
		const run = await runNode(
			engine,
			byId('={{ $json.id }}', { options: { batchSize: 1, concurrency: 1, maxRetryWait: 0 } }),
			ids.map((id) => ({ id })),
		);
		expect(run.items('Note').map(({ json }) => json.id)).toEqual(ids);
	});
});

describe('Get', () => {
	it('gives the task in ten fields, or as the API answers it', async () => {
		const [id] = await createTasks(1);
		const simple = await runNode(engine, byId(id, { operation: 'get' }));
		expect(simple.items('Note')[0].json).toMatchObject({
			id,
			name: 'shop-0',
			db_use_type: 'migration',
			engine_type: 'mysql',
			task_type: 'FULL_INCR_TRANS',
		});
		const whole = await runNode(engine, byId(id, { operation: 'get', simplify: false }));
		expect(whole.items('Note')[0].json).toMatchObject({
			id,
			target_endpoint: { db_type: 'mysql' },
		});
	});

	it('makes the printed request', async () => {
		const ids = ['24834eb6-be30-464e-a299-f7aa730jb101', '140b5236-88ad-43c8-811c-1268453jb101'];
		const parameters = byId(ids.join(','), { operation: 'get', options: { batchSize: 10 } });
		await runNode(engine, parameters, [{}], 'continueRegularOutput');
		expect(simulator.journal.of('getTaskDetails')[0].requestBody).toEqual({
			jobs: ids,
			page_req: { cur_page: 1, per_page: 10 },
		});
	});
});
