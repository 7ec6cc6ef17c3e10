import { FaultInjector } from '../../simulator/faults/injector.mts';
import { createRandom } from '../../simulator/random.mts';
import { creation, manualClock, send, type ManualClock } from './client.mts';
import { useSession } from './useSession.mts';

let clock: ManualClock;
const { simulator, session, jobs } = useSession(() => ({ clock: (clock = manualClock()) }));

const create = async (...names: string[]) =>
	await jobs('/batch-creation', { jobs: names.map(creation) });
const list = async () =>
	(await jobs('', { cur_page: 1, per_page: 10, db_use_type: 'migration' })).data;
const names = (): string[] => simulator.tasks.all().map(({ name }) => name);

describe('a damaged list', () => {
	beforeEach(async () => {
		await create('shop-1', 'shop-2');
	});

	it('has no list', async () => {
		simulator.faults.add({ kind: 'listMissing', operation: 'listTasks' });
		expect(await list()).toEqual({ total_record: 2 });
	});

	it('has fewer entries than its total', async () => {
		simulator.faults.add({ kind: 'listShort', operation: 'listTasks' });
		const { total_record: total, jobs } = await list();
		expect([total, jobs.length]).toEqual([2, 1]);
	});

	it('lags behind creations', async () => {
		simulator.faults.add({ kind: 'listLags', operation: 'listTasks', lagMs: 5_000 });
		expect(await list()).toEqual({ total_record: 0, jobs: [] });
		clock.time += 5_000;
		expect((await list()).total_record).toBe(2);
	});

	it('also comes from other services', async () => {
		simulator.faults.add({ kind: 'listMissing', operation: 'listVpcs' });
		const { data } = await send(`${simulator.url}/vpc/v1/${session.projectId}/vpcs`, session);
		expect(data).toEqual({});
	});
});

describe('the result of a single task', () => {
	it.each([
		['resultFailedBefore', 'DRS.M01501', ['shop-2']],
		['resultFailedAfter', 'DRS.M00004', ['shop-1', 'shop-2']],
	] as const)(
		'%s fails with %s, whether the work was done or not',
		async (kind, code, expected) => {
			simulator.faults.add({ kind, code, operation: 'createTasks' });
			const { status, data } = await create('shop-1', 'shop-2');
			expect(status).toBe(202);
			expect(data.results).toHaveLength(2);
			expect(data.results).toContainEqual({
				name: 'shop-1',
				status: 'failed',
				error_code: code,
				error_msg: expect.any(String),
			});
			expect(names()).toEqual(expected);
		},
	);

	it('has the form of its operation', async () => {
		const [{ id }] = (await create('shop-1')).data.results;
		simulator.faults.add({ kind: 'resultFailedAfter' });
		const progress = (await jobs('/batch-progress', { jobs: [id] })).data.results[0];
		expect(progress).toMatchObject({ job_id: id, error_code: 'DRS.M01501' });
		const status = (await jobs('/batch-status', { jobs: [id] })).data.results[0];
		expect(Object.keys(status)).toEqual(['id', 'error_code', 'error_message']);
	});

	it('is refused for every task, with HTTP 400', async () => {
		const [{ id }] = (await create('shop-1')).data.results;
		simulator.faults.add({ kind: 'resultsRefused', code: 'DRS.M00277', operation: 'createTasks' });
		const { status, data } = await create('shop-2');
		expect([status, data.results[0].error_code]).toEqual([400, 'DRS.M00277']);
		simulator.faults.add({ kind: 'resultsRefused', status: 409 });
		const answer = await jobs('/batch-status', { jobs: [id] });
		expect([answer.status, answer.data.results[0].error_code]).toEqual([409, 'DRS.M01503']);
		expect(names()).toEqual(['shop-1']);
	});

	it('has codes that are null', async () => {
		const [{ id }] = (await create('shop-1')).data.results;
		simulator.faults.add({ kind: 'nullCodes' });
		expect((await jobs('/batch-status', { jobs: [id] })).data.results).toEqual([
			{ id, status: 'CREATING', error_code: null, error_msg: null },
		]);
	});
});

it('a redirect leads to a login page, and nothing is done', async () => {
	simulator.faults.add({ kind: 'redirect', operation: 'createTasks' });
	const url = `${simulator.url}/drs/v3/${session.projectId}/jobs/batch-creation`;
	const answer = await fetch(url, {
		method: 'POST',
		redirect: 'manual',
		headers: { ...session.headers, 'Content-Type': 'application/json' },
		body: JSON.stringify({ jobs: [creation('shop-1')] }),
	});
	expect([answer.status, answer.headers.get('location')]).toEqual([302, '/__simulator/login']);
	const login = await send(`${simulator.url}/__simulator/login`);
	expect([login.status, login.headers['content-type']]).toEqual([200, 'text/html']);
	expect(names()).toEqual([]);
});

it('a name is accepted although it is taken', async () => {
	await create('shop-1');
	simulator.faults.add({ kind: 'nameAccepted', times: 1 });
	expect((await create('shop-1')).status).toBe(202);
	expect(names()).toEqual(['shop-1', 'shop-1']);
	expect((await create('shop-1')).data.error_code).toBe('DRS.M00277');
});

describe('an outage', () => {
	it('lasts as long as said, from the first call that it hits', async () => {
		simulator.faults.add({ kind: 'outage', service: 'drs', forMs: 60_000 });
		clock.time += 1_000_000;
		expect((await create('shop-1')).status).toBe(503);
		clock.time += 59_999;
		expect((await create('shop-1')).status).toBe(503);
		clock.time += 1;
		expect((await create('shop-1')).status).toBe(202);
		expect(names()).toEqual(['shop-1']);
	});

	it('is possible for every kind', () => {
		const faults = new FaultInjector(createRandom(1), clock);
		faults.add({ kind: 'dropBefore', forMs: 10 });
		expect(faults.next('listTasks', 'drs')?.kind).toBe('dropBefore');
		clock.time += 10;
		expect(faults.next('listTasks', 'drs')).toBeUndefined();
	});
});
