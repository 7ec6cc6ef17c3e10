import type { IDataObject } from 'n8n-workflow';
import { passMinutes } from '../support/clock.mts';
import { useTaskLife } from './support/taskLife.mts';

const { simulator, create, run, precheck, statuses, replicating } = useTaskLife();

describe('the life of a task', () => {
	it('goes from nothing to replicating and to its end', async () => {
		const ids = await create('shop-1', 'shop-2');
		expect(await statuses(ids)).toEqual(['CREATING', 'CREATING']);
		passMinutes(1);
		expect(await statuses(ids)).toEqual(['CONFIGURATION', 'CONFIGURATION']);

		expect(await precheck('run', ids)).toEqual(
			ids.map((id) => ({ id, status: 'success', precheck_id: id })),
		);
		expect((await precheck('getResult', ids))[0]).toMatchObject({ is_finished: false });
		passMinutes(1);
		expect(await precheck('getResult', ids)).toEqual(
			ids.map((id) =>
				expect.objectContaining({
					precheck_id: id,
					result: true,
					is_finished: true,
					failed_items: [],
				}),
			),
		);

		expect(await run('start', ids)).toEqual(ids.map((id) => ({ id, status: 'success' })));
		passMinutes(1);
		const [progress] = await run('getProgress', ids);
		expect(progress).toMatchObject({ job_id: ids[0], transfer_status: 'FULL_TRANSFER_STARTED' });
		expect((progress.numbers as IDataObject).progress).toBe(Number(progress.progress));
		passMinutes(10);
		expect(await statuses(ids)).toEqual(['INCRE_TRANSFER_STARTED', 'INCRE_TRANSFER_STARTED']);

		await run('pause', ids, { pauseMode: 'all' });
		expect(await statuses(ids)).toEqual(['PAUSING', 'PAUSING']);
		await run('resume', ids);
		expect(await statuses(ids)).toEqual(['INCRE_TRANSFER_STARTED', 'INCRE_TRANSFER_STARTED']);

		await run('stop', ids);
		passMinutes(1);
		expect(await statuses(ids)).toEqual(['RELEASE_RESOURCE_COMPLETE', 'RELEASE_RESOURCE_COMPLETE']);
		await run('delete', ids);
		expect(simulator.tasks.all()).toEqual([]);
	});

	it('stops a running task before it deletes it, and waits for its end', async () => {
		const [running] = await replicating('shop-1');
		const [ended] = await replicating('shop-2');
		await run('stop', [ended]);
		passMinutes(5);
		simulator.journal.clear();
		const deleted = await run('delete', [running, ended], { stopFirst: true });
		expect(deleted).toEqual([running, ended].map((id) => ({ id, status: 'success' })));
		expect(simulator.tasks.all()).toEqual([]);
		const bodies = simulator.journal
			.of('stopOrDeleteTasks')
			.map(({ requestBody }) => (requestBody as { jobs: IDataObject[] }).jobs);
		expect(bodies).toEqual([
			[{ job_id: running, delete_type: 'terminate' }],
			[{ job_id: ended, delete_type: 'delete' }],
			[{ job_id: running, delete_type: 'delete' }],
		]);
	});

	it('does not delete a task that does not end in time', async () => {
		const [id] = await replicating('shop-1');
		const [output] = await run(
			'delete',
			[id],
			{ stopFirst: true, stopTimeout: '={{ 0 }}' },
			'continueRegularOutput',
		);
		expect(output.error).toMatchObject({
			message: `Task ${id}: still in status RELEASE_RESOURCE_STARTED while waiting for its end to delete it`,
			job_id: id,
		});
		expect(simulator.tasks.all()).toHaveLength(1);
	});

	it('names the failed items of a pre-check', async () => {
		const ids = await create('shop-fail-precheck');
		passMinutes(1);
		await precheck('run', ids);
		passMinutes(1);
		const [result] = await precheck('getResult', ids);
		expect(result.result).toBe(false);
		expect((result.failed_items as IDataObject[]).map(({ item }) => item)).toEqual([
			'srcDbBinlogIsOff',
			'srcDbPrivilegesIsEnoughForIncre',
		]);
	});

	it('starts at a given time', async () => {
		const ids = await create('shop-1');
		passMinutes(1);
		await precheck('run', ids);
		passMinutes(1);
		await run('start', ids, { startTime: new Date(Date.now() + 3_600_000).toISOString() });
		expect(await statuses(ids)).toEqual(['WAITING_FOR_START']);
		passMinutes(61);
		expect(await statuses(ids)).toEqual(['FULL_TRANSFER_STARTED']);
	});

	it('says what is missing when a task cannot start although its status would do', async () => {
		const [id] = await create('shop-fail-precheck');
		passMinutes(1);
		await precheck('run', [id]);
		passMinutes(1);
		const [output] = await run('start', [id], {}, 'continueRegularOutput');
		expect(output.error).toMatchObject({
			message: `Task "shop-fail-precheck" (${id}): cannot start yet (DRS.M00304)`,
			description: expect.stringContaining('pre-check'),
		});
	});

	it('tries a failed task again', async () => {
		const [id] = await replicating('shop-fail-transfer');
		expect(await statuses([id])).toEqual(['FULL_TRANSFER_FAILED']);
		await run('resume', [id]);
		expect(simulator.journal.of('retryTasks')[0].requestBody).toEqual({ jobs: [{ job_id: id }] });
	});
});

describe('changes in batches', () => {
	it('share calls, 10 tasks each, and keep the input order', async () => {
		const ids = await replicating(...Array.from({ length: 25 }, (_, index) => `shop-${index}`));
		expect((await run('stop', ids)).map(({ id }) => id)).toEqual(ids);
		expect(simulator.journal.count('stopOrDeleteTasks')).toBe(3);
		expect(simulator.journal.of('stopOrDeleteTasks')[0].requestBody).toEqual({
			jobs: ids.slice(0, 10).map((id) => ({ job_id: id, delete_type: 'terminate' })),
		});
	});

	it('fail for a task in the wrong status only, with its status and those that would do', async () => {
		const [ready] = await replicating('shop-1');
		const [fresh] = await create('shop-2');
		const unknown = '00000000-0000-0000-0000-00000000jb10';
		const output = await run('pause', [fresh, ready, unknown], {}, 'continueRegularOutput');
		expect(output[0].error).toMatchObject({
			message: `Task "shop-2" (${fresh}): cannot pause in status Being Created (CREATING) (DRS.M00304)`,
			description: expect.stringContaining('INCRE_TRANSFER_STARTED'),
			error_code: 'DRS.M00304',
			job_id: fresh,
		});
		expect(output[1]).toEqual({ id: ready, status: 'success' });
		expect(output[2].error).toMatchObject({ error_code: 'DRS.M05003', job_id: unknown });
	});

	it('send a task that two items name once', async () => {
		const [id] = await replicating('shop-1');
		expect(await run('stop', [id, id])).toEqual([
			{ id, status: 'success' },
			{ id, status: 'success' },
		]);
		expect(simulator.journal.of('stopOrDeleteTasks')[0].requestBody).toMatchObject({
			jobs: [{ job_id: id }],
		});
	});

	it.each([
		'dropAfter',
		'dropBefore',
		'serverError',
		'html',
		'truncated',
		'tooFrequent',
		'busy',
		'missingResult',
	] as const)('start every task once, although calls end with %s', async (kind) => {
		const ids = await create('shop-1', 'shop-2', 'shop-3', 'shop-4');
		passMinutes(1);
		await precheck('run', ids);
		passMinutes(1);
		simulator.faults.add({ operation: 'startTasks', kind, every: 2, retryAfterSeconds: 0 });
		const options = { batchSize: 1, concurrency: 1, maxRetryWait: 0, maxAttempts: 6 };
		expect((await run('start', ids, { options })).map(({ id }) => id)).toEqual(ids);
		expect(new Set(await statuses(ids))).toEqual(new Set(['STARTJOBING']));
	});

	it('refuse a start time that is none before anything is sent', async () => {
		const [id] = await create('shop-1');
		const [output] = await run('start', [id], { startTime: 'tomorrow' }, 'continueRegularOutput');
		expect(output.error).toMatchObject({ message: 'Start Time: "tomorrow" is not a time' });
		expect(simulator.journal.count('startTasks')).toBe(0);
	});
});
