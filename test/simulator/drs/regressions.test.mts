import { clusterProperty, codeOf, DURATIONS, resultsOf, type Fields } from './engine.mts';
import { useEngine } from './useEngine.mts';

const drs = useEngine();

const recovery = {
	db_use_type: 'cloudDataGuard',
	engine_type: 'cloudDataGuard-mysql',
	net_type: 'vpn',
	multi_write: false,
};
const synchronization = { db_use_type: 'sync', job_direction: 'non-dbs' };
const pauseAndRetry = (id: string) => {
	drs.call('pauseTasks', { jobs: [{ job_id: id, pause_mode: 'all' }] });
	drs.call('retryTasks', { jobs: [{ job_id: id }] });
};

it('getComparison: object_compare_details is keyed by object type (contract, reference example)', () => {
	const id = drs.taskIn('INCRE_TRANSFER_STARTED', recovery);
	const created = drs.call('createComparison', { job_id: id, object_level_compare_type: 'objects' })
		.body as Fields;
	const objectId = (created.object_level_compare_create_result as Fields).compare_task_id;
	drs.clock.time += DURATIONS.comparison;
	const { body } = drs.call('getComparison', {
		job_id: id,
		object_level_compare_id: objectId,
		current_page: 1,
		per_page: 10,
	});
	expect(body).toMatchObject({
		object_level_compare_results: { object_compare_details: { TABLE: expect.any(Array) } },
	});
});

it('retry after a pause of an INCR_TRANS task goes on with increments, not with a full transfer', () => {
	const id = drs.taskIn('STARTJOBING', { task_type: 'INCR_TRANS' });
	drs.clock.time += DURATIONS.starting;
	expect(drs.status(id)).toBe('INCRE_TRANSFER_STARTED');
	pauseAndRetry(id);
	expect(drs.status(id)).toBe('INCRE_TRANSFER_STARTED');
});

it('retry after a pause of a complete FULL_TRANS task never brings increments', () => {
	const id = drs.taskIn('FULL_TRANSFER_COMPLETE', { task_type: 'FULL_TRANS' });
	pauseAndRetry(id);
	drs.clock.time += 1_000_000;
	expect(drs.status(id)).not.toBe('INCRE_TRANSFER_STARTED');
});

it.each(['shop-1', 'fail-precheck-1'])(
	'%s: a task starts only after the pre-check has ended and passed',
	(name) => {
		const [id] = drs.create([name]);
		drs.clock.time += DURATIONS.creating;
		drs.call('precheck', { jobs: [{ job_id: id, precheck_mode: 'forStartJob' }] });
		if (name !== 'shop-1') drs.clock.time += DURATIONS.precheck;
		drs.call('startTasks', { jobs: [{ job_id: id }] });
		expect(drs.status(id)).toBe('CONFIGURATION');
	},
);

it('getSwitchVipStatus answers a documented value (SWITCH_VIP_START / _COMPLETE / _FAILED)', () => {
	const id = drs.taskIn('INCRE_TRANSFER_STARTED', synchronization);
	drs.call('switchVip', { mode: 'target' }, { jobId: id });
	drs.clock.time += 1_000_000;
	expect((drs.call('getSwitchVipStatus', undefined, { jobId: id }).body as Fields).status).toBe(
		'SWITCH_VIP_COMPLETE',
	);
});

it('testClusterConnections answers status "true" / "false"', () => {
	const id = drs.taskIn('CONFIGURATION');
	const jobs = ['192.168.0.7', '192.168.0.13'].map((ip) => ({
		job_id: id,
		action: 'testConnection',
		property: clusterProperty({ ip }),
	}));
	const found = jobs.map(
		(job) => resultsOf(drs.call('testClusterConnections', { jobs: [job] }))[0].status,
	);
	expect(found).toEqual(['true', 'false']);
});

it('createComparison: keep makes no second data comparison while one runs', () => {
	const id = drs.taskIn('INCRE_TRANSFER_STARTED', recovery);
	const open = () =>
		(
			drs.call('createComparison', {
				job_id: id,
				data_level_compare_info: { conflict_policy: 'keep', compare_type: 'lines' },
			}).body as Fields
		).data_level_compare_create_result as Fields;
	const first = open().compare_task_id;
	expect([first, undefined]).toContain(open().compare_task_id);
});

it('getComparison without an ID answers the list of comparisons (compare_task_list_results)', () => {
	const id = drs.taskIn('INCRE_TRANSFER_STARTED', recovery);
	drs.call('createComparison', { job_id: id, object_level_compare_type: 'objects' });
	const { body } = drs.call('getComparison', { job_id: id, current_page: 1, per_page: 10 });
	expect(body).toMatchObject({ compare_task_list_results: { compare_task_list_count: 1 } });
});

it.each(['getPrecheckResults', 'selectObjects'])(
	'F9 %s refuses a task that is named twice',
	(operation) => {
		const id = drs.taskIn('CONFIGURATION');
		const entry = operation === 'selectObjects' ? { job_id: id, selected: false } : id;
		expect(codeOf(drs.call(operation, { jobs: [entry, entry] }))).toBe('DRS.M00301');
	},
);
