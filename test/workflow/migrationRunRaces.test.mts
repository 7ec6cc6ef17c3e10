import type { IDataObject } from 'n8n-workflow';
import { reached } from '../support/clock.mts';
import { useCloud } from '../support/cloud.mts';
import { RUN } from '../support/migrationRun.mts';
import { callOf, idsIn, resultsOf, run, type Script } from '../support/migrationService.mts';
import { runNode } from '../support/otc.mts';

const refused = (id: string) => ({
	id,
	status: 'failed',
	error_code: 'DRS.M00304',
	error_msg: 'The task status does not allow this.',
});

const listed = (name: string, more: IDataObject = {}) => ({
	jobs: [{ id: `id-${name}`, name, status: 'CONFIGURATION', create_time: '1', ...more }],
});

describe('two runs over the same databases', () => {
	const { simulator, engine } = useCloud();

	it.each([0, 12, 30])(
		'%i s apart both report what becomes of them: nothing failed, all started once',
		async (apart) => {
			const items = Array.from({ length: 20 }, (_, index) => ({ name: `shop-${index}` }));
			const begin = async () =>
				await runNode(
					engine,
					{ ...RUN, options: { maxRetryWait: 0 } },
					items,
					'continueRegularOutput',
				);
			const beginning = Date.now();
			const first = begin();
			await reached(beginning + apart * 1_000);
			const runs = await Promise.all([first, begin()]);
			for (const output of runs.map((one) => one.items('OTC DRS').map(({ json }) => json))) {
				expect(output.map(({ error }) => error).filter(Boolean)).toEqual([]);
				expect(output).toHaveLength(20);
				for (const { status } of output) expect(status).toMatch(/STARTJOBING|TRANSFER/);
			}
			expect(simulator.tasks.all()).toHaveLength(20);
		},
	);
});

describe('a task that another run has started meanwhile', () => {
	it.each(['test', 'modify', 'precheck', 'start'] as const)(
		'goes on from there when the service refuses the call "%s"',
		async (call) => {
			let isStarted = false;
			const { output, calls } = await run({
				[call]: (ids: string[]) => {
					isStarted = true;
					return resultsOf(ids, (id) =>
						id === 'id-shop-1' ? refused(id) : { id, status: 'success' },
					);
				},
				status: (ids) =>
					resultsOf(ids, (id) => ({
						id,
						status: isStarted && id === 'id-shop-1' ? 'FULL_TRANSFER_STARTED' : 'CONFIGURATION',
					})),
			});
			expect(output[0]).toMatchObject({ id: 'id-shop-1', status: 'FULL_TRANSFER_STARTED' });
			expect(output[1]).toMatchObject({ id: 'id-shop-2', stage: 'start' });
			expect(calls.filter((one) => one === 'start')).toHaveLength(1);
		},
	);

	it('is not begun anew in the later steps', async () => {
		let isStarted = false;
		const { sent } = await run({
			test: (ids) => {
				isStarted = true;
				return resultsOf(ids, (id) => (id === 'id-shop-1' ? refused(id) : { id, success: true }));
			},
			status: (ids) =>
				resultsOf(ids, (id) => ({
					id,
					status: isStarted && id === 'id-shop-1' ? 'STARTJOBING' : 'CONFIGURATION',
				})),
		});
		const touched = sent.filter((request) => idsIn(request.body).includes('id-shop-1'));
		expect(new Set(touched.map(callOf))).toEqual(new Set(['create', 'detail', 'status', 'test']));
	});

	it('is still a failure when it is in a status that nothing goes on from', async () => {
		let isPaused = false;
		const { output } = await run({
			start: (ids) => {
				isPaused = true;
				return resultsOf(ids, refused);
			},
			status: (ids) =>
				resultsOf(ids, (id) => ({ id, status: isPaused ? 'PAUSING' : 'CONFIGURATION' })),
		});
		expect(output[0].error).toMatchObject({
			stage: 'start',
			status: 'PAUSING',
			message: expect.stringMatching(/in status .*\(PAUSING\)/),
		});
	});

	it('is started once more after a pre-check that the other run has begun anew', async () => {
		const { output, calls } = await run({
			start: (ids, time) => (time === 1 ? resultsOf(ids, refused) : undefined),
		});
		expect(output.map(({ error }) => error)).toEqual([undefined, undefined]);
		expect(calls.slice(calls.indexOf('start')).filter((call) => call !== 'status')).toEqual([
			'start',
			'detail',
			'precheckResult',
			'start',
		]);
	});

	it('fails when it cannot be started for good', async () => {
		const { output, calls } = await run({ start: (ids) => resultsOf(ids, refused) });
		for (const { error } of output) expect(error).toMatchObject({ error_code: 'DRS.M00304' });
		expect(calls.filter((call) => call === 'start')).toHaveLength(2);
	});
});

describe('a task that only the creation finds to be there', () => {
	const script: Script = {
		list: (_ids, time) => (time === 1 ? { jobs: [] } : listed('shop-1')),
		create: () => ({
			results: [{ name: 'shop-1', status: 'failed', error_code: 'DRS.M00277', error_msg: 'taken' }],
		}),
		detail: () => ({
			results: [{ id: 'id-shop-1', status: 'CONFIGURATION', task_type: 'FULL_TRANS' }],
		}),
	};

	it('fails when its settings differ and "If Settings Differ" says so', async () => {
		const { output, calls } = await run(script, { options: { ifSettingsDiffer: 'fail' } }, [
			'shop-1',
		]);
		expect(output[0].error).toMatchObject({
			stage: 'create',
			message: expect.stringContaining('Task Mode is Full, not Full + Incremental'),
			already_existed: true,
		});
		expect(calls).not.toContain('test');
	});

	it('goes on and reports them otherwise', async () => {
		const { output } = await run(script, {}, ['shop-1']);
		expect(output[0]).toMatchObject({
			stage: 'start',
			already_existed: true,
			differences: [{ field: 'task_type' }],
		});
	});
});

describe('a task that exists', () => {
	it('fails when its settings cannot be read although they must not differ', async () => {
		const { output } = await run(
			{
				list: () => listed('shop-1'),
				detail: () => ({ results: [{ id: 'id-shop-1', error_code: 'DRS.M01306' }] }),
			},
			{ options: { ifSettingsDiffer: 'fail', maxRetryWait: 0 } },
			['shop-1'],
		);
		expect(output[0].error).toMatchObject({ stage: 'create', job_id: 'id-shop-1' });
	});

	it('does not differ in what its details leave empty', async () => {
		const { output } = await run(
			{
				list: () => listed('shop-1'),
				detail: (ids) =>
					resultsOf(ids, (id) => ({
						id,
						status: 'CONFIGURATION',
						task_type: null,
						net_type: null,
					})),
			},
			{ options: { ifSettingsDiffer: 'fail' } },
			['shop-1'],
		);
		expect(output[0]).toMatchObject({ stage: 'start', differences: [] });
	});

	it('is not deleted for a failed creation when its settings differ', async () => {
		const { output, sent } = await run(
			{
				list: () => listed('shop-1', { status: 'CREATE_FAILED' }),
				detail: (ids) =>
					resultsOf(ids, (id) => ({ id, status: 'CREATE_FAILED', task_type: 'FULL_TRANS' })),
				status: (ids) => resultsOf(ids, (id) => ({ id, status: 'CREATE_FAILED' })),
			},
			{ options: { ifSettingsDiffer: 'fail', cleanUp: true } },
			['shop-1'],
		);
		expect(output[0].error).toMatchObject({ differences: [{ field: 'task_type' }] });
		expect(sent.map(({ method }) => method)).not.toContain('DELETE');
	});

	it('is looked up by its name when there are few, and in the list when there are many', async () => {
		const namesAsked = async (count: number) => {
			const names = Array.from({ length: count }, (_, index) => `shop-${index}`);
			const { sent } = await run({}, { options: { stopAfter: 'create' } }, names);
			const lists = sent.filter((request) => callOf(request) === 'list');
			return lists.map(({ body }) => body?.name);
		};
		expect(await namesAsked(2)).toEqual(['shop-0', 'shop-1']);
		expect(await namesAsked(6)).toEqual([undefined]);
	});
});
