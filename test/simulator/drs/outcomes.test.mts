import { DURATIONS, resultsOf } from './engine.mts';
import { outcomeSteps } from './outcomeSteps.mts';
import { useEngine } from './useEngine.mts';

const drs = useEngine();
let id: string;

beforeEach(() => {
	id = drs.taskIn('CONFIGURATION');
});

const { script, pass, change } = outcomeSteps(drs, () => id);
const retry = () => change('retryTasks', { is_sync_re_edit: true });
const stop = (kind = 'terminate') => change('stopOrDeleteTasks', { delete_type: kind });
const statusOf = () => resultsOf(drs.call('getTaskStatuses', { jobs: [id] }))[0];
const progress = () => resultsOf(drs.call('getTaskProgress', { jobs: [id] }))[0];

const isFailed = (status: string, reason: unknown = expect.any(String)) =>
	expect(statusOf()).toEqual({
		id,
		status,
		error_code: 'DRS.M01501',
		error_message: reason,
	});

describe('failures of a step', () => {
	it('creation: ends as CREATE_FAILED, which can only be deleted', () => {
		script({ task: 'shop-1', kind: 'createFails', reason: 'No resources in eu-de-01.' });
		[id] = drs.create(['shop-1']);
		pass('creating');
		isFailed('CREATE_FAILED', 'No resources in eu-de-01.');
		expect([retry(), stop(), stop('force_terminate')]).toEqual(
			Array.from({ length: 3 }, () => expect.objectContaining({ error_code: 'DRS.M00304' })),
		);
		expect(stop('delete')).toEqual({ id, status: 'success' });
	});

	it('start: ends as START_JOB_FAILED, and a retry starts again', () => {
		script({ kind: 'startFails', times: 1 });
		drs.start(id);
		pass('starting');
		isFailed('START_JOB_FAILED');
		expect(retry()).toEqual({ id, status: 'success' });
		expect(statusOf()).toEqual({ id, status: 'STARTJOBING' });
		pass('starting');
		expect(drs.status(id)).toBe('FULL_TRANSFER_STARTED');
	});

	it('start: a task that failed to start can be checked and started again', () => {
		script({ kind: 'startFails', times: 1 });
		drs.start(id);
		pass('starting');
		isFailed('START_JOB_FAILED');
		drs.start(id);
		pass('starting');
		expect(statusOf()).toEqual({ id, status: 'FULL_TRANSFER_STARTED' });
	});

	it('full transfer: stops at the share, and a retry goes on from there', () => {
		script({ kind: 'fullTransferFails', at: 0.7, times: 1 });
		drs.start(id);
		pass('starting');
		drs.clock.time += DURATIONS.fullTransfer * 0.7 - 1;
		expect(drs.status(id)).toBe('FULL_TRANSFER_STARTED');
		drs.clock.time += 1;
		isFailed('FULL_TRANSFER_FAILED');
		expect(progress().progress).toBe('70');
		retry();
		drs.clock.time += DURATIONS.fullTransfer * 0.3 - 1;
		expect(drs.status(id)).toBe('FULL_TRANSFER_STARTED');
		drs.clock.time += 1;
		expect(drs.status(id)).toBe('FULL_TRANSFER_COMPLETE');
	});

	it('full transfer: fails on every retry unless it is told how often', () => {
		script({ kind: 'fullTransferFails' });
		drs.start(id);
		pass('starting', 'fullTransfer');
		isFailed('FULL_TRANSFER_FAILED');
		retry();
		pass('fullTransfer');
		isFailed('FULL_TRANSFER_FAILED');
		expect(progress().progress).toBe('40');
	});

	it('increments: fail after a while, and a retry goes on with them', () => {
		script({ kind: 'incrementalFails', times: 1 });
		drs.start(id);
		pass('starting', 'fullTransfer', 'catchingUp');
		expect(drs.status(id)).toBe('INCRE_TRANSFER_STARTED');
		pass('untilIncrementalFails');
		isFailed('INCRE_TRANSFER_FAILED', expect.stringContaining('Unable to connect'));
		expect(progress()).toMatchObject({ progress: '100', incre_trans_delay: '-1' });
		retry();
		pass('untilIncrementalFails');
		expect(statusOf()).toEqual({ id, status: 'INCRE_TRANSFER_STARTED' });
	});

	it('release: ends as RELEASE_RESOURCE_FAILED, cannot be deleted, and can be stopped again', () => {
		script({ kind: 'releaseFails', times: 1 });
		stop();
		pass('stopping');
		isFailed('RELEASE_RESOURCE_FAILED');
		expect([stop('delete'), retry()]).toEqual([
			expect.objectContaining({ error_code: 'DRS.M00304' }),
			expect.objectContaining({ error_code: 'DRS.M00304' }),
		]);
		expect(stop('force_terminate')).toEqual({ id, status: 'success' });
		pass('stopping');
		expect(statusOf()).toEqual({ id, status: 'RELEASE_RESOURCE_COMPLETE' });
		expect(stop('delete')).toEqual({ id, status: 'success' });
	});

	it('show their code and reason in every query', () => {
		script({ kind: 'startFails', code: 'DRS.M06011', reason: 'The instance is gone.' });
		drs.start(id);
		pass('starting');
		expect(statusOf()).toMatchObject({
			error_code: 'DRS.M06011',
			error_message: 'The instance is gone.',
		});
		const [details] = resultsOf(drs.call('getTaskDetails', { jobs: [id] }));
		expect(details.failed_reason).toBe('The instance is gone.');
		const list = { cur_page: 1, per_page: 10, db_use_type: 'migration' };
		expect(drs.call('listTasks', list).body).toMatchObject({
			jobs: [{ id, error_msg: 'The instance is gone.' }],
		});
	});
});

it('the delay of a replication is what the script says', () => {
	script({ kind: 'delay', delay: 90 });
	expect(progress().incre_trans_delay).toBe('-1');
	drs.start(id);
	pass('starting', 'fullTransfer', 'catchingUp');
	expect(progress().incre_trans_delay).toBe('90');
	drs.context.outcomes.clear();
	script({ kind: 'delay', delay: 3 });
	expect(progress().incre_trans_delay).toBe('3');
});
