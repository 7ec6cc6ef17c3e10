import { codeOf, DURATIONS, resultsOf, type Fields } from './engine.mts';
import { useEngine } from './useEngine.mts';

const RECOVERY = {
	db_use_type: 'cloudDataGuard',
	engine_type: 'cloudDataGuard-mysql',
	net_type: 'vpn',
	multi_write: true,
};

const drs = useEngine();
let parent: string;
let children: string[];

beforeEach(() => {
	[parent] = drs.create(['shop-1'], RECOVERY);
	children = [...(drs.context.tasks.find('project-1', parent)?.childIds ?? [])];
	drs.clock.time += DURATIONS.creating;
});

const job = (id: string, fields: Fields = {}) => ({ jobs: [{ job_id: id, ...fields }] });
const code = (operation: string, body: object): unknown =>
	resultsOf(drs.call(operation, body))[0].error_code;

describe('a dual-active disaster recovery', () => {
	it('has two subtasks, one for each way, which its creation names', () => {
		expect(children).toHaveLength(2);
		const shown = resultsOf(drs.call('getTaskDetails', { jobs: children }));
		expect(shown.map(({ job_direction: direction }) => direction).sort()).toEqual(['down', 'up']);
		expect(shown[0].master_job_id).toBe(parent);
	});

	it('shows its subtasks below itself in the list', () => {
		const { body } = drs.call('listTasks', {
			cur_page: 1,
			per_page: 10,
			db_use_type: 'cloudDataGuard',
			engine_type: 'cloudDataGuard-mysql',
		});
		const { jobs } = body as { jobs: Array<{ id: string; children: Fields[] }> };
		expect(jobs.map(({ id }) => id)).toEqual([parent]);
		expect(jobs[0].children.map(({ id }) => id)).toEqual(children);
	});

	it.each([
		['modifyTasks', {}],
		['precheck', { precheck_mode: 'forStartJob' }],
		['startTasks', {}],
		['retryTasks', { is_sync_re_edit: false }],
		['changePasswords', { db_password: 'Secret-1', end_point_type: 'so' }],
	])('does not take %s, its subtasks do', (operation, fields) => {
		expect(code(operation, job(parent, fields))).toBe('DRS.M00307');
		expect(code(operation, job(children[0], fields))).not.toBe('DRS.M00307');
	});

	it('takes neither comparison nor parameters', () => {
		expect(codeOf(drs.call('createComparison', { job_id: parent }))).toBe('DRS.M00307');
		const changed = drs.call(
			'modifyParameters',
			{ group: 'common', params: [{ key: 'max_connections', target_value: '7' }] },
			{ jobId: parent },
		);
		expect(codeOf(changed)).toBe('DRS.M00307');
	});

	it('is as far as the slower one of its subtasks', () => {
		drs.start(children[0]);
		expect(drs.status(parent)).toBe('CONFIGURATION');
		drs.start(children[1]);
		drs.clock.time += 1_000_000;
		expect(drs.status(parent)).toBe('INCRE_TRANSFER_STARTED');
	});

	it('is stopped and deleted with its subtasks', () => {
		drs.call('stopOrDeleteTasks', job(parent, { delete_type: 'terminate' }));
		expect(drs.status(children[0])).toBe('RELEASE_RESOURCE_STARTED');
		drs.clock.time += DURATIONS.stopping;
		drs.call('stopOrDeleteTasks', job(parent, { delete_type: 'delete' }));
		expect(drs.context.tasks.all()).toEqual([]);
	});
});
