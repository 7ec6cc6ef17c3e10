import type { IDataObject, INode, IPollFunctions } from 'n8n-workflow';
import { baseline, compare } from '../../../nodes/OtcDrsTrigger/compare.ts';
import { fetchReasons, fetchTasks } from '../../../nodes/OtcDrsTrigger/fetchTasks.ts';
import type { ApiClient } from '../../../nodes/shared/client/client.ts';
import type { CallResult } from '../../../nodes/shared/http/types.ts';
import { fakeClient } from '../../support/fakeClient.mts';

const context = { getNode: () => ({ name: 'OTC DRS Trigger' }) as INode } as IPollFunctions;
const GROUP = { db_use_type: 'migration', engine_type: 'mysql' } as const;
const SETTINGS = {
	events: ['delayExceeded' as const],
	threshold: 60,
	groups: [GROUP],
	statuses: [],
};

const answer = (body: IDataObject): CallResult => ({
	ok: true,
	response: { status: 200, headers: {}, body },
});

const refusal = (httpStatus: number): CallResult => ({
	ok: false,
	failure: { message: `Refused with ${httpStatus}`, httpStatus },
	executed: 'no',
	divisible: false,
});

/** A service that lists replicating tasks, and says this of their progress or details. */
const service = (ids: string[], said: CallResult): ApiClient =>
	fakeClient(async ({ path }) =>
		path.endsWith('/jobs')
			? answer({ jobs: ids.map((id) => ({ id, status: 'INCRE_TRANSFER_STARTED' })) })
			: said,
	);

const progress = (delays: Record<string, string>): CallResult =>
	answer({
		results: Object.entries(delays).map(([id, delay]) => ({
			job_id: id,
			transfer_status: 'INCRE_TRANSFER_STARTED',
			incre_trans_delay: delay,
		})),
	});

const delaysOf = async (ids: string[], said: CallResult) =>
	Object.fromEntries((await fetchTasks(context, service(ids, said), SETTINGS)).delays);

describe('a look at all tasks', () => {
	it('reads delays in seconds, and leaves out those that the service does not say', async () => {
		const said = progress({ a: '300', b: '-1', c: '', d: '0', e: 'unknown' });
		expect(await delaysOf(['a', 'b', 'c', 'd', 'e'], said)).toEqual({ a: 300, d: 0 });
	});

	it('goes on without the delay of a task that has gone since the list was read', async () => {
		expect(await delaysOf(['a', 'gone'], progress({ a: '1' }))).toEqual({ a: 1 });
		expect(await delaysOf(['gone'], refusal(404))).toEqual({});
	});

	it.each([401, 403, 429, 503])('fails when delays are refused with %i', async (status) => {
		await expect(delaysOf(['a'], refusal(status))).rejects.toThrow(`Refused with ${status}`);
	});
});

describe('the reason of a failure', () => {
	const happened = { event: 'taskFailed' as const, task: { id: 'a', status: 'CREATE_FAILED' } };

	it.each([
		[{ failed_reason: 'No such host.', error_message: 'Other' }, 'No such host.'],
		[{ failed_reason: '', error_message: 'Wrong password.' }, 'Wrong password.'],
		[{}, undefined],
	])('in the details %j is %j', async (details, reason) => {
		const said = answer({ results: [{ id: 'a', status: 'CREATE_FAILED', ...details }] });
		expect((await fetchReasons(service([], said), [happened])).get('a')).toBe(reason);
	});

	it('is not there when the details are refused', async () => {
		expect((await fetchReasons(service([], refusal(403)), [happened])).size).toBe(0);
	});
});

describe('what a hostile or broken service lists', () => {
	const listing = (jobs: unknown[]): ApiClient => ({
		...service([], refusal(404)),
		call: async () => answer({ jobs: jobs as IDataObject[] }),
	});

	it('is left out where an ID is none', async () => {
		const ids = ['a-1', 'x'.repeat(20_000), '', 'a b', 7, null, {}, ['a'], undefined];
		const client = listing(ids.map((id) => ({ id, status: 'CREATING' })));
		const { tasks } = await fetchTasks(context, client, { ...SETTINGS, events: [] });
		expect(tasks.map(({ id }) => id)).toEqual(['a-1']);
	});

	it('takes little memory: a status is cut, and damaged ones and delays do no harm', async () => {
		const strange = { toString: null, valueOf: null };
		const statuses = ['x'.repeat(100_000), strange, null];
		const client = listing(statuses.map((status, index) => ({ id: `a-${index}`, status })));
		const { tasks } = await fetchTasks(context, client, { ...SETTINGS, events: [] });
		const memory = baseline('', tasks, new Map(), 60);
		expect([...memory.tasks.values()].map(({ status }) => status)).toEqual([
			'x'.repeat(64),
			'',
			'',
		]);
		const { events } = compare(memory, tasks, new Map(), 60);
		expect(events).toEqual([]);
		const said = answer({
			results: [{ job_id: 'a', transfer_status: 'x', incre_trans_delay: strange as never }],
		});
		expect(await delaysOf(['a'], said)).toEqual({});
	});

	it('is cut where it tells the reason of a failure', async () => {
		const event = { event: 'taskFailed' as const, task: { id: 'a', status: 'CREATE_FAILED' } };
		const said = answer({
			results: [{ id: 'a', status: 'CREATE_FAILED', failed_reason: 'x'.repeat(100_000) }],
		});
		expect((await fetchReasons(service([], said), [event])).get('a')).toHaveLength(2_000);
	});
});
