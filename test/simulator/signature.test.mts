import { createHash } from 'node:crypto';
import {
	canonicalRequest,
	isSignedBy,
	parseAuthorization,
	type ReceivedRequest,
	type Signature,
} from '../../simulator/iam/signature.mts';
import { SIGNATURE_VECTORS, type SignatureVector } from '../support/signatureVectors.mts';

/** The request of a vector as a server gets it. */
function received(vector: SignatureVector): ReceivedRequest {
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

const signatureIn = (authorization: string): Signature => parseAuthorization(authorization)!;

describe('the check of a signature, by the vectors of the reference', () => {
	it('has all of them', () => {
		expect(SIGNATURE_VECTORS).toHaveLength(46);
	});

	it.each(SIGNATURE_VECTORS.map((vector) => [vector.name, vector] as const))(
		'%s',
		(_name, vector) => {
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
		},
	);

	const withToken = SIGNATURE_VECTORS.filter(({ alternatives }) => alternatives);

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
