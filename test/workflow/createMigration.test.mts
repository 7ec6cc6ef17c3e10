import type { IDataObject } from 'n8n-workflow';
import { useCloud } from '../support/cloud.mts';
import examples from '../fixtures/createExamples.json' with { type: 'json' };
import { CREATE, otcEngine, runNode } from '../support/otc.mts';

const { simulator } = useCloud();

const names = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ name: `shop-${index}` }));

describe('Create Migration Task in a workflow', () => {
	it('hands the job response to the next node', async () => {
		const run = await runNode(otcEngine(simulator.url), CREATE, [{ name: 'shop-db' }]);
		expect(run.error).toBeUndefined();
		expect(run.items('Note')[0].json).toEqual(run.items('OTC DRS')[0].json);
		expect(run.items('OTC DRS')).toEqual([
			expect.objectContaining({
				json: {
					id: expect.stringMatching(/^[0-9a-z-]{30,}$/),
					name: 'shop-db',
					status: 'CREATING',
					create_time: expect.stringMatching(/^\d{13}$/),
				},
				pairedItem: { item: 0 },
			}),
		]);
	});

	it.each(examples.map((example) => [example.title, example] as const))(
		'the printed example is accepted: %s',
		async (_title, { operation, parameters, body }) => {
			const run = await runNode(otcEngine(simulator.url), {
				resource: 'task',
				operation,
				...(parameters as IDataObject),
			} as never);
			expect(run.error).toBeUndefined();
			expect(run.items('Note')[0].json).toMatchObject({
				name: parameters.name,
				status: 'CREATING',
			});
			const sent = [...simulator.journal.of('createTasks'), ...simulator.journal.of('listTasks')];
			expect(sent.map(({ requestBody }) => requestBody)).toEqual([body]);
		},
	);

	it('shares calls, and pairs each response with its item although they come in another order', async () => {
		const run = await runNode(otcEngine(simulator.url), CREATE, names(25));
		expect(simulator.journal.count('createTasks')).toBe(3);
		expect(run.items('OTC DRS').map(({ json, pairedItem }) => [json.name, pairedItem])).toEqual(
			names(25).map(({ name }, item) => [name, { item }]),
		);
	});

	it.each(['manual', 'trigger', 'webhook'] as const)(
		'reaches the notification when n8n starts the workflow by %s',
		async (mode) => {
			const engine = otcEngine(simulator.url);
			const run = await runNode(engine, CREATE, [{ name: 'shop-db' }], 'stopWorkflow', mode);
			expect(run.status).toBe('success');
			expect(run.items('Note')[0].json).toMatchObject({ name: 'shop-db', status: 'CREATING' });
		},
	);

	it('sends nothing when one item has a bad field and the node is to stop', async () => {
		const run = await runNode(otcEngine(simulator.url), CREATE, [...names(3), { name: 'abc' }]);
		expect(run.error?.message).toBe('Task Name: "abc" has 3 characters [item 3]');
		expect(run.error?.description).toContain('4 to 50 letters');
		expect(simulator.journal.count('createTasks')).toBe(0);
	});

	it('names the missing instance', async () => {
		const run = await runNode(otcEngine(simulator.url), {
			...CREATE,
			name: 'shop-db',
			targetInstance: { __rl: true, mode: 'id', value: '={{ $json.missing }}' },
		});
		expect(run.error?.message).toBe('Target DB Instance: is empty');
		expect(run.error?.description).toContain('Choose the DB instance');
	});

	it('explains a name that is taken', async () => {
		const engine = otcEngine(simulator.url);
		await runNode(engine, CREATE, [{ name: 'shop-db' }]);
		const run = await runNode(engine, CREATE, [{ name: 'SHOP-DB' }]);
		expect(run.error?.message).toBe('Task "SHOP-DB": The task name already exists (DRS.M00277)');
		expect(run.error?.description).toContain('Return Existing Task');
	});

	it('names what was created before it stops', async () => {
		const engine = otcEngine(simulator.url);
		await runNode(engine, CREATE, [{ name: 'shop-1' }]);
		const run = await runNode(engine, CREATE, names(3));
		expect(run.error?.message).toContain('"shop-1"');
		expect(run.error?.description).toMatch(/Done before the stop: shop-0 .*, shop-2 /);
	});

	it('goes on with On Error → Continue, each failure on its own item, in input order', async () => {
		const engine = otcEngine(simulator.url);
		await runNode(engine, CREATE, [{ name: 'shop-7' }]);
		const items = names(20);
		items[3] = { name: 'x' };
		items[12] = { name: 'SHOP-11' };
		const run = await runNode(engine, CREATE, items, 'continueRegularOutput');
		const output = run.items('OTC DRS');
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
		const failures = output.flatMap(({ json }, item) =>
			json.error ? [[item, json.error as IDataObject] as const] : [],
		);
		expect(failures.map(([item]) => item)).toEqual([3, 7, 12]);
		expect(failures[0][1]).toMatchObject({ message: 'Task Name: "x" has 1 character [item 3]' });
		expect(failures[1][1]).toMatchObject({
			error_code: 'DRS.M00277',
			http_status: 422,
			job_name: 'shop-7',
		});
		expect(failures[1][1].request_id).toEqual(expect.any(String));
		expect(failures[2][1].message).toContain('is also the name of item 11');
	});

	it('routes failures to the error output', async () => {
		const run = await runNode(
			otcEngine(simulator.url),
			CREATE,
			[...names(2), { name: 'x' }],
			'continueErrorOutput',
		);
		expect(run.items('Note')).toHaveLength(2);
		expect(run.items('OTC DRS', 1).map(({ json }) => json)).toEqual([
			expect.objectContaining({
				name: 'x',
				error: expect.objectContaining({ message: expect.stringContaining('Task Name') }),
			}),
		]);
	});

	it('returns the existing task when asked to, with the settings that differ', async () => {
		const engine = otcEngine(simulator.url);
		const first = await runNode(engine, CREATE, [{ name: 'shop-db' }]);
		const run = await runNode(
			engine,
			{
				...CREATE,
				additionalFields: { taskType: 'FULL_TRANS' },
				options: { ifTaskExists: 'return' },
			},
			[{ name: 'shop-db' }],
		);
		expect(run.items('Note')[0].json).toMatchObject({
			id: first.items('Note')[0].json.id,
			already_existed: true,
			differences: [{ field: 'task_type', requested: 'FULL_TRANS', existing: 'FULL_INCR_TRANS' }],
		});
	});

	it('takes user and password from the database credentials, and never shows them', async () => {
		const run = await runNode(
			otcEngine(simulator.url),
			{
				...CREATE,
				sourceDatabase: { authentication: 'credential' },
				targetDatabase: { authentication: 'credential' },
			},
			[{ name: 'shop-db' }],
		);
		expect(run.status).toBe('success');
		const [{ requestBody }] = simulator.journal.of('createTasks');
		expect(JSON.stringify(requestBody)).toContain('"db_user":"src"');
		for (const secret of ['Src-Secret-1', 'Tgt-Secret-1']) {
			expect(JSON.stringify([run.raw, simulator.journal.entries])).not.toContain(secret);
		}
	});
});

describe('whatever the network does, each task is created once', () => {
	it.each([
		'dropBefore',
		'dropAfter',
		'serverError',
		'truncated',
		'html',
		'tooManyRequests',
		'tooFrequent',
		'busy',
	] as const)('with %s every second call', async (kind) => {
		simulator.faults.add({ operation: 'createTasks', kind, every: 2, retryAfterSeconds: 0 });
		const run = await runNode(
			otcEngine(simulator.url),
			{ ...CREATE, options: { batchSize: 2, concurrency: 2, maxAttempts: 8, maxRetryWait: 0 } },
			names(12),
		);
		expect(run.error).toBeUndefined();
		expect(run.items('Note').map(({ json }) => json.name)).toEqual(
			names(12).map(({ name }) => name),
		);
		const ids = new Set(run.items('Note').map(({ json }) => json.id));
		expect(ids.size).toBe(12);
	});
});
