import type { RequestListener } from 'node:http';
import { useCloud } from '../support/cloud.mts';
import { runHttpRequest } from '../support/httpRequest.mts';
import { otcEngine, PASSWORD, runNode } from '../support/otc.mts';
import { startHostile, type HostileServer } from './support/hostile.mts';

const STATUS = {
	resource: 'task',
	operation: 'getStatus',
	jobId: { __rl: true, mode: 'id', value: 'e11eaf8f-71ef-4fad-8890-aed7572ajb11' },
	options: { maxAttempts: 1 },
};

const ACCESS_KEY = {
	authentication: 'accessKey',
	accessKeyId: 'SIMULATORAKEY0000001',
	secretAccessKey: 'SimulatorSecretKeyDoNotUse0000000000001',
};

const WAYS: Array<[string, Record<string, string>]> = [
	['password', {}],
	['access key', ACCESS_KEY],
];
const STATUSES = [301, 302, 303, 307, 308];
const CASES = WAYS.flatMap(([way, changes]) =>
	STATUSES.map((status) => [way, status, changes] as const),
);

const { simulator } = useCloud();
let thief: HostileServer;
let redirecting: HostileServer;

const redirect =
	(status: number): RequestListener =>
	(request, response) =>
		response.writeHead(status, { Location: `${thief.url}${request.url}` }).end();

/** A thief would answer well, so that a followed redirect shows as success. */
const wellBehaved: RequestListener = (_request, response) =>
	response
		.writeHead(201, { 'X-Subject-Token': 'stolen' })
		.end('{"token":{"project":{"id":"p"}},"projects":[{"id":"p","name":"eu-de"}],"results":[]}');

beforeEach(async () => {
	thief = await startHostile(wellBehaved);
});

afterEach(async () => {
	await redirecting.close();
	await thief.close();
});

it.each(CASES)(
	'%s: a call that is answered by %d is not sent elsewhere',
	async (_way, status, changes) => {
		redirecting = await startHostile(redirect(status));
		const engine = otcEngine(simulator.url, { serviceEndpoint: redirecting.url, ...changes });
		const run = await runNode(engine, STATUS);
		expect(run.status).toBe('error');
		expect(run.error?.message).toContain(`HTTP ${status}`);
		expect(redirecting.requests).toHaveLength(1);
		expect(redirecting.requests[0].headers).toHaveProperty(
			changes.authentication === 'accessKey' ? 'authorization' : 'x-auth-token',
		);
		expect(thief.requests).toEqual([]);
	},
);

it.each(CASES)(
	'%s: a login that is answered by %d is not sent elsewhere',
	async (_way, status, changes) => {
		redirecting = await startHostile(redirect(status));
		const engine = otcEngine(simulator.url, { iamEndpoint: redirecting.url, ...changes });
		const run = await runNode(engine, STATUS);
		expect(run.error?.message).toContain(`HTTP ${status}`);
		expect(JSON.stringify(run.raw)).not.toContain(PASSWORD);
		expect(JSON.stringify(run.raw)).not.toContain(ACCESS_KEY.secretAccessKey);
		expect(redirecting.requests).toHaveLength(1);
		expect(thief.requests).toEqual([]);
		expect(simulator.journal.entries).toEqual([]);
	},
);

/** What n8n's HTTP Request node hands to its client, by version and options; read in n8n-nodes-base 2.0.2 and 2.41.1. */
const NODE_OPTIONS = [
	['by default, version 1 and 2', {}],
	['asked to follow, version 1 and 2', { followRedirect: true, followAllRedirects: true }],
	['by default, version 3', { followRedirect: true, followAllRedirects: true, maxRedirects: 21 }],
	['asked not to follow, version 3', { followRedirect: false }],
	['by default, version 4 by POST', { followRedirect: true, followAllRedirects: true }],
	['with a limit, version 4', { followRedirect: true, followAllRedirects: true, maxRedirects: 5 }],
	[
		'with credentials sent along',
		{ followAllRedirects: true, sendCredentialsOnCrossOriginRedirect: true },
	],
] as const;
const NODE_CASES = CASES.flatMap((given) =>
	['GET', 'POST'].flatMap((method) =>
		NODE_OPTIONS.map(([name, options]) => [...given, method, name, options] as const),
	),
);

const sendFromHttpRequest = async (changes: Record<string, string>, method: string, more: object) =>
	await runHttpRequest(otcEngine(simulator.url, { serviceEndpoint: redirecting.url, ...changes }), {
		uri: `${redirecting.url}/v3/{project_id}/jobs`,
		method,
		requestOptions: JSON.stringify(more),
	});

it.each(NODE_CASES)(
	'%s: the HTTP Request node does not follow %d (%o) by %s, %s',
	async (_way, status, changes, method, _name, options) => {
		redirecting = await startHostile(redirect(status));
		const run = await sendFromHttpRequest(changes, method, options);
		expect(run.status).toBe('error');
		expect(redirecting.requests.length).toBeGreaterThan(0);
		expect(thief.requests).toEqual([]);
	},
);

it.each(WAYS)(
	'%s: no proxy of the HTTP Request node sees a request by plain http',
	async (_way, changes) => {
		redirecting = await startHostile(wellBehaved);
		const run = await sendFromHttpRequest(changes, 'GET', { proxy: thief.url });
		expect(run.error?.message).toContain('Proxy: would read the token or signature');
		expect([...thief.requests, ...redirecting.requests]).toEqual([]);
	},
);

it('the thief of these tests would be seen: without the credential the client follows', async () => {
	redirecting = await startHostile(redirect(307));
	await fetch(redirecting.url, { headers: { 'X-Auth-Token': 'sample' } });
	expect(thief.requests[0].headers['x-auth-token']).toBe('sample');
});
