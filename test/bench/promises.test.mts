import { BATCH_CALLS } from '../../bench/n8n/batchCalls.mts';
import { FLOOR, HTTP_REQUEST, HTTP_REQUEST_LISTS, OWN_LIST } from '../../bench/n8n/subjects.mts';
import { checkPromises, promiseTable } from '../../bench/promises.mts';
import { measure, OWN, type Row } from '../../bench/row.mts';
import { VENDOR } from '../../bench/signature/subjects.mts';

const STATUS = 'status of 1,000 tasks, 20 ms';

const OTHER_LISTS = [
	'status of 1,000 tasks, 100 ms',
	'status of 10,000 tasks, 20 ms',
	'status of 10,000 tasks, 100 ms',
];

const row = (work: string, subject: string, values: Record<string, number>): Row => ({
	part: 'any',
	work,
	subject,
	values: Object.fromEntries(
		Object.entries(values).map(([name, value]) => [name, measure([value], '', 'less')]),
	),
});

const kept: Row[] = [
	row(STATUS, OWN, { time: 440, calls: 10 }),
	row(STATUS, HTTP_REQUEST, { time: 4_000 }),
	row(STATUS, OWN_LIST, { time: 100 }),
	row(STATUS, HTTP_REQUEST_LISTS, { time: 130 }),
	...OTHER_LISTS.flatMap((work) => [
		row(work, OWN_LIST, { time: 90 }),
		row(work, HTTP_REQUEST_LISTS, { time: 100 }),
	]),
	row(STATUS, FLOOR, { time: 300 }),
	row(STATUS, BATCH_CALLS, { time: 100 }),
	row(`${STATUS}, 1 in 7 answered 429`, OWN, { results: 1_000 }),
	row(`${STATUS}, 1 in 7 answered 429`, OWN_LIST, { results: 1_000 }),
	row('1,000 executions, 10 at a time', OWN, { logins: 1 }),
	...['0.1', '10', '1,000'].flatMap((size) => [
		row(`sign ${size} kB, each`, OWN, { rate: 30 }),
		row(`sign ${size} kB, each`, VENDOR, { rate: 10 }),
	]),
	row('cold require: all nodes and credentials', OWN, { time: 12 }),
	row('getStatus of 10,000 tasks', OWN, { memory: 20 }),
	row('get of 10,000 tasks', OWN, { memory: 40 }),
	row('getStatus of 100,000 tasks', OWN, { memory: 120 }),
];

const broken = (work: string, subject: string, values: Record<string, number>) =>
	checkPromises(
		kept.map((one) =>
			one.work.startsWith(work) && one.subject === subject ? row(one.work, subject, values) : one,
		),
	)
		.filter(({ isKept }) => !isKept)
		.map(({ promise, measured }) => `${promise} | ${measured}`);

describe('the promises', () => {
	it('are all checked, and kept by figures that keep them', () => {
		const promises = checkPromises(kept);
		expect(promises).toHaveLength(17);
		expect(promises.filter(({ isKept }) => !isKept)).toEqual([]);
	});

	it('without figures there is nothing to check', () => {
		expect(checkPromises([])).toEqual([]);
	});

	it.each([
		[STATUS, OWN, { time: 900, calls: 10 }, 2],
		[STATUS, OWN, { time: 440, calls: 11 }, 1],
		[STATUS, OWN_LIST, { time: 140 }, 2],
		[`${STATUS}, 1 in 7`, OWN, { results: 999 }, 1],
		[`${STATUS}, 1 in 7`, OWN_LIST, { results: 999 }, 1],
		['status of 10,000 tasks, 100 ms', OWN_LIST, { time: 101 }, 1],
		['1,000 executions', OWN, { logins: 2 }, 1],
		['sign 10 kB', OWN, { rate: 19 }, 1],
		['cold require', OWN, { time: 26 }, 1],
		['get of 10,000', OWN, { memory: 301 }, 1],
	])('%s, %s: %j breaks %d', (work, subject, values, count) => {
		expect(broken(work, subject, values)).toHaveLength(count);
	});

	it('the table says which are not kept', () => {
		const rows = kept.map((one) =>
			one.work.startsWith('1,000') ? row(one.work, OWN, { logins: 3 }) : one,
		);
		expect(promiseTable(checkPromises(rows))).toContain(
			'| 1,000 executions: logins: 1 | 3 | **no** |',
		);
	});
});
