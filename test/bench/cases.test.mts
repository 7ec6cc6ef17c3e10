import {
	inOrder,
	labelOf,
	OTHERS,
	PROMISED,
	QUICK,
	takesPart,
	type Case,
} from '../../bench/n8n/cases.mts';
import {
	FLOOR,
	HTTP_REQUEST,
	HTTP_REQUEST_LISTS,
	OWN_LIST,
	subjectsOf,
} from '../../bench/n8n/subjects.mts';
import { OWN } from '../../bench/row.mts';

const FULL = [...PROMISED, ...OTHERS];

const subjectsIn = (one: Case): string[] =>
	Object.entries(subjectsOf(one.work, ''))
		.filter(([name, subject]) => takesPart(one, name, subject))
		.map(([name]) => name);

describe('the cases', () => {
	it('are every work at every latency with 1, 100 and 1,000 tasks, and with 10,000 and under 429 at one', () => {
		const labels = FULL.map(labelOf);
		expect(new Set(labels).size).toBe(FULL.length);
		for (const work of ['status', 'details', 'create', 'start']) {
			for (const latency of [0, 20, 100])
				for (const tasks of ['1 task', '100 tasks', '1,000 tasks'])
					expect(labels).toContain(`${work} of ${tasks}, ${latency} ms`);
			expect(labels).toContain(`${work} of 10,000 tasks, 20 ms`);
			expect(labels).toContain(`${work} of 1,000 tasks, 20 ms, 1 in 7 answered 429`);
		}
	});

	it('with 10,000 tasks 100 ms away, lists of them are compared', () => {
		const one = FULL.find((given) => labelOf(given) === 'status of 10,000 tasks, 100 ms')!;
		expect(subjectsIn(one).sort()).toEqual([HTTP_REQUEST_LISTS, OWN_LIST]);
	});

	it('OTC DRS takes part in all others, HTTP Request in all that it does in less than a minute', () => {
		for (const one of [...FULL, ...QUICK].filter(({ onlyLists }) => !onlyLists)) {
			expect(subjectsIn(one)).toContain(OWN);
			const isLong = one.tasks === 10_000 && one.work !== 'status';
			expect(subjectsIn(one).includes(HTTP_REQUEST)).toBe(!isLong);
		}
	});

	it('under 429, HTTP Request also has its own retry, and no floor is measured', () => {
		const names = subjectsIn(FULL.find(({ throttled }) => throttled)!);
		expect(names.filter((name) => name.includes('Retry On Fail'))).toHaveLength(1);
		expect(names).not.toContain(FLOOR);
	});

	it('stand in the table by work, trouble, latency and number', () => {
		const labels = [...FULL].sort(inOrder).map(labelOf);
		expect(labels[0]).toBe('status of 1 task, 0 ms');
		expect(labels.indexOf('status of 10,000 tasks, 20 ms')).toBeLessThan(
			labels.indexOf('status of 1 task, 100 ms'),
		);
		expect(labels.at(-1)).toBe('start of 1,000 tasks, 20 ms, 1 in 7 answered 429');
	});
});
