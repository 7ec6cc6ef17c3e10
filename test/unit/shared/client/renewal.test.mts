import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { OtcApi } from '../../../../credentials/OtcApi.credentials.ts';
import { forgetSessions } from '../../../support/sessions.mts';
import { createApiClient } from '../../../../nodes/shared/client/client.ts';
import type { ApiContext, CredentialSnapshot } from '../../../../nodes/shared/client/send.ts';
import type { RetryPolicy } from '../../../../nodes/shared/http/types.ts';
import { otcCredential } from '../../../support/otc.mts';

const SECOND = 1_000;
const START = Date.parse('2026-11-01T00:00:00Z');
const POLICY: RetryPolicy = { maxAttempts: 5, maxWaitSeconds: 60 };

/** A cloud whose service may call any token dead, one of its users, and a clock that only they move. */
class Cloud {
	now = START;
	/** When somebody logged in, in ms. */
	readonly logins: number[] = [];
	/** The tokens that the service was sent. */
	readonly calls: string[] = [];
	private readonly api = new OtcApi();
	/** What n8n's database holds. */
	stored: IDataObject = { ...otcCredential('http://127.0.0.1:9'), session: '' };

	constructor(
		private readonly isDead: (cloud: Cloud) => boolean,
		private readonly isRefused: (password: string) => boolean = () => false,
	) {}

	private readonly answer = async (options: IHttpRequestOptions) => {
		if (options.url.includes('/v3/auth/tokens')) {
			this.logins.push(this.now);
			const { auth } = options.body as { auth: { identity: { password: { user: IDataObject } } } };
			if (this.isRefused(String(auth.identity.password.user.password))) {
				return { statusCode: 401, headers: {}, body: { error: { message: 'wrong', code: 401 } } };
			}
			return {
				statusCode: 201,
				headers: { 'x-subject-token': `token-${this.logins.length}` },
				body: { token: { project: { id: 'p' } } },
			};
		}
		this.calls.push(String(options.headers?.['X-Auth-Token']));
		return this.isDead(this)
			? { statusCode: 403, headers: {}, body: { error_code: 'DRS.M00100', error_msg: 'Invalid' } }
			: { statusCode: 200, headers: {}, body: { results: [] } };
	};

	/** Does what n8n does: asks for a session where there is none or where one is asked for, stores it, and sends. */
	private readonly send = async (
		_type: string,
		options: IHttpRequestOptions,
		{ credentialsDecrypted: { data } }: { credentialsDecrypted: CredentialSnapshot },
	) => {
		const logIn = async () => {
			const helpers = { httpRequest: this.answer };
			const output = await this.api.preAuthentication.call({ helpers } as never, data);
			Object.assign(data, output);
			// As n8n 2.0 does; newer ones change the session only.
			if (output.session !== undefined) this.stored = { ...data };
		};
		if (data.session === '') await logIn();
		const ready = await this.api.authenticate(data, options).catch(async (error: unknown) => {
			if (!(error instanceof Error) || !('response' in error)) throw error;
			await logIn();
			return await this.api.authenticate(data, options);
		});
		return await this.answer(ready);
	};

	/** @returns a function that makes one call of one run of a node, and says whether it succeeded */
	run(policy = POLICY): () => Promise<boolean> {
		const context = {
			getCredentials: async () => ({ ...this.stored }),
			helpers: { httpRequestWithAuthentication: this.send },
		} as unknown as ApiContext;
		const credential = { id: '1', name: 'OTC', data: { ...this.stored } };
		const client = createApiClient(context, credential as CredentialSnapshot, policy, {
			now: () => this.now,
			random: () => 0.5,
			sleep: async (milliseconds) => {
				this.now += milliseconds;
			},
		});
		return async () => {
			const request = { service: 'drs', method: 'GET', path: '/x', idempotent: false } as const;
			return (await client.call({ ...request, purpose: 'Test' })).ok;
		};
	}

	/** @returns the most logins within some milliseconds */
	mostLoginsIn(milliseconds: number): number {
		return Math.max(
			...this.logins.map(
				(first) =>
					this.logins.filter((time) => time >= first && time < first + milliseconds).length,
			),
		);
	}
}

const numberOf = (token = ''): number => Number(token.replace('token-', ''));

let cloud: Cloud;

beforeEach(() => {
	forgetSessions();
	jest.spyOn(Date, 'now').mockImplementation(() => cloud.now);
});

afterEach(() => {
	jest.restoreAllMocks();
});

describe('a service that calls all tokens dead that were issued during a fault', () => {
	it.each([
		['eight seconds', 8],
		['a minute', 60],
		['five minutes', 300],
	])('%s: a wait in memory logs in again, within the rate, and goes on', async (_name, seconds) => {
		const end = START + seconds * SECOND;
		cloud = new Cloud(({ logins, calls }) => logins[numberOf(calls.at(-1)) - 1] < end);
		const check = cloud.run();
		const outcomes: boolean[] = [];
		while (cloud.now < end + 120 * SECOND) {
			outcomes.push(await check());
			cloud.now += (cloud.now < end ? 1 : 30) * SECOND;
		}
		expect(outcomes.at(-1)).toBe(true);
		expect(outcomes.at(-2)).toBe(true);
		expect(cloud.mostLoginsIn(30 * SECOND)).toBeLessThanOrEqual(4);
	});

	it('that never ends: the logins stay within the rate, in all runs together', async () => {
		cloud = new Cloud(() => true);
		while (cloud.now < START + 600 * SECOND) {
			const call = cloud.run();
			expect([await call(), await call(), await call()]).toEqual([false, false, false]);
			cloud.now += 5 * SECOND;
		}
		expect(cloud.mostLoginsIn(30 * SECOND)).toBe(4);
	});
});

describe('dead tokens in a row', () => {
	it('cost none of 1,000 calls, and are not renewed each time', async () => {
		const isDead = ({ calls }: Cloud) => calls.length % 30 >= 27;
		cloud = new Cloud(isDead);
		const call = cloud.run();
		for (let count = 0; count < 1_000; count++) {
			expect(await call()).toBe(true);
			cloud.now += 0.1 * SECOND;
		}
		expect(cloud.calls.length).toBeGreaterThanOrEqual(1_100);
		expect(cloud.mostLoginsIn(30 * SECOND)).toBe(4);
	});

	it('are repeated at once as long as a new login is possible', async () => {
		cloud = new Cloud(({ calls }) => calls.length <= 3);
		expect(await cloud.run()()).toBe(true);
		expect(cloud.calls).toEqual(['token-1', 'token-2', 'token-3', 'token-4']);
		expect(cloud.now).toBe(START);
	});
});

describe('the credential that a run has read', () => {
	it('is read again before a login, which another process may have done', async () => {
		let hasDied = false;
		cloud = new Cloud(({ calls }) => hasDied && calls.at(-1) === 'token-1');
		const call = cloud.run();
		await call();
		const session = JSON.parse(String(cloud.stored.session)) as object;
		cloud.stored.session = JSON.stringify({ ...session, token: 'of another process' });
		hasDied = true;
		expect(await call()).toBe(true);
		expect(cloud.calls).toEqual(['token-1', 'token-1', 'of another process']);
		expect(cloud.logins).toHaveLength(1);
	});

	it('is read again after a refusal: a corrected password is used by the run that goes on', async () => {
		cloud = new Cloud(
			() => false,
			(password) => password === 'wrong',
		);
		const { password } = cloud.stored;
		cloud.stored.password = 'wrong';
		const call = cloud.run();
		expect([await call(), await call()]).toEqual([false, false]);
		expect(cloud.logins).toHaveLength(1);
		cloud.stored.password = password;
		cloud.now += 30 * SECOND;
		expect(await call()).toBe(true);
	});

	it('is never put in the place of what somebody has edited meanwhile', async () => {
		cloud = new Cloud(({ calls }) => calls.length === 2);
		const call = cloud.run();
		await call();
		Object.assign(cloud.stored, { advanced: true, projectName: 'eu-de_shop' });
		await call();
		expect(cloud.stored.projectName).toBe('eu-de_shop');
		expect(cloud.logins).toHaveLength(2);
	});
});
