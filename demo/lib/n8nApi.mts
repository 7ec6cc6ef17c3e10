import { setTimeout as sleep } from 'node:timers/promises';
import { fetchOnce } from './fetchOnce.mts';
import type { Login } from './owner.mts';

/** The methods that n8n's internal REST interface uses. */
export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** n8n answered a REST call with a status that is not 2xx. */
export class N8nApiRefusal extends Error {
	constructor(
		readonly status: number,
		call: string,
		answer: string,
	) {
		super(`n8n answered ${call} with ${status}: ${answer.slice(0, 500)}`);
		this.name = 'N8nApiRefusal';
	}
}

const BROWSER_ID = 'demo';
/** Two minutes: a machine that is busy takes its time. */
const LOGIN_TRIES = 240;
const LOGIN_PAUSE = 500;
/** By then, an n8n that takes its owner from the environment has it; older ones are set up like this, again after as many tries. */
const SETUP_TRY = 20;

async function setUpOwner(url: string, { email, password }: Login): Promise<void> {
	await fetchOnce(`${url}/rest/owner/setup`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'browser-id': BROWSER_ID },
		body: JSON.stringify({ email, password, firstName: 'Demo', lastName: 'Owner' }),
	});
}

const tryLogin = (url: string, { email, password }: Login): Promise<Response> =>
	fetchOnce(`${url}/rest/login`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'browser-id': BROWSER_ID },
		body: JSON.stringify({ emailOrLdapLoginId: email, password }),
	});

/** @returns the session cookie of an answer, `name=value` */
const sessionIn = ({ headers }: Response): string | undefined =>
	headers
		.getSetCookie()
		.find((value) => value.startsWith('n8n-auth='))
		?.split(';')[0];

/** n8n's internal REST interface, as its own editor uses it, in a session of one user. */
export class N8nApi {
	private constructor(
		/** Origin of n8n. */
		readonly url: string,
		/** The session cookie, `name=value`. */
		readonly cookie: string,
	) {}

	/**
	 * Logs in; repeats while n8n, just started, drops the connection or does not yet know its owner or the route.
	 * @throws N8nApiRefusal when the login stays refused; the error of the connection when there is none
	 */
	static async logIn(url: string, login: Login): Promise<N8nApi> {
		for (let attempt = 1; ; attempt += 1) {
			const tried = await tryLogin(url, login).then(
				(answer) => ({ answer }),
				(error: Error) => ({ error }),
			);
			const cookie = 'answer' in tried && tried.answer.ok ? sessionIn(tried.answer) : undefined;
			if (cookie !== undefined) return new N8nApi(url, cookie);
			if (attempt === LOGIN_TRIES) {
				if ('error' in tried) throw tried.error;
				const { answer } = tried;
				throw new N8nApiRefusal(answer.status, 'POST /rest/login', await answer.text());
			}
			if (attempt % SETUP_TRY === 0) await setUpOwner(url, login).catch(() => undefined);
			await sleep(LOGIN_PAUSE);
		}
	}

	/**
	 * Sends one call.
	 * @param path with its leading slash, such as `/rest/workflows`
	 * @returns what the answer holds in `data`
	 * @throws N8nApiRefusal for any status but 2xx
	 */
	async call<T>(method: Method, path: string, body?: unknown): Promise<T> {
		const response = await fetchOnce(`${this.url}${path}`, {
			method,
			headers: {
				cookie: this.cookie,
				'browser-id': BROWSER_ID,
				...(body !== undefined && { 'content-type': 'application/json' }),
			},
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		const text = await response.text();
		if (!response.ok) {
			throw new N8nApiRefusal(response.status, `${method} ${path}`, text);
		}
		return (JSON.parse(text) as { data: T }).data;
	}
}
