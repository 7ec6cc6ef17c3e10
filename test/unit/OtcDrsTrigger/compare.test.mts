import type { IDataObject } from 'n8n-workflow';
import { baseline, compare } from '../../../nodes/OtcDrsTrigger/compare.ts';
import type { Memory } from '../../../nodes/OtcDrsTrigger/snapshot.ts';

const THRESHOLD = 60;

const task = (id: string, status: string, more: IDataObject = {}): IDataObject => ({
	id,
	status,
	...more,
});

/** One look after the other, each at these tasks; delays in seconds by ID. */
class Looks {
	private memory: Memory = { fingerprint: '', tasks: new Map() };

	first(...tasks: IDataObject[]): this {
		this.memory = baseline('', tasks, new Map(), THRESHOLD);
		return this;
	}

	next(tasks: IDataObject[], delays: Record<string, number> = {}): string[] {
		const result = compare(this.memory, tasks, new Map(Object.entries(delays)), THRESHOLD);
		this.memory = result.memory;
		return result.events.map(({ event, task: { id } }) => `${String(id)} ${event}`);
	}
}

describe('what has happened between two looks at the tasks', () => {
	it('is nothing when nothing has changed', () => {
		const looks = new Looks().first(task('a', 'CREATE_FAILED'), task('b', 'CONFIGURATION'));
		expect(looks.next([task('a', 'CREATE_FAILED'), task('b', 'CONFIGURATION')])).toEqual([]);
	});

	it.each([
		['CONFIGURATION', 'STARTJOBING', ['statusChanged']],
		['STARTJOBING', 'FULL_TRANSFER_FAILED', ['statusChanged', 'taskFailed']],
		['FULL_TRANSFER_STARTED', 'FULL_TRANSFER_COMPLETE', ['statusChanged', 'fullTransferComplete']],
		[
			'FULL_TRANSFER_STARTED',
			'INCRE_TRANSFER_STARTED',
			['statusChanged', 'replicating', 'fullTransferComplete'],
		],
		['INCRE_TRANSFER_FAILED', 'INCRE_TRANSFER_STARTED', ['statusChanged', 'replicating']],
		['RELEASE_RESOURCE_STARTED', 'RELEASE_RESOURCE_COMPLETE', ['statusChanged', 'taskStopped']],
		['PAUSEING', 'SOMETHING_NEW', ['statusChanged']],
	])('%s → %s', (before, after, events) => {
		const looks = new Looks().first(task('a', before));
		expect(looks.next([task('a', after)])).toEqual(events.map((event) => `a ${event}`));
	});

	it('tells of a new task, and of what has happened to it already', () => {
		const looks = new Looks().first();
		expect(looks.next([task('a', 'CREATE_FAILED')])).toEqual(['a taskCreated', 'a taskFailed']);
	});

	it('knows that a task that replicates changes only has no full transfer', () => {
		const incremental = { task_type: 'INCR_TRANS' };
		const looks = new Looks().first(task('a', 'STARTJOBING', incremental));
		expect(looks.next([task('a', 'INCRE_TRANSFER_STARTED', incremental)])).toEqual([
			'a statusChanged',
			'a replicating',
		]);
	});

	it('keeps in mind that a task lags while the delay is not known', () => {
		const replicating = [task('a', 'INCRE_TRANSFER_STARTED')];
		const looks = new Looks().first(...replicating);
		expect(looks.next(replicating, { a: THRESHOLD })).toEqual([]);
		expect(looks.next(replicating, { a: THRESHOLD + 1 })).toEqual(['a delayExceeded']);
		expect(looks.next(replicating)).toEqual([]);
		expect(looks.next(replicating, { a: 900 })).toEqual([]);
		expect(looks.next(replicating, { a: 0 })).toEqual([]);
		expect(looks.next(replicating, { a: 900 })).toEqual(['a delayExceeded']);
	});

	it('counts a task once that a list names twice, and does not miss one that a list leaves out', () => {
		const looks = new Looks().first(task('a', 'CONFIGURATION'));
		expect(looks.next([task('b', 'CREATING'), task('b', 'CREATING')])).toEqual(['b taskCreated']);
		expect(looks.next([task('a', 'STARTJOBING'), task('b', 'CREATING')])).toEqual([
			'a statusChanged',
		]);
	});

	it('forgets a task that two lists in a row leave out', () => {
		const looks = new Looks().first(task('a', 'CONFIGURATION'));
		looks.next([]);
		looks.next([]);
		expect(looks.next([task('a', 'CONFIGURATION')])).toEqual(['a taskCreated']);
	});
});
