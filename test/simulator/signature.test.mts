import { createHash, createHmac } from 'node:crypto';
import { accounts } from '../../simulator/accounts.mts';
import {
	canonicalRequest,
	isSignedBy,
	parseAuthorization,
	type ReceivedRequest,
	type Signature,
} from '../../simulator/iam/signature.mts';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import reference from '../fixtures/reference/aksk-vectors.json' with { type: 'json' };
import { manualClock, sdkDate, send, sign, type ManualClock } from './client.mts';

interface Vector {
	name: string;
	method: string;
	url: string;
	headers: Record<string, string>;
	body: string | null;
	sk: string;
	securityToken?: string;
	date: string;
	canonicalRequest: string;
	authorization: string;
	alternatives?: { tokenSentButNotSigned: { authorization: string } };
}

const vectors = reference.vectors as unknown as Vector[];

/** The request of a vector as a server gets it. */
function received(vector: Vector): ReceivedRequest {
	const [, host, target] = /^https?:\/\/([^/]+)(.*)$/.exec(vector.url)!;
	const headers = Object.entries({
		host,
		'x-sdk-date': vector.date,
		'x-security-token': vector.securityToken,
		...vector.headers,
	}).map(([name, value]) => [name.toLowerCase(), value]);
	return {
		method: vector.method,
		target,
		headers: Object.fromEntries(headers) as Record<string, string | undefined>,
		body: Buffer.from(vector.body ?? ''),
	};
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const signatureIn = (authorization: string): Signature => parseAuthorization(authorization)!;

describe('the check of a signature, by the vectors of the reference', () => {
	it('has all of them', () => {
		expect(vectors).toHaveLength(46);
	});

	it.each(vectors.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
		const request = received(vector);
		const signature = signatureIn(vector.authorization);
		expect(canonicalRequest(request, signature.signedHeaders)).toBe(vector.canonicalRequest);
		expect(isSignedBy(vector.sk, request, signature)).toBe(true);
		expect(isSignedBy(`${vector.sk}x`, request, signature)).toBe(false);
		const longer = {
			...request,
			target: `${request.target}${request.target.includes('?') ? '&' : '?'}a=1`,
		};
		expect(isSignedBy(vector.sk, longer, signature)).toBe(false);
		const isBodySigned = request.headers['x-sdk-content-sha256'] === undefined;
		const other = { ...request, body: Buffer.concat([request.body, Buffer.from(' ')]) };
		expect(isSignedBy(vector.sk, other, signature)).toBe(!isBodySigned);
	});

	const withToken = vectors.filter(({ alternatives }) => alternatives);

	it.each(withToken.map((vector) => [vector.name, vector] as const))(
		'%s: a security token that is sent but not signed',
		(_name, vector) => {
			const { authorization } = vector.alternatives!.tokenSentButNotSigned;
			expect(isSignedBy(vector.sk, received(vector), signatureIn(authorization))).toBe(true);
		},
	);

	it.each([
		'SDK-HMAC-SHA256',
		'SDK-HMAC-SHA256 Access=A, SignedHeaders=host, Signature=short',
		'SDK-HMAC-SHA256 Access=, SignedHeaders=host, Signature=',
		'Bearer something',
	])('"%s" is no signature', (header) => {
		expect(parseAuthorization(header)).toBeUndefined();
	});
});

describe('the older scheme, by the vectors of a client that is in production', () => {
	const SECRET = 'SimulatorSecretKeyDoNotUse0000000000001';
	const HOST = '127.0.0.1:18086';
	const common = { host: HOST, accept: 'application/json', 'user-agent': 'golangsdk/2.0.0' };
	const statusBody = '{"jobs":["05dd6cd9-202a-7875-acd1-e85d855jb101"],"page_req":{}}\n';

	const VECTORS = [
		{
			method: 'GET',
			target: '/v3/projects?name=eu-de',
			headers: { ...common, 'x-sdk-date': '20261125T144924Z' },
			names: 'accept;host;user-agent;x-sdk-date',
			body: '',
			hash: 'fbf8c54f4a8581781d530f03d3bb5c71b166d534fe87e0db33a6439ef41d7eae',
			signature: '01d27d329829b2df71571127a6ae30dc62015d17d46589e0cf11a325db2c028c',
		},
		{
			method: 'POST',
			target: '/drs/v3/054ba152d480d55b2f5dc0069e7ddef0/jobs/batch-status',
			headers: {
				...common,
				'content-type': 'application/json',
				'x-sdk-date': '20261125T145703Z',
			},
			names: 'accept;content-type;host;user-agent;x-sdk-date',
			body: statusBody,
			hash: '25791792b66610f898e38b25f4ebc1184bcfa1e0af925ae1c45c1222ce578760',
			signature: '1c947ce9bf118b3a5e7622c90ae9df9f4bcd4b3d515422a66192b049a551e067',
		},
	];

	it.each(VECTORS)('$method $target', ({ names, body, hash, signature, ...rest }) => {
		const request: ReceivedRequest = { ...rest, body: Buffer.from(body) };
		const date = request.headers['x-sdk-date']!.slice(0, 8);
		const given = signatureIn(
			`SDK-HMAC-SHA256 Credential=AK/${date}///sdk_request, SignedHeaders=${names}, Signature=${signature}`,
		);
		expect(given.scope).toEqual({ date, region: '', service: '' });
		const canonical = canonicalRequest(request, given.signedHeaders, true);
		expect(createHash('sha256').update(canonical).digest('hex')).toBe(hash);
		expect(isSignedBy(SECRET, request, given)).toBe(true);
		expect(isSignedBy(`${SECRET}x`, request, given)).toBe(false);
		const other = { ...request, body: Buffer.from(`${body} `) };
		expect(isSignedBy(SECRET, other, given)).toBe(false);
	});

	it('counts a repeated key once, and hashes the query of a POST without a body', () => {
		const request = (target: string, method = 'POST'): ReceivedRequest => ({
			method,
			target,
			headers: common,
			body: Buffer.alloc(0),
		});
		const canonical = canonicalRequest(request('/a?b=2&b=1'), ['host'], true).split('\n');
		expect(canonical[2]).toBe('b=2');
		expect(canonical.at(-1)).toBe(createHash('sha256').update('b=2').digest('hex'));
		expect(canonicalRequest(request('/a?b=2&b=1'), ['host']).split('\n')[2]).toBe('b=1&b=2');
	});
});

describe('signed requests over the wire', () => {
	const PROJECT = '054ba152d480d55b2f5dc0069e7ddef0';
	const MINUTE = 60_000;
	let simulator: Simulator;
	let clock: ManualClock;
	let url: string;
	const body = JSON.stringify({ jobs: ['8d0e8e36-a618-490d-8a46-8c61ac9jb502'] });
	const headers = { 'Content-Type': 'application/json', 'X-Project-Id': PROJECT };

	beforeEach(async () => {
		clock = manualClock();
		simulator = await startSimulator({ clock, forms: { gone: 'answered' } });
		url = `${simulator.url}/drs/v3/${PROJECT}/jobs/batch-status`;
	});

	afterEach(async () => {
		await simulator.close();
	});

	const post = async (
		changes: Partial<Parameters<typeof sign>[1]> = {},
		more: Record<string, string> = {},
		sent = body,
	) => {
		const signed = sign(url, { time: clock.now(), method: 'POST', body, headers, ...changes });
		return await send(url, { body: sent, headers: { ...signed, ...more } });
	};

	it('a permanent key is accepted', async () => {
		expect((await post()).status).toBe(200);
		expect(simulator.journal.of('getTaskStatuses')[0].auth).toBe('aksk');
	});

	it('the older scheme is accepted over the wire', async () => {
		const date = sdkDate(clock.now());
		const { host, pathname } = new URL(url);
		const canonical = `POST\n${pathname}/\n\nhost:${host}\nx-sdk-date:${date}\n\nhost;x-sdk-date\n${hashOf(body)}`;
		const scope = [date.slice(0, 8), '', '', 'sdk_request'];
		const toSign = ['SDK-HMAC-SHA256', date, scope.join('/'), hashOf(canonical)].join('\n');
		const key = scope.reduce<string | Buffer>(
			(secret, part) => createHmac('sha256', secret).update(part).digest(),
			`SDK${accounts.accessKey.secret}`,
		);
		const signature = createHmac('sha256', key).update(toSign).digest('hex');
		const Authorization = `SDK-HMAC-SHA256 Credential=${accounts.accessKey.id}/${scope.join('/')}, SignedHeaders=host;x-sdk-date, Signature=${signature}`;
		const { status } = await send(url, {
			body,
			headers: { ...headers, 'X-Sdk-Date': date, Authorization },
		});
		expect(status).toBe(200);
	});

	it('the query is part of the signature, in sorted order', async () => {
		const list = `${simulator.url}/rds/v3/${PROJECT}/instances?limit=2&offset=0`;
		const signed = sign(list, { time: clock.now(), headers: { 'X-Project-Id': PROJECT } });
		const unsorted = list.replace('limit=2&offset=0', 'offset=0&limit=2');
		expect((await send(unsorted, { headers: signed })).data.instances).toHaveLength(2);
		const other = await send(list.replace('limit=2', 'limit=3'), { headers: signed });
		expect(other.status).toBe(401);
	});

	it('a body with one other byte is refused, and the canonical request is shown', async () => {
		const { status, data } = await post({}, {}, `${body} `);
		expect(status).toBe(401);
		expect(data.error_code).toBe('APIGW.0301');
		expect(data.error_msg).toContain('verify aksk signature fail');
		expect(data.error_msg).toContain(
			`canonicalRequest:POST|/drs/v3/${PROJECT}/jobs/batch-status/|`,
		);
	});

	it('a wrong secret is refused', async () => {
		const key = { ...accounts.accessKey, secret: 'WrongSecret' };
		expect((await post({ key })).data.error_msg).toContain('verify aksk signature fail');
	});

	it('a key that does not exist is refused', async () => {
		const { status, data } = await post({ key: { id: 'NOSUCHKEY', secret: 'x' } });
		expect(status).toBe(401);
		expect(data.error_msg).toMatch(/ak:NOSUCHKEY.*ak not exist/);
	});

	it.each([
		['14 minutes late', -14, 200],
		['14 minutes early', 14, 200],
		['16 minutes late', -16, 401],
		['16 minutes early', 16, 401],
	])('a signature that is %s', async (_name, minutes, expected) => {
		const time = clock.now() + minutes * MINUTE;
		const { status, data } = await post({ time });
		expect(status).toBe(expected);
		if (expected === 401) {
			expect(data.error_msg).toContain(
				`signature expired, signature time:${sdkDate(time)},server time:${sdkDate(clock.now())}`,
			);
		}
	});

	it('without a date in the signature, or with a malformed header, it is refused', async () => {
		const signed = sign(url, { time: clock.now(), method: 'POST', body, headers });
		for (const Authorization of [
			signed.Authorization.replace(';x-sdk-date', ''),
			'SDK-HMAC-SHA256 Access=A',
		]) {
			const { status, data } = await send(url, { body, headers: { ...signed, Authorization } });
			expect([status, data.error_code]).toEqual([401, 'APIGW.0301']);
		}
	});

	it('a temporary key needs its security token, signed or not', async () => {
		const { temporaryKey: key } = accounts;
		const token = { 'X-Security-Token': key.securityToken };
		expect((await post({ key })).status).toBe(401);
		expect((await post({ key }, { 'X-Security-Token': 'another' })).status).toBe(401);
		expect((await post({ key }, token)).status).toBe(200);
		expect((await post({ key, headers: { ...headers, ...token } })).status).toBe(200);
	});

	it('X-Project-Id has to be there, and to be the project of the address', async () => {
		const { 'X-Project-Id': _project, ...without } = headers;
		const refused = await post({ headers: without });
		expect([refused.status, refused.data.error_code]).toEqual([403, 'DRS.M00261']);
		const other = { ...headers, 'X-Project-Id': '054ba152d480d55b2f5dc0069e7ddef1' };
		expect((await post({ headers: other })).data.error_code).toBe('DRS.M00261');
	});

	it('projects are looked up before a project is known', async () => {
		const projects = `${simulator.url}/iam/v3/projects?name=eu-de`;
		const { data } = await send(projects, { headers: sign(projects, { time: clock.now() }) });
		expect(data.projects).toMatchObject([{ id: PROJECT, name: 'eu-de' }]);
	});
});
