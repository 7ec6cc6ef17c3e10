import { listTime } from '../../../simulator/drs/forms.mts';
import { lagAt } from '../../../simulator/drs/lag.mts';
import { createEngine, resultsOf, type Engine, type Fields } from './engine.mts';

const list = ({ call }: Engine, more: Fields = {}): Fields[] =>
	(
		call('listTasks', { cur_page: 1, per_page: 10, db_use_type: 'migration', ...more }).body as {
			jobs: Fields[];
		}
	).jobs;

describe('times of the list', () => {
	it('are local text, as the example prints the time that details print as 1608519469412', () => {
		expect(listTime(1_608_519_469_412, '+08:00')).toBe('2020-12-21 10:57:49');
		expect(listTime(1_608_519_469_412, '-01:30')).toBe('2020-12-21 01:27:49');
		expect(() => listTime(0, 'Berlin')).toThrow('no zone');
	});

	it('differ from those of details and of the creation', () => {
		const drs = createEngine();
		const [id] = drs.create(['shop-1']);
		expect(list(drs)).toMatchObject([{ create_time: '2026-11-23 20:00:00' }]);
		const [details] = resultsOf(drs.call('getTaskDetails', { jobs: [id] }));
		expect(details.create_time).toBe(String(drs.clock.time));
	});

	it('are milliseconds on request', () => {
		const drs = createEngine({ forms: { listTimes: 'milliseconds' } });
		drs.create(['shop-1']);
		expect(list(drs)).toMatchObject([{ create_time: String(drs.clock.time) }]);
	});

	it('are filtered by tags as a list and as a map', () => {
		const drs = createEngine();
		drs.create(['shop-1'], { tags: [{ key: 'team', value: 'blue' }] });
		expect(list(drs, { tags: [{ key: 'team', value: 'blue' }] })).toHaveLength(1);
		expect(list(drs, { tags: { team: 'blue' } })).toHaveLength(1);
		expect(list(drs, { tags: { team: 'red' } })).toEqual([]);
	});
});

/** One call for every operation that answers task by task. */
const BATCHES: ReadonlyArray<[operation: string, body: (ids: string[]) => object]> = [
	['getTaskStatuses', (jobs) => ({ jobs })],
	['getTaskDetails', (jobs) => ({ jobs })],
	['getTaskProgress', (jobs) => ({ jobs })],
	['getPrecheckResults', (jobs) => ({ jobs })],
	['startTasks', (ids) => ({ jobs: ids.map((id) => ({ job_id: id })) })],
	['pauseTasks', (ids) => ({ jobs: ids.map((id) => ({ job_id: id, pause_mode: 'all' })) })],
	['retryTasks', (ids) => ({ jobs: ids.map((id) => ({ job_id: id, is_sync_re_edit: false })) })],
	[
		'stopOrDeleteTasks',
		(ids) => ({ jobs: ids.map((id) => ({ job_id: id, delete_type: 'delete' })) }),
	],
	['selectObjects', (ids) => ({ jobs: ids.map((id) => ({ job_id: id, selected: false })) })],
	['modifyTasks', (ids) => ({ jobs: ids.map((id) => ({ job_id: id, name: 'shop-new' })) })],
];

describe.each(BATCHES)('%s of tasks that are gone', (operation, body) => {
	const gone = (drs: Engine): string => {
		const id = drs.taskIn('CREATE_FAILED');
		drs.call('stopOrDeleteTasks', { jobs: [{ job_id: id, delete_type: 'delete' }] });
		return id;
	};
	const codes = (drs: Engine, ids: string[]) => {
		const answer = drs.call(operation, body(ids));
		return { status: answer.status, codes: resultsOf(answer).map((result) => result.error_code) };
	};

	it('is 400, with the code in the results', () => {
		const drs = createEngine();
		expect(codes(drs, [gone(drs)])).toEqual({ status: 400, codes: ['DRS.M05004'] });
		expect(codes(drs, ['nobody'])).toEqual({ status: 400, codes: ['DRS.M05003'] });
	});

	it('succeeds beside others, unless the option says 400', () => {
		const drs = createEngine();
		const ids = [drs.taskIn('CONFIGURATION'), gone(drs)];
		const { status, codes: found } = codes(drs, ids);
		expect(status).toBeLessThan(300);
		expect(found).toContain('DRS.M05004');
		const strict = createEngine({ forms: { gone: 'refusedInMixed' } });
		expect(codes(strict, [strict.taskIn('CONFIGURATION'), gone(strict)]).status).toBe(400);
	});

	it('is a success on request, and the code that clients know too', () => {
		const drs = createEngine({ forms: { gone: 'answered', unknownTask: 'DRS.M00289' } });
		const { status, codes: found } = codes(drs, ['nobody']);
		expect(status).toBeLessThan(300);
		expect(found).toEqual(['DRS.M00289']);
	});
});

describe('the lag', () => {
	const lag = (drs: Engine, id: string): unknown =>
		resultsOf(drs.call('getTaskProgress', { jobs: [id] }))[0].incre_trans_delay;

	it('is in seconds, and also in milliseconds on request', () => {
		const drs = createEngine({ forms: { delayMillis: true } });
		const id = drs.taskIn('INCRE_TRANSFER_STARTED');
		drs.context.outcomes.add({ task: id, kind: 'delay', delay: 61 });
		expect(resultsOf(drs.call('getTaskProgress', { jobs: [id] }))[0]).toMatchObject({
			incre_trans_delay: '61',
			incre_trans_delay_millis: '61000',
		});
		const other = drs.taskIn('FULL_TRANSFER_STARTED');
		expect(lag(drs, other)).toBe('-1');
	});

	it.each([
		[{ delay: 60, curve: 'falling' as const }, ['60', '50', '0']],
		[{ delay: 60, curve: 'falling' as const, perSecond: 2 }, ['60', '40', '0']],
		[{ delay: 60, curve: 'falling' as const, least: 30 }, ['60', '50', '30']],
		[{ delay: 60, curve: 'stuck' as const }, ['60', '60', '60']],
		[{ delay: 60, curve: 'rising' as const, perSecond: 0.5 }, ['60', '65', '560']],
	])('goes by %j', (rule, expected) => {
		const drs = createEngine();
		const id = drs.taskIn('INCRE_TRANSFER_STARTED');
		drs.context.outcomes.add({ task: id, kind: 'delay', ...rule });
		const seen = [0, 10, 990].map((seconds) => {
			drs.clock.time += seconds * 1000;
			return lag(drs, id);
		});
		expect(seen).toEqual(expected);
	});

	it('never rises by falling', () => {
		expect(lagAt({ delay: 5, curve: 'falling', least: 30 }, 10)).toBe(5);
	});
});

describe('statuses on request', () => {
	it.each(['DELETED', 'REBUILD_NODE_FAILED', 'STARTJOB_FAILED', 'CHILD_TRANSFER_STARTED'])(
		'%s shows in every query, as often as said',
		(status) => {
			const drs = createEngine();
			const id = drs.taskIn('CONFIGURATION');
			drs.context.outcomes.add({ task: id, kind: 'status', status, times: 4 });
			expect(drs.status(id)).toBe(status);
			expect(resultsOf(drs.call('getTaskDetails', { jobs: [id] }))[0].status).toBe(status);
			expect(resultsOf(drs.call('getTaskProgress', { jobs: [id] }))[0].transfer_status).toBe(
				status,
			);
			expect(list(drs)[0].status).toBe(status);
			expect(drs.status(id)).toBe('CONFIGURATION');
		},
	);
});

describe('the end of a task', () => {
	const stop = (drs: Engine, id: string, kind: string) =>
		drs.call('stopOrDeleteTasks', { jobs: [{ job_id: id, delete_type: kind }] });
	const stopOf = (drs: Engine, id: string) =>
		drs.context.tasks.all().find((task) => task.id === id)?.stop;

	it.each([
		['terminate', 'INCRE_TRANSFER_STARTED', { kind: 'normal', replicated: true }],
		['force_terminate', 'INCRE_TRANSFER_STARTED', { kind: 'forced', replicated: true }],
		['terminate', 'CONFIGURATION', { kind: 'normal', replicated: false }],
	])('by %s in %s is kept', (kind, status, expected) => {
		const drs = createEngine();
		const id = drs.taskIn(status);
		stop(drs, id, kind);
		expect(stopOf(drs, id)).toMatchObject(expected);
	});

	it('fails after a normal stop and succeeds after a forced one, when a database is gone', () => {
		const drs = createEngine();
		const id = drs.taskIn('INCRE_TRANSFER_STARTED');
		drs.context.outcomes.add({ task: id, kind: 'releaseFails', stop: 'normal' });
		stop(drs, id, 'terminate');
		drs.clock.time += 1_000_000;
		expect(drs.status(id)).toBe('RELEASE_RESOURCE_FAILED');
		stop(drs, id, 'force_terminate');
		drs.clock.time += 1_000_000;
		expect(drs.status(id)).toBe('RELEASE_RESOURCE_COMPLETE');
	});
});

describe('what the documents leave open', () => {
	it('a creation without a region', () => {
		const target = { db_type: 'mysql', inst_id: 'e05a3679efe241d8b5dee80b17c1a863in01' };
		const create = (regionRequired: boolean) =>
			createEngine({ forms: { regionRequired } }).create(['shop-1'], {
				target_endpoint: target,
			})[0];
		expect(() => create(true)).toThrow();
		expect(create(false)).toMatch(/jb101$/);
	});

	it('a start without a pre-check', () => {
		const start = (precheckRequired: boolean) => {
			const drs = createEngine({ forms: { precheckRequired } });
			const id = drs.taskIn('CONFIGURATION');
			return resultsOf(drs.call('startTasks', { jobs: [{ job_id: id }] }))[0].status;
		};
		expect([start(true), start(false)]).toEqual(['failed', 'success']);
	});

	it('the sign of a process, and the engine of MongoDB', () => {
		const drs = createEngine({ forms: { percentSign: false, mongoAsDds: true } });
		const id = drs.taskIn('CONFIGURATION', { engine_type: 'mongodb' });
		drs.call('precheck', { jobs: [{ job_id: id, precheck_mode: 'forStartJob' }] });
		drs.clock.time += 1_000_000;
		expect(resultsOf(drs.call('getPrecheckResults', { jobs: [id] }))[0].process).toBe('100');
		expect(resultsOf(drs.call('getTaskDetails', { jobs: [id] }))[0].inst_info).toMatchObject({
			engine_type: 'mongodb-to-dds',
			start_time: '0',
		});
	});
});
