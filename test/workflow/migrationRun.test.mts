import type { IDataObject } from 'n8n-workflow';
import { startedTasks } from '../support/startedTasks.mts';
import { useMigrationRuns, outputOf } from './support/migrationRuns.mts';

const { simulator, run, started } = useMigrationRuns();

describe('Migration → Run', () => {
	it('brings 50 databases to replication in few calls; 6 drop out, each with its stage and reason', async () => {
		const items = Array.from(
			{ length: 50 },
			(_, index): IDataObject => ({
				name: `shop-${index}`,
			}),
		);
		for (const index of [3, 14, 30]) items[index].ip = '10.0.0.13';
		for (const index of [7, 21]) items[index].name = `shop-fail-precheck-${index}`;
		items[40].name = 'SHOP-12';
		const result = await run(items, { options: { waitFor: 'replicating' } });
		const output = outputOf(result);
		expect(result.items('OTC DRS').map(({ pairedItem }) => pairedItem)).toEqual(
			items.map((_, item) => ({ item })),
		);
		const failures = new Map(
			output.flatMap(({ error }, index) => (error ? [[index, error as IDataObject]] : [])),
		);
		expect([...failures.keys()]).toEqual([3, 7, 14, 21, 30, 40]);
		for (const index of [3, 14, 30]) {
			expect(failures.get(index)).toMatchObject({
				stage: 'connectionTest',
				error_code: 'DRS.KE0002',
				job_name: `shop-${index}`,
				message: expect.stringMatching(
					new RegExp(
						`^Connection Test: Task "shop-${index}" \\([^)]+jb\\w+\\): .* \\(source database\\)$`,
					),
				),
			});
		}
		for (const index of [7, 21]) {
			const failure = failures.get(index)!;
			expect(failure).toMatchObject({ stage: 'precheck', job_name: `shop-fail-precheck-${index}` });
			const [first] = failure.failed_items as IDataObject[];
			expect(first).toMatchObject({
				item: 'srcDbBinlogIsOff',
				result: 'FAILED',
				reason: expect.stringContaining('Binlog'),
				remedy: expect.stringContaining('log_bin'),
			});
		}
		expect(failures.get(40)).toMatchObject({
			message: 'Task Name: "SHOP-12" is also the name of item 12 [item 40]',
		});
		const good = output.filter(({ error }) => error === undefined);
		expect(good).toHaveLength(44);
		for (const { status } of good) expect(status).toBe('INCRE_TRANSFER_STARTED');
		expect(good[0]).toMatchObject({
			name: 'shop-0',
			stage: 'wait',
			next_action: expect.stringContaining('stop the task'),
			stages: {
				create: { started_at: expect.any(String), seconds: expect.any(Number) },
				precheck: expect.anything(),
			},
		});
		expect(started().sort()).toEqual(good.map(({ id }) => id).sort());

		/** One by one: create, status, two tests, modify, pre-check, its result, start, status. */
		const oneByOne = 44 * 9 + 3 * 3 + 2 * 7;
		const calls = simulator.journal.entries.filter(({ service }) => service === 'drs').length;
		expect(calls).toBeLessThanOrEqual(oneByOne / 5);
	});

	it('goes on where an earlier run ended, and does nothing twice', async () => {
		const items = [{ name: 'shop-1' }, { name: 'shop-2' }];
		const first = outputOf(await run(items, { options: { stopAfter: 'precheck' } }));
		expect(first.map(({ stage, status }) => [stage, status])).toEqual([
			['precheck', 'CONFIGURATION'],
			['precheck', 'CONFIGURATION'],
		]);
		expect(started()).toEqual([]);
		const second = outputOf(await run(items));
		expect(second.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
		expect(second[0]).toMatchObject({ stage: 'start', already_existed: true, differences: [] });
		expect(started()).toEqual(first.map(({ id }) => id));
		simulator.journal.clear();
		const third = outputOf(await run(items, { options: { waitFor: 'replicating' } }));
		expect(third.map(({ status }) => status)).toEqual([
			'INCRE_TRANSFER_STARTED',
			'INCRE_TRANSFER_STARTED',
		]);
		for (const operation of [
			'createTasks',
			'testConnections',
			'modifyTasks',
			'precheck',
			'startTasks',
		])
			expect([operation, simulator.journal.count(operation)]).toEqual([operation, 0]);
	});

	it('reports the settings in which a task that exists differs, or fails for them', async () => {
		await run([{ name: 'shop-1' }], { options: { stopAfter: 'create' } });
		const changed = { taskType: 'FULL_TRANS' };
		const [failure] = outputOf(
			await run([{ name: 'shop-1' }], { options: { ...changed, ifSettingsDiffer: 'fail' } }),
		);
		expect(failure.error).toMatchObject({
			stage: 'create',
			message: expect.stringContaining('Task Mode is Full + Incremental, not Full'),
			differences: [{ field: 'task_type', requested: 'FULL_TRANS', existing: 'FULL_INCR_TRANS' }],
		});
		const [report] = outputOf(await run([{ name: 'shop-1' }], { options: changed }));
		expect(report).toMatchObject({
			stage: 'start',
			differences: [expect.objectContaining({ field: 'task_type' })],
		});
	});

	it('lists alarms of the pre-check, and stops for them if it is to', async () => {
		const [failure] = outputOf(
			await run([{ name: 'shop-1' }], { options: { acceptAlarms: false } }),
		);
		const alarm = {
			item: 'srcDbBinlogExpireLogsDays',
			result: 'ALARM',
			remedy: expect.stringContaining('expire_logs_days'),
		};
		expect(failure.error).toMatchObject({
			stage: 'precheck',
			message: expect.stringContaining('the pre-check has alarms'),
			failed_items: [alarm],
		});
		const [output] = outputOf(await run([{ name: 'shop-1' }]));
		expect(output).toMatchObject({ stage: 'start', precheck_alarms: [alarm] });
	});

	it('saves the logins and makes the chosen settings before the pre-check', async () => {
		const [output] = outputOf(
			await run([{ name: 'shop-1' }], {
				objects: { object: [{ type: 'database', database: 'shop' }] },
				ranges: { range: [{ from: 8, to: 17, speed: 10 }] },
				policy: { conflictPolicy: 'overwrite' },
				configure: [
					'selectObjects',
					'setDefiner',
					'setFlowControl',
					'setSyncPolicy',
					'alignParameters',
				],
				options: { stopAfter: 'configuration' },
			}),
		);
		expect(output).toMatchObject({ stage: 'configuration', status: 'CONFIGURATION' });
		expect(output.aligned_parameters).toEqual(expect.arrayContaining(['max_connections']));
		expect(simulator.journal.of('modifyTasks')[0].requestBody).toMatchObject({
			jobs: [
				{
					job_id: output.id,
					store_db_info: true,
					source_endpoint: { db_user: 'src', ip: '10.0.0.5' },
					target_endpoint: { db_user: 'tgt' },
				},
			],
		});
		for (const operation of ['selectObjects', 'setDefiners', 'setFlowControl', 'setSyncPolicies'])
			expect([operation, simulator.journal.count(operation)]).toEqual([operation, 1]);
		expect(simulator.journal.count('precheck')).toBe(0);
	});

	it('tells why a creation failed, and deletes the remains if it is to', async () => {
		const items = [{ name: 'shop-fail-create' }, { name: 'shop-2' }];
		const [failure, other] = outputOf(await run(items, { options: { cleanUp: true } }));
		expect(failure.error).toMatchObject({
			stage: 'create',
			status: 'CREATE_FAILED',
			message: expect.stringContaining('could not be created'),
			description: expect.stringContaining('was deleted'),
		});
		expect(other).toMatchObject({ stage: 'start' });
		expect(simulator.tasks.all().map(({ name }) => name)).toEqual(['shop-2']);
	});

	it('tells why a transfer failed', async () => {
		const [failure] = outputOf(
			await run([{ name: 'shop-fail-transfer' }], { options: { waitFor: 'replicating' } }),
		);
		expect(failure.error).toMatchObject({
			stage: 'wait',
			status: 'FULL_TRANSFER_FAILED',
			message: expect.stringContaining('closed the connection'),
			description: expect.stringContaining('Resume'),
		});
	});

	it('creates and starts every task once, whatever gets lost', async () => {
		simulator.faults.add({ service: 'drs', kind: 'dropAfter', every: 5 });
		const items = Array.from({ length: 12 }, (_, index) => ({ name: `shop-${index}` }));
		const output = outputOf(
			await run(items, { options: { batchSize: 3, maxRetryWait: 0, waitFor: 'replicating' } }),
		);
		expect(output.map(({ status }) => status)).toEqual(items.map(() => 'INCRE_TRANSFER_STARTED'));
		expect(simulator.tasks.all()).toHaveLength(12);
		expect(startedTasks(simulator.journal).sort()).toEqual(output.map(({ id }) => id).sort());
	});

	it('shows no password', async () => {
		const result = await run([{ name: 'shop-1' }], { options: { stopAfter: 'configuration' } });
		expect(JSON.stringify(outputOf(result))).not.toMatch(/Src-Secret|Tgt-Secret/);
	});
});
