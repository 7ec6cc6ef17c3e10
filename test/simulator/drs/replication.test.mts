import { codeOf, createEngine, DURATIONS, resultsOf, type Engine, type Fields } from './engine.mts';

const RECOVERY = {
	db_use_type: 'cloudDataGuard',
	engine_type: 'cloudDataGuard-mysql',
	net_type: 'vpn',
	multi_write: false,
};

let drs: Engine;

beforeEach(() => {
	drs = createEngine();
});

describe('comparisons', () => {
	const open = (id: string, changes: Fields): Fields =>
		drs.call('createComparison', { job_id: id, ...changes }).body as Fields;
	const look = (id: string, changes: Fields): Fields =>
		drs.call('getComparison', { job_id: id, current_page: 1, per_page: 10, ...changes })
			.body as Fields;
	const lines = { conflict_policy: 'keep', compare_type: 'lines' };

	it('of lines take time, and then are consistent', () => {
		const id = drs.taskIn('INCRE_TRANSFER_STARTED', RECOVERY);
		const created = open(id, { data_level_compare_info: lines });
		expect(created).not.toHaveProperty('object_level_compare_create_result');
		const { compare_task_id: lineId } = created.data_level_compare_create_result as Fields;
		const expected = (state: string) => ({
			job_id: id,
			line_compare_results: {
				compare_task_id: lineId,
				line_compare_overview: [expect.objectContaining({ line_compare_result: state })],
			},
		});
		drs.clock.time += DURATIONS.comparison - 1;
		expect(look(id, { line_compare_id: lineId })).toMatchObject(expected('COMPARING'));
		drs.clock.time += 1;
		const ended = look(id, { line_compare_id: lineId });
		expect(ended).toMatchObject(expected('CONSISTENT'));
		expect(ended).not.toHaveProperty('content_compare_results');
	});

	it('of objects and data have an ID each', () => {
		const created = open(drs.taskIn('INCRE_TRANSFER_STARTED', RECOVERY), {
			object_level_compare_type: 'objects',
			data_level_compare_info: lines,
		});
		const [objectId, lineId] = ['object_level', 'data_level'].map(
			(level) => (created[`${level}_compare_create_result`] as Fields).compare_task_id,
		);
		expect(objectId).toEqual(expect.any(String));
		expect(lineId).not.toBe(objectId);
	});

	it('of contents name the database that was selected', () => {
		drs = createEngine({ forms: { comparesAll: true } });
		const id = drs.taskIn('CONFIGURATION');
		drs.saveDatabases(id);
		const job = [{ id: 'books', object_name: 'books', object_type: 'database', select: 'true' }];
		drs.call('selectObjects', { jobs: [{ job_id: id, selected: true, job }] });
		drs.start(id);
		drs.clock.time += 1_000_000;
		const info = { conflict_policy: 'keep', compare_type: 'contents' };
		const created = open(id, { data_level_compare_info: info });
		const { compare_task_id: contentId } = created.data_level_compare_create_result as Fields;
		expect(look(id, { content_compare_id: contentId })).toMatchObject({
			content_compare_results: { content_compare_overview: [{ source_db_name: 'books' }] },
		});
	});

	it('come in pages', () => {
		const id = drs.taskIn('INCRE_TRANSFER_STARTED', RECOVERY);
		const created = open(id, { data_level_compare_info: lines });
		const { compare_task_id: lineId } = created.data_level_compare_create_result as Fields;
		const details = (page: Fields) => {
			const results = look(id, { line_compare_id: lineId, ...page }).line_compare_results as {
				line_compare_details: Array<{
					line_compare_detail: Fields[];
					line_compare_detail_count: number;
				}>;
			};
			return results.line_compare_details[0];
		};
		const tables = (page: Fields): unknown[] =>
			details(page).line_compare_detail.map(({ source_table_name: table }) => table);
		const all = tables({});
		expect(all.length).toBeGreaterThan(2);
		expect(details({ per_page: 2 }).line_compare_detail_count).toBe(all.length);
		expect(tables({ per_page: 2 })).toEqual(all.slice(0, 2));
		expect(tables({ per_page: 2, current_page: 2 })).toEqual(all.slice(2));
	});

	it('need a MySQL recovery that runs', () => {
		const id = drs.taskIn('CONFIGURATION', RECOVERY);
		expect(open(id, { object_level_compare_type: 'objects' }).error_code).toBe('DRS.M00304');
		const migration = drs.taskIn('INCRE_TRANSFER_STARTED');
		expect(open(migration, {}).error_code).toBe('DRS.M00302');
		expect(open('nobody', {}).error_code).toBe('DRS.M05003');
		expect(look('nobody', {}).error_code).toBe('DRS.M05003');
		expect(look(id, { line_compare_id: 'nothing' })).toMatchObject({
			line_compare_results: { error_code: 'DRS.M05003' },
		});
	});
});

describe('parameters', () => {
	const read = (...jobs: string[]): Fields[][] => {
		const { body } = drs.call('getParameters', { jobs, refresh: '1' });
		return (body as { params_list: Array<{ params: Fields[] }> }).params_list.map(
			({ params }) => params,
		);
	};
	const set = (jobId: string, params: Fields[]) =>
		drs.call('modifyParameters', { group: 'common', params }, { jobId });

	it('are compared, changed, and compared again', () => {
		const id = drs.taskIn('CONFIGURATION');
		const connections = () => read(id)[0].find(({ key }) => key === 'max_connections');
		const before = connections();
		expect(before?.compare_result).toBe('false');
		const { status, body } = set(id, [
			{ key: 'max_connections', target_value: String(before?.source_value) },
		]);
		expect([status, body]).toEqual([202, { success: true, should_restart: 'false' }]);
		expect(connections()).toMatchObject({
			target_value: before?.source_value,
			compare_result: 'true',
		});
	});

	it('tell when a restart is needed', () => {
		const id = drs.taskIn('CONFIGURATION');
		const key = String(read(id)[0].find(({ need_restart: needed }) => needed === 'true')?.key);
		expect(set(id, [{ key, target_value: '65536' }]).body).toMatchObject({
			should_restart: 'true',
		});
	});

	it('belong to their task', () => {
		const [one, other] = [drs.taskIn('CONFIGURATION'), drs.taskIn('CONFIGURATION')];
		set(one, [{ key: 'max_connections', target_value: '70' }]);
		const [changed, same] = read(one, other).map(
			(params) => params.find(({ key }) => key === 'max_connections')?.target_value,
		);
		expect(changed).toBe('70');
		expect(same).not.toBe('70');
	});

	it('are refused for an unknown name, task, and status', () => {
		const params = [{ key: 'max_connections', target_value: '70' }];
		const id = drs.taskIn('CONFIGURATION');
		expect(set(id, [{ key: 'no_such_key', target_value: '70' }]).body).toEqual({
			error_code: 'DRS.M00202',
			error_msg: 'The value of parameter no_such_key is invalid.',
		});
		expect(codeOf(set('nobody', params))).toBe('DRS.M05003');
		expect(codeOf(set(drs.taskIn('STARTJOBING'), params))).toBe('DRS.M00304');
		expect(read('nobody')[0]).toMatchObject([{ error_code: 'DRS.M05003' }]);
	});
});

describe('the virtual IP address', () => {
	const synchronization = { db_use_type: 'sync', job_direction: 'non-dbs' };
	const change = (jobId: string, mode = 'target') => drs.call('switchVip', { mode }, { jobId });
	const look = (jobId: string) => drs.call('getSwitchVipStatus', undefined, { jobId });

	it.each(['source', 'target'])('is switched to the %s', (mode) => {
		const id = drs.taskIn('INCRE_TRANSFER_STARTED', synchronization);
		expect(codeOf(look(id))).toBe('DRS.M00304');
		expect(change(id, mode)).toMatchObject({ status: 202, body: { id, status: 'success' } });
		expect(drs.context.tasks.all()[0].vip?.mode).toBe(mode);
		expect(look(id)).toMatchObject({ status: 200, body: { id } });
	});

	it('is there between self-built databases that are synchronized', () => {
		expect(codeOf(change(drs.taskIn('INCRE_TRANSFER_STARTED', RECOVERY)))).toBe('DRS.M00302');
		expect(codeOf(change(drs.taskIn('FULL_TRANSFER_STARTED', synchronization)))).toBe('DRS.M00304');
		expect(codeOf(change('nobody'))).toBe('DRS.M05003');
		expect(codeOf(look('nobody'))).toBe('DRS.M05003');
	});
});

it('progress comes in another order than asked', () => {
	const ids = drs.create(Array.from({ length: 12 }, (_, index) => `shop-${index}`));
	const answered = resultsOf(drs.call('getTaskProgress', { jobs: ids })).map(
		({ job_id: id }) => id,
	);
	expect(answered).not.toEqual(ids);
	expect([...answered].sort()).toEqual([...ids].sort());
});
