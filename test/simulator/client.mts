import { createHash, createHmac } from 'node:crypto';
import axios, { type AxiosResponse } from 'axios';
import { accounts } from '../../simulator/accounts.mts';
import type { Clock } from '../../simulator/clock.mts';

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
	time: number;
}

/** @returns a clock that stands at noon of a day */
export function manualClock(): ManualClock {
	return {
		time: Date.UTC(2026, 10, 23, 12),
		now() {
			return this.time;
		},
	};
}

/** What a request of the tests may have. */
export interface Call {
	method?: string;
	headers?: Record<string, string>;
	/** An object is sent as JSON, a text as it is. */
	body?: object | string;
}

/**
 * Sends a request, and takes every answer as it comes.
 *
 * @param url address, with the query
 * @throws AxiosError if no whole answer arrives
 */
export async function send(
	url: string,
	{ method, headers, body }: Call = {},
): Promise<AxiosResponse> {
	return await axios.request({
		url,
		method: method ?? (body === undefined ? 'GET' : 'POST'),
		headers: { 'Content-Type': 'application/json', ...headers },
		data: typeof body === 'object' ? JSON.stringify(body) : body,
		transformRequest: (data: unknown) => data,
		validateStatus: () => true,
		timeout: 10_000,
	});
}

/** The identity of a password login in the form of IAM. */
export const passwordIdentity = (
	userName: string,
	password: string = accounts.operator.password,
	domainName: string = accounts.operator.domainName,
) => ({
	methods: ['password'],
	password: { user: { name: userName, password, domain: { name: domainName } } },
});

/** Asks IAM for a token. */
export async function requestToken(
	simulatorUrl: string,
	identity: object,
	scope: object | undefined = { project: { name: 'eu-de' } },
	callerToken?: string,
): Promise<AxiosResponse> {
	return await send(`${simulatorUrl}/iam/v3/auth/tokens?nocatalog=true`, {
		body: { auth: { identity, scope } },
		headers: callerToken === undefined ? {} : { 'X-Auth-Token': callerToken },
	});
}

/** A token, with the project that it is for. */
export interface Session {
	token: string;
	projectId: string;
	headers: Record<string, string>;
}

/** Logs a user in to the project `eu-de`. */
export async function logIn(
	simulatorUrl: string,
	userName: string = accounts.operator.userName,
): Promise<Session> {
	const { headers, data } = await requestToken(simulatorUrl, passwordIdentity(userName));
	const token = String(headers['x-subject-token']);
	return { token, projectId: data.token.project.id, headers: { 'X-Auth-Token': token } };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** @returns a time in the form of X-Sdk-Date */
export const sdkDate = (time: number): string =>
	new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, '');

/**
 * Signs a request as the reference describes it. Path and query have to be in canonical form already.
 *
 * @param url address of the request
 * @param options key, time in ms, and the body that is signed
 * @returns the headers to send
 */
export function sign(
	url: string,
	options: {
		time: number;
		method?: string;
		body?: string;
		key?: { id: string; secret: string };
		headers?: Record<string, string>;
	},
): Record<string, string> {
	const { time, method = 'GET', body = '', key = accounts.accessKey, headers = {} } = options;
	const { host, pathname, search } = new URL(url);
	const date = sdkDate(time);
	const signed = Object.entries({ ...headers, host, 'x-sdk-date': date })
		.map(([name, value]): [string, string] => [name.toLowerCase(), value])
		.sort(([one], [other]) => (one < other ? -1 : 1));
	const names = signed.map(([name]) => name).join(';');
	const canonical = [
		method,
		`${pathname}/`,
		search.slice(1),
		...signed.map((pair) => pair.join(':')),
		'',
		names,
		sha256(body),
	].join('\n');
	const signature = createHmac('sha256', key.secret)
		.update(`SDK-HMAC-SHA256\n${date}\n${sha256(canonical)}`)
		.digest('hex');
	return {
		...headers,
		'X-Sdk-Date': date,
		Authorization: `SDK-HMAC-SHA256 Access=${key.id}, SignedHeaders=${names}, Signature=${signature}`,
	};
}

/** The creation of a task that the simulator accepts. */
export const creation = (name: string) => ({
	name,
	bind_eip: true,
	db_use_type: 'migration',
	engine_type: 'mysql',
	job_direction: 'up',
	net_type: 'eip',
	node_type: 'high',
	task_type: 'FULL_INCR_TRANS',
	customize_sutnet_id: '352ad828-3467-4f03-987a-c55a5a9dd417',
	source_endpoint: { db_type: 'mysql', db_user: 'reader', db_password: 'Source-Secret-1' },
	target_endpoint: {
		db_type: 'mysql',
		region: 'eu-de',
		inst_id: 'e05a3679efe241d8b5dee80b17c1a863in01',
	},
});
