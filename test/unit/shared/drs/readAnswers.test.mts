import type { IDataObject } from 'n8n-workflow';
import { run, OPTIONS } from './answeredRun.mts';

/** Values that no text and no number can be made of; the last one throws when it is tried. */
const DAMAGE: unknown[] = [null, 5, 'text', [], {}, { toString: null, valueOf: 5 }];

describe.each(DAMAGE)('%j among the entries of an answer', (damage) => {
	it('is left out of the result of a pre-check', async () => {
		const output = await run({ resource: 'precheck', operation: 'getResult' }, (_url, ids) => ({
			results: ids.map((id) => ({
				precheck_id: id,
				process: '100%',
				precheck_result: [damage, { item: 'version', result: 'FAILED' }],
			})),
		}));
		expect(output.map(({ failed_items: items }) => items)).toEqual([
			[{ item: 'version', result: 'FAILED' }],
			[{ item: 'version', result: 'FAILED' }],
		]);
	});

	it.each([
		['the list', (params: IDataObject[]) => ({ params_list: [damage, { params }] })],
		[
			'the parameters',
			(params: IDataObject[]) => ({ params_list: [{ params: [damage, ...params] }] }),
		],
	])('is left out of %s of database parameters', async (_name, wrap) => {
		const params = [{ key: 'max_connections', compare_result: 'false' }];
		const output = await run(
			{ resource: 'configuration', operation: 'getParameters', onlyDifferences: true },
			() => wrap(params) as IDataObject,
		);
		expect(output).toEqual(
			['a1', 'a2'].map((id) => ({ job_id: id, params: expect.arrayContaining(params) })),
		);
	});

	it('is left out of metrics and their chart', async () => {
		const output = await run(
			{
				resource: 'task',
				operation: 'getMetrics',
				metrics: ['cpu_util'],
				options: { ...OPTIONS, chart: true },
			},
			() => ({
				datapoints: [damage, { timestamp: 1_000, average: 7, unit: '%' }],
			}),
		);
		expect(output).toMatchObject(
			['a1', 'a2'].map((id) => ({
				job_id: id,
				metrics: { cpu_util: { unit: '%', latest: 7, lowest: 7, highest: 7 } },
			})),
		);
	});
});

describe.each(DAMAGE.filter((value) => typeof value === 'object' && value !== null))(
	'%j in place of a text or number',
	(damage) => {
		it('is no number of a progress', async () => {
			const output = await run({ resource: 'task', operation: 'getProgress' }, (_url, ids) => ({
				results: ids.map((id) => ({
					job_id: id,
					transfer_status: 'INCRE_TRANSFER_STARTED',
					progress: damage,
					incre_trans_delay: damage,
					remaining_time: '5',
				})),
			}));
			expect(output.map(({ numbers }) => numbers)).toEqual([
				{ remaining_time: 5 },
				{ remaining_time: 5 },
			]);
		});

		it('is no point of a metric', async () => {
			const output = await run(
				{ resource: 'task', operation: 'getMetrics', metrics: ['cpu_util'] },
				() => ({
					datapoints: [
						{ timestamp: damage, average: damage, unit: damage },
						{ timestamp: 1_000, average: 7, unit: '%' },
					],
				}),
			);
			expect(output[1]).toMatchObject({
				metrics: { cpu_util: { unit: '%', latest: 7, lowest: 7, highest: 7 } },
			});
		});

		it('is nothing in a report', async () => {
			const [output] = await run({ resource: 'migration', operation: 'report' }, (url, ids) => ({
				results: ids.map((id) =>
					url.endsWith('batch-progress')
						? { job_id: id, transfer_status: 'x', progress: damage, remaining_time: damage }
						: {
								id,
								status: 'FULL_TRANSFER_STARTED',
								name: damage,
								db_use_type: damage,
								engine_type: damage,
								inst_info: damage,
								create_time: damage,
								failed_reason: damage,
							},
				),
			}));
			expect(output).toMatchObject({
				tasks: ['a1', 'a2'].map((id) => ({
					id,
					name: '',
					engine: '',
					scenario: '',
					progress: null,
					remaining_seconds: null,
					create_time: null,
					reason: '',
				})),
			});
		});

		it('is no task in a report on all tasks', async () => {
			const [output] = await run(
				{ resource: 'migration', operation: 'report', taskSource: 'all' },
				(url, ids, body) => {
					if (!url.endsWith('/jobs'))
						return { results: ids.map((id) => ({ id, status: 'CREATING' })) };
					const isOne = body.engine_type === 'mysql' && body.db_use_type === 'migration';
					return { jobs: isOne ? [{ id: damage }, { id: 'a1' }] : [] };
				},
			);
			expect(output.tasks).toMatchObject([{ id: 'a1' }]);
		});

		it('is no message of a refusal, of a task alone', async () => {
			const output = await run({ resource: 'switchover', operation: 'switchVip' }, () => ({
				status: 'failed',
				error_msg: damage,
			}));
			expect(output).toMatchObject(
				['a1', 'a2'].map((id) => ({ error: { message: expect.stringContaining(id), job_id: id } })),
			);
		});

		it('is no code and no message of a refusal, of one among many', async () => {
			const output = await run({ resource: 'configuration', operation: 'setDefiner' }, () => ({
				results: ['a1', 'a2'].map((id) => ({
					id,
					status: 'failed',
					error_code: damage,
					error_msg: damage,
				})),
			}));
			expect(output).toMatchObject(
				['a1', 'a2'].map((id) => ({ error: { message: expect.stringContaining(id), job_id: id } })),
			);
		});

		it('is no status by which tasks are chosen', async () => {
			const output = await run(
				{
					resource: 'task',
					operation: 'getMany',
					filters: { status: 'PAUSING', engineType: 'mysql' },
				},
				() => ({
					jobs: [
						{ id: 'a1', status: damage },
						{ id: 'a2', status: 'PAUSING' },
					],
				}),
			);
			expect(output.map(({ id }) => id)).toEqual(['a2', 'a2']);
		});
	},
);
