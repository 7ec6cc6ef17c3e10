import type { IDataObject } from 'n8n-workflow';
import { openSession } from '../../../credentials/iam/login.ts';
import { fingerprintOf } from '../../../credentials/iam/session.ts';
import { obtainSession } from '../../../credentials/iam/sessionStore.ts';
import { readSettings } from '../../../credentials/iam/settings.ts';
import { accounts } from '../../../simulator/accounts.mts';
import { useCloud } from '../../support/cloud.mts';
import { startHostile, type HostileServer } from '../../security/support/hostile.mts';
import { createApiClient } from '../../../nodes/shared/client/client.ts';
import { fakeContext } from '../../support/fakeContext.mts';
import { beginNode, CREATE, otcCredential, otcEngine, runNode } from '../../support/otc.mts';

const SIGNED = {
	authentication: 'accessKey',
	accessKeyId: accounts.accessKey.id,
	secretAccessKey: accounts.accessKey.secret,
};
const QUICK = { maxRetryWait: 0, batchSize: 10, concurrency: 4 };
const START = {
	resource: 'task',
	operation: 'start',
	jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
	options: QUICK,
};

const named = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ name: `shop-${index}` }));
const withIds = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: `task-${index}` }));

const { simulator } = useCloud();
let hostile: HostileServer | undefined;

afterEach(async () => {
	await hostile?.close();
	hostile = undefined;
});

const create = async (engine: ReturnType<typeof otcEngine>, items: IDataObject[], options = {}) => {
	const run = await runNode(engine, { ...CREATE, options }, items, 'continueRegularOutput');
	return run.items('OTC DRS').map(({ json }) => json);
};

const failedOf = (output: IDataObject[]) => output.filter(({ error }) => error !== undefined);

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

describe('IAM that fails at the first login', () => {
	it.each([
		['503', { kind: 'serverError', status: 503 }],
		['429', { kind: 'tooManyRequests' }],
		['a dropped connection', { kind: 'dropBefore' }],
	] as const)('by %s: no creation fails for it', async (_name, fault) => {
		simulator.faults.add({ operation: 'createToken', times: 1, ...fault });
		const output = await create(otcEngine(simulator.url), named(50), QUICK);
		expect(failedOf(output)).toEqual([]);
		expect(simulator.tasks.all()).toHaveLength(50);
		expect(simulator.journal.count('createToken')).toBe(2);
	});

	it.each([
		['password', {}, 'createToken'],
		['access key', SIGNED, 'listProjects'],
	] as const)(
		'for good, with %s: a run gives up after its attempts, and says so at every item',
		async (_name, fields, operation) => {
			simulator.faults.add({ operation, kind: 'serverError', status: 503 });
			const output = await create(otcEngine(simulator.url, fields), named(500), QUICK);
			const messages = failedOf(output).map(({ error }) => (error as IDataObject).description);
			expect(messages).toHaveLength(500);
			expect(new Set(messages)).toEqual(
				new Set(['IAM is not available at the moment. Try again in a minute.']),
			);
			expect(simulator.journal.count(operation)).toBeGreaterThanOrEqual(5);
			expect(simulator.journal.count(operation)).toBeLessThanOrEqual(17);
		},
	);

	it('is over: another run works at once', async () => {
		const engine = otcEngine(simulator.url);
		simulator.faults.add({ operation: 'createToken', kind: 'serverError', status: 503 });
		await create(engine, named(1), { maxAttempts: 1 });
		simulator.faults.clear();
		expect(failedOf(await create(engine, named(1), QUICK))).toEqual([]);
	});

	it('does not end a wait at its first check', async () => {
		simulator.faults.add({ operation: 'createToken', kind: 'serverError', status: 503 });
		const run = await beginNode(otcEngine(simulator.url), {
			resource: 'task',
			operation: 'wait',
			jobId: { __rl: true, mode: 'id', value: 'task-1' },
			options: { maxAttempts: 1 },
		});
		expect(run.error).toBeUndefined();
		expect(run.status).toBe('waiting');
	});

	it('is not asked again and again by calls that follow each other', async () => {
		const settings = readSettings(otcCredential(simulator.url));
		let attempts = 0;
		const helpers = {
			httpRequest: async () => {
				attempts++;
				throw Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' });
			},
		};
		for (let call = 0; call < 50; call++) {
			const login = obtainSession(
				fingerprintOf(settings),
				async () => await openSession(helpers as never, settings),
			);
			await expect(login).rejects.toThrow('it did not answer in time');
		}
		expect(attempts).toBe(1);
	});
});

describe('a login that is refused', () => {
	const agency = { agencyName: 'a', agencyDomainName: 'b' };

	async function logIn(answer: () => { status: number; code?: string }, now?: number) {
		const settings = readSettings(otcCredential(simulator.url, agency));
		const helpers = {
			httpRequest: async ({ headers }: { headers: IDataObject }) => {
				const { status, code } = answer();
				return headers['X-Auth-Token'] !== undefined && status !== 201
					? { statusCode: status, headers: {}, body: { error_code: code, error_msg: 'no' } }
					: {
							statusCode: 201,
							headers: { 'x-subject-token': 't' },
							body: { token: { project: { id: 'p' } } },
						};
			},
		};
		return await obtainSession(
			fingerprintOf(settings),
			async () => await openSession(helpers as never, settings),
			now,
		).then(
			() => 'works',
			({ fault }: { fault: string }) => fault,
		);
	}

	it('for another reason than the password is tried again soon', async () => {
		const start = Date.now();
		expect(await logIn(() => ({ status: 403 }), start)).toBe('Agency "a": no (HTTP 403)');
		expect(await logIn(() => ({ status: 201 }), start + 30_000)).toBe('works');
	});

	it('by 401 is not tried again for 15 minutes', async () => {
		const start = Date.now();
		await logIn(() => ({ status: 401 }), start);
		expect(await logIn(() => ({ status: 201 }), start + 14.9 * 60_000)).toBe(
			'Agency "a": no (HTTP 401)',
		);
		expect(await logIn(() => ({ status: 201 }), start + 15 * 60_000)).toBe('works');
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
