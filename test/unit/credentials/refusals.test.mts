import type { IDataObject } from 'n8n-workflow';
import { useCloud } from '../../support/cloud.mts';
import { startHostile, type HostileServer } from '../../security/support/hostile.mts';
import { createApiClient } from '../../../nodes/shared/client/client.ts';
import { fakeContext } from '../../support/fakeContext.mts';
import { otcEngine, runNode } from '../../support/otc.mts';
import { QUICK, SIGNED, failedOf, create, named } from './manyItems.mts';

const START = {
	resource: 'task',
	operation: 'start',
	jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
	options: QUICK,
};

const withIds = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: `task-${index}` }));

const { simulator } = useCloud();

let hostile: HostileServer | undefined;

afterEach(async () => {
	await hostile?.close();
	hostile = undefined;
});

describe('a dead token that is answered to an access key', () => {
	it('once: the call is repeated, and later ones work', async () => {
		const engine = otcEngine(simulator.url, SIGNED);
		simulator.faults.add({ operation: 'createTasks', kind: 'deadToken', times: 1 });
		for (const name of ['shop-1', 'shop-2']) {
			expect(failedOf(await create(engine, [{ name }], QUICK))).toEqual([]);
		}
		expect(simulator.journal.count('createTasks')).toBe(3);
		expect(simulator.journal.count('listProjects')).toBe(1);
	});

	it('always: the call is repeated once and its failure explained', async () => {
		const engine = otcEngine(simulator.url, SIGNED);
		simulator.faults.add({ operation: 'createTasks', kind: 'deadToken' });
		const [{ error }] = await create(engine, [{ name: 'shop-1' }], QUICK);
		expect((error as IDataObject).message).toContain('DRS.M00100');
		expect(simulator.journal.count('createTasks')).toBe(2);
		simulator.faults.clear();
		expect(failedOf(await create(engine, [{ name: 'shop-2' }], QUICK))).toEqual([]);
	});
});

describe('a refusal of DRS that hits the credential', () => {
	const refuse = async (status: number, code: string, message = 'no') => {
		hostile = await startHostile((_request, response) =>
			response.writeHead(status).end(JSON.stringify({ error_code: code, error_msg: message })),
		);
		return hostile;
	};

	it('a refused signature is sent once in a run', async () => {
		const { url, requests } = await refuse(401, 'APIGW.0301', 'verify aksk signature fail');
		const engine = otcEngine(simulator.url, { ...SIGNED, serviceEndpoint: url });
		const run = await runNode(engine, START, withIds(200), 'continueRegularOutput');
		const output = run.items('OTC DRS').map(({ json }) => json);
		expect(requests).toHaveLength(1);
		expect(failedOf(output)).toHaveLength(200);
		for (const { error } of failedOf(output)) {
			expect((error as IDataObject).description).toContain('Secret Access Key');
		}
	});

	it('a refused token is not sent on and on', async () => {
		const { url, requests } = await refuse(401, 'APIGW.0301', 'Incorrect authentication');
		const engine = otcEngine(simulator.url, { serviceEndpoint: url });
		await runNode(engine, START, withIds(200), 'continueRegularOutput');
		expect(requests.length).toBeLessThanOrEqual(QUICK.concurrency);
	});

	it('a missing permission is told of each task', async () => {
		simulator.faults.add({ operation: 'createTasks', kind: 'unauthorizedPermission', times: 1 });
		const output = await create(otcEngine(simulator.url), named(40), QUICK);
		expect(failedOf(output)).toHaveLength(10);
	});

	it('tokens that are dead at once are not renewed for ever', async () => {
		const { url, requests } = await refuse(401, 'APIGW.0307');
		const engine = otcEngine(simulator.url, { serviceEndpoint: url });
		await runNode(
			engine,
			{ ...START, options: { ...QUICK, maxAttempts: 1 } },
			withIds(2_000),
			'continueRegularOutput',
		);
		const tokens = new Set(requests.map(({ headers }) => headers['x-auth-token']));
		expect(tokens.size).toBeLessThanOrEqual(4);
		expect(simulator.journal.count('createToken')).toBe(tokens.size);
	});

	it('tokens that die again and again fail no call, and are not renewed each time', async () => {
		simulator.faults.add({ operation: 'createTasks', kind: 'deadToken', every: 3 });
		const output = await create(otcEngine(simulator.url), named(60), {
			...QUICK,
			batchSize: 2,
			concurrency: 1,
		});
		expect(failedOf(output)).toEqual([]);
		expect(simulator.journal.count('createToken')).toBe(4);
	});

	it('a key that is refused after an outage is sent once more, not by all calls that waited', async () => {
		hostile = await startHostile((_request, response) =>
			hostile!.requests.length === 1
				? response.writeHead(503).end()
				: response.writeHead(401).end(JSON.stringify({ error_code: 'APIGW.0301' })),
		);
		const engine = otcEngine(simulator.url, { ...SIGNED, serviceEndpoint: hostile.url });
		const parameters = {
			...START,
			operation: 'getStatus',
			options: { ...QUICK, batchSize: 1, concurrency: 20 },
		};
		const run = await runNode(engine, parameters, withIds(100), 'continueRegularOutput');
		expect(failedOf(run.items('OTC DRS').map(({ json }) => json))).toHaveLength(100);
		expect(hostile.requests).toHaveLength(2);
	});

	it('an access key that every answer calls a dead token is not sent on and on', async () => {
		const { url, requests } = await refuse(401, 'APIGW.0307');
		const engine = otcEngine(simulator.url, { ...SIGNED, serviceEndpoint: url });
		await runNode(engine, START, withIds(500), 'continueRegularOutput');
		expect(requests.length).toBeLessThanOrEqual(8);
	});

	it('a single refused token does not silence a wait in memory for good', async () => {
		const seconds = 1_000;
		let time = Date.now();
		const fake = fakeContext({
			parameters: { resource: 'task', operation: 'get' },
			answer: (_request, count) =>
				count === 2
					? { statusCode: 401, body: { error_code: 'APIGW.0301' } }
					: { statusCode: 200, body: {} },
		});
		const client = createApiClient(fake.context, { id: '1', name: 'OTC', data: {} }, undefined, {
			now: () => time,
			random: () => 0,
			sleep: async () => {},
		});
		const call = async (): Promise<boolean> =>
			(
				await client.call({
					service: 'drs',
					method: 'GET',
					path: '/x',
					idempotent: true,
					purpose: 'Test',
				})
			).ok;
		expect([await call(), await call()]).toEqual([true, false]);
		time += 10 * seconds;
		expect(await call()).toBe(false);
		expect(fake.sent).toHaveLength(2);
		time += 60 * seconds;
		expect(await call()).toBe(true);
	});
});
