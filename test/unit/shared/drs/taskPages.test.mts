import type { IDataObject } from 'n8n-workflow';
import type { ApiClient } from '../../../../nodes/shared/client/client.ts';
import { findTaskByName } from '../../../../nodes/shared/drs/findTask.ts';
import { listTasks } from '../../../../nodes/shared/drs/listTasks.ts';
import type { TaskGroup } from '../../../../nodes/shared/drs/taskPages.ts';

const GROUP: TaskGroup = { db_use_type: 'migration', engine_type: 'mysql' };
const MANY = Array.from({ length: 250 }, (_, index) => ({ id: `t-${index}`, name: `n-${index}` }));

/** A service that gives `damaged` as its first answers, and its list of tasks after that. */
function service(all: IDataObject[], damaged: IDataObject[], maxAttempts = 3) {
	let calls = 0;
	const client = {
		async call({ body }: { body: IDataObject }) {
			const from = (Number(body.cur_page) - 1) * 100;
			const whole = { jobs: all.slice(from, from + 100), total_record: all.length };
			const answer = damaged[calls++] ?? whole;
			return { ok: true, response: { status: 200, headers: {}, body: answer } };
		},
		pause: async () => true,
		policy: { maxAttempts, maxWaitSeconds: 1 },
		now: () => 0,
	};
	return { client: client as unknown as ApiClient, calls: () => calls };
}

const LIMITS = { most: Infinity, concurrency: 1 };

const DAMAGED: Array<[string, IDataObject]> = [
	['nothing', {}],
	['null', { jobs: null, total_record: 250 }],
	['no list', { jobs: 'none' }],
	['an empty list of 250', { jobs: [], total_record: 250 }],
	['99 of 100', { jobs: MANY.slice(0, 99), total_record: 250 }],
	['99 of 100, the number a text', { jobs: MANY.slice(0, 99), total_record: '250' }],
];

describe('a damaged list', () => {
	it.each(DAMAGED)('is asked for again: %s', async (_case, damaged) => {
		const { client, calls } = service(MANY, [damaged, damaged]);
		const listed = await listTasks(client, [GROUP], {}, LIMITS);
		expect(listed).toMatchObject({ ok: true });
		expect(listed.ok && listed.value).toHaveLength(250);
		expect(calls()).toBe(5);
	});

	it.each(DAMAGED)(
		'is a failure when it stays so, not an empty list: %s',
		async (_case, damaged) => {
			const { client } = service(MANY, [damaged, damaged, damaged]);
			const listed = await listTasks(client, [GROUP], {}, LIMITS);
			expect(listed).toMatchObject({ ok: false, failure: { isTransient: true } });
			const { client: other } = service(MANY, [damaged, damaged, damaged]);
			const body = { name: 'n-249', db_use_type: 'migration', engine_type: 'mysql' } as never;
			expect(await findTaskByName(other, body)).toMatchObject({ ok: false });
		},
	);

	it.each([
		['no task, and none in all', { jobs: [], total_record: 0 }],
		['no number of all tasks', { jobs: [] }],
	])('is not an empty one: %s', async (_case, answer) => {
		const { client, calls } = service([], [answer]);
		expect(await listTasks(client, [GROUP], {}, LIMITS)).toEqual({ ok: true, value: [] });
		expect(calls()).toBe(1);
	});
});
