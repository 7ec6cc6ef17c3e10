import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { replicate } from '../support/replicate.mts';
import { passMinutes } from '../support/clock.mts';
import { useCloud } from '../support/cloud.mts';
import { createNamed, runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud();

async function run(
	resource: string,
	operation: string,
	id: string,
	parameters: INodeParameters = {},
): Promise<IDataObject> {
	const result = await runNode(
		engine,
		{ resource, operation, jobId: { __rl: true, mode: 'id', value: id }, ...parameters },
		[{}],
		'continueRegularOutput',
	);
	return result.items('OTC DRS')[0].json;
}

async function replicating(parameters: INodeParameters = {}): Promise<string> {
	const [id] = await replicate(engine, ['shop-db'], parameters);
	return id;
}

const RECOVERY = {
	operation: 'createDisasterRecovery',
	engineType: 'cloudDataGuard-mysql',
};
const SYNC = {
	operation: 'createSync',
	additionalFields: { jobDirection: 'non-dbs' },
};

const table = (name: string, more: INodeParameters = {}) => ({
	database: 'shop',
	table: name,
	...more,
});

describe('Comparison', () => {
	it('fails for a task that does not replicate yet, with its status and those that would do', async () => {
		const [id] = await createNamed(engine, ['shop-db']);
		expect((await run('comparison', 'create', id)).error).toMatchObject({
			message: `Task "shop-db" (${id}): cannot compare in status Being Created (CREATING) (DRS.M00304)`,
			description: expect.stringContaining('INCRE_TRANSFER_STARTED'),
			job_id: id,
		});
	});

	it('compares objects and rows, and gives the result when it is there', async () => {
		const id = await replicating(RECOVERY);
		const created = await run('comparison', 'create', id, {
			compareData: 'lines',
			tables: { table: [table('orders'), table('customers')] },
		});
		expect(simulator.journal.of('createComparison')[0].requestBody).toEqual({
			job_id: id,
			object_level_compare_type: 'objects',
			data_level_compare_info: {
				compare_type: 'lines',
				conflict_policy: 'keep',
				compare_object_infos: [{ db_name: 'shop', table_name: ['orders', 'customers'] }],
			},
		});
		const idOf = (level: string) => String((created[level] as IDataObject).compare_task_id);
		passMinutes(1);
		const result = await run('comparison', 'getResult', id, {
			objectCompareId: idOf('object_level_compare_create_result'),
			lineCompareId: idOf('data_level_compare_create_result'),
		});
		expect(result).toMatchObject({
			job_id: id,
			object_level_compare_results: { object_compare_overview: expect.any(Array) },
			line_compare_results: { line_compare_overview: [{ line_compare_result: 'CONSISTENT' }] },
		});
	});

	it('sends tokens, quick mode and start time', async () => {
		const id = await replicating(RECOVERY);
		await run('comparison', 'create', id, {
			compareObjects: false,
			compareData: 'contents',
			conflictPolicy: 'cancel',
			quick: true,
			startTime: '2030-01-01T00:00:00Z',
			tables: { table: [table('orders', { rangeStart: '1', rangeEnd: '9' })] },
		});
		expect(simulator.journal.of('createComparison')[0].requestBody).toEqual({
			job_id: id,
			data_level_compare_info: {
				compare_type: 'contents',
				conflict_policy: 'cancel',
				compare_mode: 'quick_comparison',
				start_time: String(Date.parse('2030-01-01T00:00:00Z')),
				compare_object_infos_with_token: [
					{
						db_name: 'shop',
						table_name_with_token: [{ table_name: 'orders', min_token: '1', max_token: '9' }],
					},
				],
			},
		});
	});

	it.each<[INodeParameters, string]>([
		[{ compareObjects: false }, 'Compare Objects, Compare Data: both are off'],
		[{ compareData: 'lines' }, 'Tables: is empty'],
		[{ compareData: 'lines', tables: { table: [{ table: 'x' }] } }, 'Tables → Database: is empty'],
		[
			{ compareData: 'lines', tables: { table: [table('x')] }, startTime: 'soon' },
			'Start Time: "soon" is not a time',
		],
	])('refuses %p before anything is sent', async (parameters, message) => {
		const output = await run(
			'comparison',
			'create',
			'e11eaf8f-71ef-4fad-8890-aed7572ajb11',
			parameters,
		);
		expect(output.error).toMatchObject({ message });
		expect(simulator.journal.entries).toEqual([]);
	});

	it('says that a task in configuration cannot be compared', async () => {
		const [id] = await createNamed(engine, ['shop-db']);
		const output = await run('comparison', 'create', id);
		expect(output.error).toMatchObject({ error_code: 'DRS.M00304', job_id: id });
	});
});

describe('Switchover', () => {
	it('moves the virtual IP address between self-built databases, and tells how it went', async () => {
		const id = await replicating(SYNC);
		expect(await run('switchover', 'switchVip', id)).toMatchObject({ id, status: 'success' });
		expect(simulator.journal.of('switchVip')[0].requestBody).toEqual({ mode: 'target' });
		expect(await run('switchover', 'getVipStatus', id)).toMatchObject({ id });
	});

	it('is refused for another task', async () => {
		const id = await replicating();
		expect((await run('switchover', 'switchVip', id)).error).toMatchObject({
			error_code: 'DRS.M00302',
			job_id: id,
		});
	});
});
