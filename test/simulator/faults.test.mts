import { FaultInjector, FAULT_KINDS, type FaultRule } from '../../simulator/faults/injector.mts';
import { createRandom } from '../../simulator/random.mts';
import { creation, send } from './client.mts';
import { useSession } from './useSession.mts';

const { simulator, jobs } = useSession({ forms: { gone: 'answered' } });

const statuses = async () => await jobs('/batch-status', { jobs: ['any'] });
const create = async (...names: string[]) =>
	await jobs('/batch-creation', { jobs: names.map(creation) });

describe('faults in place of the work', () => {
	it.each([
		['tooManyRequests', 429, 'APIGW.0308'],
		['serverError', 500, 'DRS.M00004'],
		['tooFrequent', 400, 'DRS.M01503'],
		['busy', 202, 'DRS.M01504'],
		['deadToken', 403, 'DRS.M00100'],
		['forbidden', 403, 'DRS.M00102'],
		['unauthorizedPermission', 401, 'DRS.M00103'],
	] as const)('%s answers %i %s, and nothing is done', async (kind, status, code) => {
		simulator.faults.add({ operation: 'createTasks', kind, times: 1 });
		const { status: answered, data } = await create('shop-1');
		expect([answered, data.error_code]).toEqual([status, code]);
		expect(simulator.tasks.all()).toEqual([]);
		expect(simulator.journal.of('createTasks')).toMatchObject([
			{ fault: kind, responseStatus: status },
		]);
		expect((await create('shop-1')).data.results).toMatchObject([{ name: 'shop-1' }]);
	});

	it.each(['tooManyRequests', 'tooFrequent'] as const)('%s sends Retry-After', async (kind) => {
		simulator.faults.add({ kind, retryAfterSeconds: 7 });
		expect((await statuses()).headers['retry-after']).toBe('7');
	});

	it('serverError takes the status that the rule names', async () => {
		simulator.faults.add({ kind: 'serverError', status: 503 });
		expect((await statuses()).status).toBe(503);
	});

	it('dropBefore ends the connection, and nothing is done', async () => {
		simulator.faults.add({ operation: 'createTasks', kind: 'dropBefore' });
		await expect(create('shop-1')).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(simulator.tasks.all()).toEqual([]);
		expect(simulator.journal.of('createTasks')).toMatchObject([
			{ fault: 'dropBefore', responseStatus: 0 },
		]);
	});
});

describe('faults after the work was done', () => {
	it('dropAfter ends the connection', async () => {
		simulator.faults.add({ operation: 'createTasks', kind: 'dropAfter' });
		await expect(create('shop-1')).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(simulator.tasks.all().map(({ name }) => name)).toEqual(['shop-1']);
	});

	it('truncated announces the whole body and sends half of it', async () => {
		simulator.faults.add({ operation: 'createTasks', kind: 'truncated' });
		await expect(create('shop-1')).rejects.toMatchObject({
			message: expect.stringMatching(/abort/),
		});
		expect(simulator.tasks.all()).toHaveLength(1);
		expect(simulator.journal.of('createTasks')[0]).toMatchObject({
			fault: 'truncated',
			responseBody: { results: [{ name: 'shop-1' }] },
		});
	});

	it.each([
		['a gateway', undefined, 502],
		['a page with success', 200, 200],
	])('html answers like %s', async (_name, status, expected) => {
		simulator.faults.add({ operation: 'createTasks', kind: 'html', status });
		const answer = await create('shop-1');
		expect(answer.status).toBe(expected);
		expect(answer.headers['content-type']).toContain('text/html');
		expect(answer.data).toMatch(/^<html>/);
		expect(simulator.tasks.all()).toHaveLength(1);
	});

	it('delay holds the answer back', async () => {
		simulator.faults.add({ operation: 'getTaskStatuses', kind: 'delay', delayMs: 120 });
		const start = performance.now();
		expect((await statuses()).status).toBe(200);
		expect(performance.now() - start).toBeGreaterThanOrEqual(115);
	});

	it('missingResult leaves one result of a batch out', async () => {
		simulator.faults.add({ operation: 'createTasks', kind: 'missingResult' });
		expect((await create('shop-1', 'shop-2')).data.results).toHaveLength(1);
		expect(simulator.tasks.all()).toHaveLength(2);
	});

	it('duplicateResult sends one result of a batch twice', async () => {
		simulator.faults.add({ operation: 'createTasks', kind: 'duplicateResult' });
		const { results } = (await create('shop-1', 'shop-2')).data;
		const names = results.map(({ name }: { name: string }) => name);
		expect(names).toHaveLength(3);
		expect(new Set(names).size).toBe(2);
	});
});

describe('which calls a rule concerns', () => {
	/** @returns for each of some calls whether it goes wrong, as 1 or 0 */
	const pattern = (rule: Partial<FaultRule>, calls: number, seed = 1): string => {
		const injector = new FaultInjector(createRandom(seed));
		injector.add({ kind: 'serverError', ...rule });
		return Array.from({ length: calls }, () => (injector.next('listTasks', 'drs') ? 1 : 0)).join(
			'',
		);
	};

	it.each([
		[{}, '111111'],
		[{ times: 2 }, '110000'],
		[{ skip: 2 }, '001111'],
		[{ every: 3 }, '001001'],
		[{ every: 2, times: 2 }, '010100'],
		[{ skip: 1, every: 2, times: 1 }, '001000'],
		[{ rate: 0 }, '000000'],
		[{ rate: 1 }, '111111'],
		[{ operation: 'listTasks' }, '111111'],
		[{ operation: ['createTasks', 'listTasks'] }, '111111'],
		[{ operation: 'createTasks' }, '000000'],
		[{ service: 'drs' }, '111111'],
		[{ service: 'iam' }, '000000'],
	] as Array<[Partial<FaultRule>, string]>)('%j: %s', (rule, expected) => {
		expect(pattern(rule, 6)).toBe(expected);
	});

	it('a rate strikes its share, the same calls for the same seed', () => {
		const some = pattern({ rate: 0.3 }, 1000, 7);
		expect(pattern({ rate: 0.3 }, 1000, 7)).toBe(some);
		expect(pattern({ rate: 0.3 }, 1000, 8)).not.toBe(some);
		const share = some.split('1').length - 1;
		expect(share).toBeGreaterThan(250);
		expect(share).toBeLessThan(350);
	});

	it('the first rule that fires counts, and a cleared one is gone', async () => {
		simulator.faults.add({ kind: 'busy', times: 1 });
		simulator.faults.add({ kind: 'tooFrequent' });
		expect((await statuses()).data.error_code).toBe('DRS.M01504');
		expect((await statuses()).data.error_code).toBe('DRS.M01503');
		simulator.faults.clear();
		expect((await statuses()).status).toBe(200);
	});
});

describe('the control address', () => {
	const control = async (method: string, body?: object) =>
		await send(`${simulator.url}/__simulator/faults`, { method, body });

	it.each(FAULT_KINDS)('takes the kind %s', async (kind) => {
		const added = await control('POST', { kind, times: 3, operation: 'listVpcs' });
		expect(added.status).toBe(201);
		expect((await control('GET')).data).toMatchObject([{ kind, times: 3, fired: 0 }]);
	});

	it('adds and removes rules, and counts', async () => {
		await control('POST', { kind: 'busy', operation: 'getTaskStatuses' });
		expect((await statuses()).data.error_code).toBe('DRS.M01504');
		expect((await control('GET')).data).toMatchObject([{ kind: 'busy', matched: 1, fired: 1 }]);
		expect((await control('DELETE')).status).toBe(204);
		expect((await statuses()).status).toBe(200);
	});

	it('refuses an unknown kind, and names those that there are', async () => {
		const { status, data } = await control('POST', { kind: 'explode' });
		expect(status).toBe(400);
		expect(data.message).toContain('dropBefore');
		expect((await control('GET')).data).toEqual([]);
	});
});
