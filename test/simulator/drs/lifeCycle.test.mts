import { DURATIONS, resultsOf, type Fields } from './engine.mts';
import { useEngine } from './useEngine.mts';

const drs = useEngine();

const progressOf = (id: string): Fields =>
	resultsOf(drs.call('getTaskProgress', { jobs: [id] }))[0];
const detailsOf = (id: string): Fields => resultsOf(drs.call('getTaskDetails', { jobs: [id] }))[0];

describe('the life of a task', () => {
	it('goes from creation to the deletion, by time and by calls', () => {
		const [id] = drs.create(['shop-1']);
		expect(drs.status(id)).toBe('CREATING');
		drs.clock.time += DURATIONS.creating - 1;
		expect(drs.status(id)).toBe('CREATING');
		drs.clock.time += 1;
		expect(drs.status(id)).toBe('CONFIGURATION');
		drs.clock.time += 1_000_000;
		expect(drs.status(id)).toBe('CONFIGURATION');

		drs.start(id);
		expect(drs.status(id)).toBe('STARTJOBING');
		drs.clock.time += DURATIONS.starting;
		expect(drs.status(id)).toBe('FULL_TRANSFER_STARTED');
		drs.clock.time += DURATIONS.fullTransfer;
		expect(drs.status(id)).toBe('FULL_TRANSFER_COMPLETE');
		drs.clock.time += DURATIONS.catchingUp;
		expect(drs.status(id)).toBe('INCRE_TRANSFER_STARTED');
		drs.clock.time += 1_000_000;
		expect(drs.status(id)).toBe('INCRE_TRANSFER_STARTED');

		drs.call('stopOrDeleteTasks', { jobs: [{ job_id: id, delete_type: 'terminate' }] });
		expect(drs.status(id)).toBe('RELEASE_RESOURCE_STARTED');
		drs.clock.time += DURATIONS.stopping;
		expect(drs.status(id)).toBe('RELEASE_RESOURCE_COMPLETE');
		drs.call('stopOrDeleteTasks', { jobs: [{ job_id: id, delete_type: 'delete' }] });
		expect(resultsOf(drs.call('getTaskStatuses', { jobs: [id] }))).toEqual([
			expect.objectContaining({ id, error_code: 'DRS.M05004' }),
		]);
		expect(drs.create(['shop-1'])[0]).not.toBe(id);
	});

	it('comes to the same moments when nobody looks in between', () => {
		const id = drs.taskIn('STARTJOBING');
		const startedAt = drs.clock.time;
		drs.clock.time += 10_000_000;
		expect(detailsOf(id)).toMatchObject({
			status: 'INCRE_TRANSFER_STARTED',
			actual_start_time: String(startedAt),
			full_transfer_complete_time: String(startedAt + DURATIONS.starting + DURATIONS.fullTransfer),
		});
	});

	it('ends at the full transfer without increments', () => {
		const id = drs.taskIn('FULL_TRANSFER_COMPLETE', { task_type: 'FULL_TRANS' });
		drs.clock.time += 1_000_000;
		expect(drs.status(id)).toBe('FULL_TRANSFER_COMPLETE');
	});

	it('has increments only, without a full transfer', () => {
		const id = drs.taskIn('STARTJOBING', { task_type: 'INCR_TRANS' });
		drs.clock.time += DURATIONS.starting;
		expect(drs.status(id)).toBe('INCRE_TRANSFER_STARTED');
	});

	it('waits for the time that it was given', () => {
		const id = drs.taskIn('CONFIGURATION');
		drs.call('precheck', { jobs: [{ job_id: id, precheck_mode: 'forStartJob' }] });
		drs.clock.time += DURATIONS.precheck;
		const at = drs.clock.time + 60_000;
		drs.call('startTasks', { jobs: [{ job_id: id, start_time: String(at) }] });
		expect(drs.status(id)).toBe('WAITING_FOR_START');
		drs.clock.time = at - 1;
		expect(drs.status(id)).toBe('WAITING_FOR_START');
		drs.clock.time = at;
		expect(drs.status(id)).toBe('STARTJOBING');
		drs.clock.time = at + DURATIONS.starting;
		expect(drs.status(id)).toBe('FULL_TRANSFER_STARTED');
	});
});

describe('progress', () => {
	it('follows time, and stands still in a pause', () => {
		const id = drs.taskIn('FULL_TRANSFER_STARTED');
		expect(progressOf(id)).toMatchObject({ progress: '0', remaining_time: '100' });
		drs.clock.time += DURATIONS.fullTransfer * 0.3;
		expect(progressOf(id)).toMatchObject({
			job_id: id,
			progress: '30',
			remaining_time: '70',
			task_mode: 'FULL_INCR_TRANS',
			transfer_status: 'FULL_TRANSFER_STARTED',
			incre_trans_delay: '-1',
		});
		drs.call('pauseTasks', { jobs: [{ job_id: id, pause_mode: 'target' }] });
		drs.clock.time += 1_000_000;
		expect(progressOf(id)).toMatchObject({ progress: '30', transfer_status: 'PAUSING' });
		drs.call('retryTasks', { jobs: [{ job_id: id }] });
		drs.clock.time += DURATIONS.fullTransfer * 0.2;
		expect(progressOf(id).progress).toBe('50');
		drs.clock.time += DURATIONS.fullTransfer * 0.5;
		expect(drs.status(id)).toBe('FULL_TRANSFER_COMPLETE');
	});

	it('is complete while changes are replicated', () => {
		const id = drs.taskIn('INCRE_TRANSFER_STARTED');
		expect(progressOf(id)).toMatchObject({
			progress: '100',
			remaining_time: '0',
			incre_trans_delay: '0',
		});
	});

	it('goes on with the increments after a pause of them', () => {
		const id = drs.taskIn('PAUSING');
		drs.call('retryTasks', { jobs: [{ job_id: id }] });
		expect(drs.status(id)).toBe('INCRE_TRANSFER_STARTED');
	});

	it('of a task that is not known', () => {
		expect(progressOf('nobody')).toEqual({
			job_id: 'nobody',
			error_code: 'DRS.M05003',
			error_msg: 'Task information not found.',
		});
	});
});

describe('names that provoke trouble', () => {
	it('fail-create: the creation does not end well, and the task can be deleted', () => {
		const id = drs.taskIn('CREATE_FAILED');
		expect(resultsOf(drs.call('getTaskStatuses', { jobs: [id] }))[0]).toEqual({
			id,
			status: 'CREATE_FAILED',
			error_code: 'DRS.M01501',
			error_message: 'The replication instance could not be created.',
		});
		drs.call('stopOrDeleteTasks', { jobs: [{ job_id: id, delete_type: 'delete' }] });
		expect(drs.context.tasks.all()).toEqual([]);
	});

	it('fail-transfer: the full transfer stops on its way, with the reason', () => {
		const id = drs.taskIn('FULL_TRANSFER_FAILED');
		expect(detailsOf(id)).toMatchObject({
			status: 'FULL_TRANSFER_FAILED',
			failed_reason: expect.stringContaining('closed the connection'),
		});
		expect(progressOf(id).progress).toBe('40');
	});

	it('leave a neighbour alone', () => {
		const [bad, good] = drs.create(['fail-create-1', 'shop-1']);
		drs.clock.time += DURATIONS.creating;
		expect([drs.status(bad), drs.status(good)]).toEqual(['CREATE_FAILED', 'CONFIGURATION']);
	});
});

describe('stopping', () => {
	it('a task that is being created takes force', () => {
		const id = drs.taskIn('CREATING');
		const stop = (kind: string) =>
			resultsOf(drs.call('stopOrDeleteTasks', { jobs: [{ job_id: id, delete_type: kind }] }))[0];
		expect(stop('terminate')).toMatchObject({ status: 'failed', error_code: 'DRS.M00304' });
		expect(stop('force_terminate')).toEqual({ id, status: 'success' });
		drs.clock.time += DURATIONS.stopping;
		expect(drs.status(id)).toBe('RELEASE_RESOURCE_COMPLETE');
	});
});
