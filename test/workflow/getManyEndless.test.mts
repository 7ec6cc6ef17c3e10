import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { node } from '../support/canvas.mts';
import { forgetSessions } from '../support/sessions.mts';
import { searchSubnets } from '../../nodes/OtcDrs/listSearch/index.ts';
import { listTasks } from '../../nodes/shared/drs/listTasks.ts';
import { findTaskByName } from '../../nodes/shared/drs/findTask.ts';
import { fetchTasks } from '../../nodes/OtcDrsTrigger/fetchTasks.ts';
import type { ApiClient } from '../../nodes/shared/client/client.ts';
import type { ApiRequest } from '../../nodes/shared/http/types.ts';
import { startSimulator } from '../../simulator/index.mts';
import { startHostile } from '../security/support/hostile.mts';
import { fakeClient } from '../support/fakeClient.mts';
import { fakeContext } from '../support/fakeContext.mts';
import { otcEngine } from '../support/otc.mts';
import { router } from '../../nodes/OtcDrs/router.ts';

const GROUP = { db_use_type: 'migration', engine_type: 'mysql' } as const;
const ALL = { most: Infinity, concurrency: 1 };

/** Whoever still asks after so many calls never ends. */
const ENDLESS = 3_000;

type Page = (request: ApiRequest) => unknown[];

const pageOf = ({ body }: ApiRequest): number => Number(body!.cur_page);

/** A service that always has another full page. */
function endless(page: Page): { client: ApiClient; calls: () => number } {
	let count = 0;
	return {
		calls: () => count,
		client: fakeClient(async (request) => {
			if (++count > ENDLESS) throw new Error('it never ends');
			const body = { jobs: page(request) } as IDataObject;
			return { ok: true, response: { status: 200, headers: {}, body } };
		}),
	};
}

const full = (entry: (index: number) => unknown): unknown[] =>
	Array.from({ length: 100 }, (_, index) => entry(index));

const SAME: Page = () => full((index) => ({ id: `same-${index}`, name: 'x', status: 'CREATING' }));
const NULLS: Page = () => full(() => null);
const NEW: Page = (request) =>
	full((index) => ({ id: `task-${pageOf(request)}-${index}`, name: 'x', status: 'CREATING' }));

describe('a list of tasks that has no end', () => {
	it.each<[string, Page, number]>([
		['gives the same tasks on each page', SAME, 100],
		['gives no tasks at all', NULLS, 0],
	])('is read no further when it %s', async (_name, page, count) => {
		const { client, calls } = endless(page);
		const listed = await listTasks(client, [GROUP], {}, ALL);
		expect(listed.ok && listed.value).toHaveLength(count);
		expect(calls()).toBeLessThanOrEqual(3);
	});

	it('is refused when it goes on for 100,000 tasks, with what to do', async () => {
		const { client, calls } = endless(NEW);
		const listed = await listTasks(client, [GROUP], {}, ALL);
		expect(listed).toMatchObject({
			ok: false,
			failure: {
				message: expect.stringContaining('100000 tasks'),
				description: expect.stringContaining('filters'),
			},
		});
		expect(calls()).toBe(1_000);
	});

	it('is refused when its pages would fill the memory', async () => {
		const text = 'x'.repeat(150_000);
		const { client, calls } = endless((request) =>
			full((index) => ({ id: `${pageOf(request)}-${index}`, description: text })),
		);
		const listed = await listTasks(client, [GROUP], {}, ALL);
		expect(listed.ok).toBe(false);
		expect(calls()).toBeLessThan(12);
	});

	it('stays within one limit over all scenarios and engines', async () => {
		const { client, calls } = endless(NEW);
		const groups = ['mysql', 'mongodb', 'other'].map((engine_type) => ({ ...GROUP, engine_type }));
		expect((await listTasks(client, groups, {}, { ...ALL, concurrency: 3 })).ok).toBe(false);
		expect(calls()).toBeLessThan(1_010);
	});

	it('is not taken for one when 100 new tasks move a page by one page', async () => {
		const tasks = full((index) => ({ id: `task-${index}` }));
		const pages = [tasks, tasks, full((index) => ({ id: `older-${index}` })), []];
		const { client } = endless((request) => pages[pageOf(request) - 1]);
		const listed = await listTasks(client, [GROUP], {}, ALL);
		expect(listed.ok && listed.value).toHaveLength(200);
	});

	it('is read as far as the limit, whatever its entries are', async () => {
		const { client, calls } = endless(() => [{ id: 'a' }, ...full(() => null).slice(1)]);
		const listed = await listTasks(client, [GROUP], {}, { most: 50, concurrency: 1 });
		expect(listed).toEqual({ ok: true, value: [{ id: 'a' }] });
		expect(calls()).toBe(1);
	});

	it('may have a page of 200,000 tasks', async () => {
		const { client } = endless(() => Array.from({ length: 200_000 }, (_, id) => ({ id: `${id}` })));
		const listed = await listTasks(client, [GROUP], {}, { most: 1, concurrency: 1 });
		expect(listed.ok && listed.value).toHaveLength(1);
	});

	it('may have times of creation that are none', async () => {
		const strange = { toString: null, valueOf: null };
		const tasks = [{ id: 'a' }, { id: 'b', create_time: strange }, { id: 'c', create_time: '5' }];
		const { client } = endless(() => tasks);
		const listed = await listTasks(client, [GROUP], {}, ALL);
		expect(listed.ok && listed.value.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
	});

	it('does not hold up Get Many, with a limit or without one', async () => {
		const parameters: INodeParameters = { resource: 'task', operation: 'getMany' };
		for (const more of [{ limit: 1 }, { returnAll: true }]) {
			for (const page of [SAME, NULLS]) {
				const fake = fakeContext({
					parameters: { ...parameters, ...more },
					answer: ({ body }, count) => {
						if (count > ENDLESS) throw new Error('it never ends');
						const jobs = page({ body } as ApiRequest);
						return { statusCode: 200, body: { jobs } };
					},
				});
				await router(fake.context);
				expect(fake.sent.length).toBeLessThan(30);
			}
		}
	});

	it('does not hold up a look of the trigger', async () => {
		const { client, calls } = endless(SAME);
		const settings = { events: [], threshold: 0, groups: [GROUP], statuses: [] };
		expect((await fetchTasks({} as never, client, settings)).tasks).toHaveLength(100);
		expect(calls()).toBeLessThanOrEqual(3);
	});

	it('does not let a task that was not found pass for one that is not there', async () => {
		const { client, calls } = endless(SAME);
		expect(await findTaskByName(client, { ...GROUP, name: 'shop' })).toMatchObject({
			ok: false,
			failure: { message: expect.stringContaining('Search for task "shop"'), jobName: 'shop' },
		});
		expect(calls()).toBeLessThanOrEqual(3);
	});
});

describe('a list of networks that has no end', () => {
	it.each<[string, (request: number) => string]>([
		['repeats its marker', () => 'same'],
		['always has a new marker', (request) => `marker-${request}`],
	])('does not hold up the drop-down when it %s', async (_name, idOf) => {
		forgetSessions();
		const simulator = await startSimulator();
		const hostile = await startHostile((request, response) => {
			const id = idOf(hostile.requests.length);
			const key = request.url!.includes('/vpcs') ? 'vpcs' : 'subnets';
			response.end(JSON.stringify({ [key]: [...full(() => null).slice(1), { id }] }));
		});
		const asking = node('OTC DRS', 'n8n-nodes-otc-drs.otcDrs', {
			parameters: { resource: 'task', operation: 'createMigration' },
			credentials: { otcApi: { id: 'otc', name: 'OTC' } },
		});
		const engine = otcEngine(simulator.url, { serviceEndpoint: hostile.url });
		const { results } = await searchSubnets.call(engine.loadOptions(asking));
		expect(results).toHaveLength(1);
		expect(hostile.requests.length).toBeLessThanOrEqual(51);
		const nothing = await searchSubnets.call(engine.loadOptions(asking), 'no subnet has this name');
		expect(nothing.results).toEqual([]);
		expect(hostile.requests.length).toBeLessThanOrEqual(151);
		await hostile.close();
		await simulator.close();
	});
});
