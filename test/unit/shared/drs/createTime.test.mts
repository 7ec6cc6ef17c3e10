import { createdAt } from '../../../../nodes/shared/drs/createTime.ts';
import { newestFirst } from '../../../../nodes/shared/drs/listTasks.ts';

describe('the time at which a task was created', () => {
	it.each([
		['1608519469412', 1_608_519_469_412],
		[1_608_519_469_412, 1_608_519_469_412],
		['2020-12-21 10:57:49', undefined],
		['', undefined],
		[null, undefined],
	])('%j is the moment %s', (time, moment) => {
		expect(createdAt({ create_time: time })).toBe(moment);
	});

	it.each([
		['local time', '2026-11-02 09:00:00', '2026-11-02 09:00:01', '2026-10-30 23:00:00'],
		['milliseconds', '1000', '2000', '500'],
		['both', '2026-11-02 09:00:00', String(Date.UTC(2026, 10, 3)), '2026-10-30 23:00:00'],
	])('orders a list, newest first: %s', (_case, middle, newest, oldest) => {
		const tasks = [middle, newest, undefined, oldest].map((time) => ({ create_time: time }));
		const times = newestFirst(tasks).map(({ create_time }) => create_time);
		expect(times).toEqual([newest, middle, oldest, undefined]);
	});
});
