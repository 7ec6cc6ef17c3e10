import type { IDataObject } from 'n8n-workflow';
import { PRINTED_RULE } from '../fieldCoverage/printedRequests.mts';
import { table, REFUSALS } from './support/configurationRefusals.mts';
import { useConfiguration, printed } from './support/configurations.mts';

const { simulator, idOf, configure, sent } = useConfiguration();

describe('Configuration', () => {
	let id: string;

	beforeEach(() => {
		id = idOf();
	});

	it('Select Objects makes the printed request, with the databases added', async () => {
		const objects = [table('fastunit', 'coll'), table('ycy1', 'coll'), table('ycy1', 'collcount')];
		await configure(
			'selectObjects',
			{ objects: { object: objects } },
			'57fd2692-0ebe-4714-9b59-fe7aa65djb15',
		);
		expect(sent('selectObjects')).toEqual(printed('selectObjects'));
	});

	it('Select Objects is accepted, and its answer matched', async () => {
		const task = simulator.tasks.all().find((one) => one.id === id)!;
		task.stored = true;
		task.tested.add('so').add('ta');
		const whole = { type: 'database', database: 'shop', alias: 'shop_new' };
		expect(
			await configure('selectObjects', { syncDatabase: true, objects: { object: [whole] } }),
		).toEqual({
			job_id: id,
			status: true,
		});
		expect(sent('selectObjects')).toEqual({
			jobs: [
				{
					job_id: id,
					selected: true,
					sync_database: true,
					job: [
						{
							id: 'shop',
							parent_id: null,
							object_name: 'shop',
							object_type: 'database',
							select: 'true',
							object_alias_name: 'shop_new',
						},
					],
				},
			],
		});
	});

	it('Select Objects can move everything', async () => {
		await configure('selectObjects', { selected: false });
		expect(sent('selectObjects')).toEqual({ jobs: [{ job_id: id, selected: false }] });
	});

	it('Set Definer makes the printed request', async () => {
		await configure('setDefiner', { replaceDefiner: true }, '7c685701-bfb5-4bb9-89f1-d0567f5jb502');
		expect(sent('setDefiners')).toEqual(printed('setDefiners'));
		expect(await configure('setDefiner', { replaceDefiner: false })).toEqual({
			id,
			status: 'success',
		});
	});

	it('Set Flow Control sends up to three ranges of whole hours', async () => {
		const range = [
			{ from: 8, to: 17, speed: 10 },
			{ from: 18, to: 23, speed: 100 },
		];
		expect(await configure('setFlowControl', { ranges: { range } })).toEqual({
			id,
			status: 'success',
		});
		expect(sent('setFlowControl')).toEqual({
			speed_limits: [
				{
					job_id: id,
					speed_limit: [
						{ begin: '08:00', end: '17:59', speed: '10', is_utc: true },
						{ begin: '18:00', end: '23:59', speed: '100', is_utc: true },
					],
				},
			],
		});
	});

	it('Set Synchronization Policy sends every setting', async () => {
		const policy = {
			conflictPolicy: 'overwrite',
			filterDdlPolicy: 'drop_database',
			ddlTrans: true,
			indexTrans: false,
			slotName: 'slot',
		};
		expect(await configure('setSyncPolicy', { policy })).toEqual({ id, status: 'success' });
		expect(sent('setSyncPolicies')).toEqual({
			jobs: [
				{
					job_id: id,
					conflict_policy: 'overwrite',
					filter_ddl_policy: 'drop_database',
					ddl_trans: true,
					index_trans: false,
					slot_name: 'slot',
				},
			],
		});
	});

	it('Set Data Processing makes the printed rule of an associated table', async () => {
		await configure('setDataProcessing', PRINTED_RULE, 'e894593d-5e0a-4652-af7e-1b0c239jb201');
		expect(sent('setDataProcessing')).toEqual(printed('setDataProcessing'));
	});

	it('Set Data Processing filters the rows of tables, once', async () => {
		const filter = {
			filter: 'amount > 1000',
			tables: { table: [{ database: 'shop', name: 'orders', level: 0, advanced: true }] },
		};
		expect(await configure('setDataProcessing', filter)).toEqual({ id, status: 'success' });
		expect(sent('setDataProcessing')).toEqual({
			jobs: [
				{
					job_id: id,
					object_info: [{ id: 'shop-*-*-orders', select: 'true', leavesNum: '0' }],
					transformation_info: {
						transformation_type: 'contentConditionalFilter',
						value: 'amount > 1000',
					},
				},
			],
		});
		expect((await configure('setDataProcessing', filter)).error).toMatchObject({
			error_code: 'DRS.M07000',
			job_id: id,
		});
	});

	it('Get Parameters makes the printed request, and can show differences only', async () => {
		const all = await configure('getParameters', {});
		expect(sent('getParameters')).toEqual({ jobs: [id], refresh: '1' });
		expect(all.job_id).toBe(id);
		const some = await configure('getParameters', { onlyDifferences: true, refresh: false });
		const params = some.params as IDataObject[];
		expect(params.length).toBeGreaterThan(0);
		expect(params).toEqual(
			(all.params as IDataObject[]).filter((entry) => entry.source_value !== entry.target_value),
		);
		expect(simulator.journal.of('getParameters')[1].requestBody).toMatchObject({ refresh: '0' });
	});

	it('Get Parameters fails for a task that the service does not know', async () => {
		expect((await configure('getParameters', {}, 'unknown')).error).toMatchObject({
			error_code: 'DRS.M05003',
			job_id: 'unknown',
		});
	});

	it('Update Parameters sets the values of the target', async () => {
		const parameter = [
			{ key: 'max_connections', targetValue: 500 },
			{ key: 'event_scheduler', targetValue: 'ON' },
		];
		expect(
			await configure('updateParameters', { group: 'common', parameters: { parameter } }),
		).toEqual({ job_id: id, success: true, should_restart: 'false' });
		expect(sent('modifyParameters')).toEqual({
			group: 'common',
			params: [
				{ key: 'max_connections', target_value: '500' },
				{ key: 'event_scheduler', target_value: 'ON' },
			],
		});
		const { params } = await configure('getParameters', {});
		expect(params).toContainEqual(
			expect.objectContaining({ key: 'max_connections', target_value: '500' }),
		);
	});

	it.each(REFUSALS)(
		'%s refuses %p before anything is sent',
		async (operation, parameters, message) => {
			simulator.journal.clear();
			expect((await configure(operation, parameters)).error).toMatchObject({ message });
			expect(simulator.journal.entries).toEqual([]);
		},
	);
});
