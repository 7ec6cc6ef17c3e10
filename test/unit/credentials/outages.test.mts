import type { IDataObject } from 'n8n-workflow';
import { openSession } from '../../../credentials/iam/login.ts';
import { fingerprintOf } from '../../../credentials/iam/session.ts';
import { obtainSession } from '../../../credentials/iam/sessionStore.ts';
import { readSettings } from '../../../credentials/iam/settings.ts';
import { useCloud } from '../../support/cloud.mts';
import { beginNode, otcCredential, otcEngine } from '../../support/otc.mts';
import { create, named, QUICK, failedOf, SIGNED } from './manyItems.mts';

const { simulator } = useCloud();

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
				new Set(['IAM is currently unavailable. Try again in a minute.']),
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
			await expect(login).rejects.toThrow('no response in time');
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
