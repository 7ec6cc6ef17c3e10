import { sdkDate, sign } from '../../../../credentials/iam/signature.ts';
import {
	canonicalRequest,
	isSignedBy,
	parseAuthorization,
	type ReceivedRequest,
} from '../../../../simulator/iam/signature.mts';
import { SIGNATURE_VECTORS } from '../../../support/signatureVectors.mts';

describe('signature', () => {
	it('has all vectors', () => expect(SIGNATURE_VECTORS).toHaveLength(46));

	it.each(SIGNATURE_VECTORS.map((vector) => [vector.name, vector] as const))(
		'%s',
		(_name, vector) => {
			const headers = sign(
				{
					method: vector.method,
					url: vector.url,
					headers: vector.headers,
					body: vector.body ?? '',
				},
				{ accessKeyId: vector.ak, secretAccessKey: vector.sk, securityToken: vector.securityToken },
				vector.date,
			);
			expect(headers.Authorization).toBe(vector.authorization);
		},
	);

	it.each([
		['/v3/%zz', '/v3/%25zz/'],
		['/v3/%zz%41/x', '/v3/%25zzA/x/'],
		['/v3/%ff', '/v3/%FF/'],
		['/v3/%', '/v3/%25/'],
		['/v3/x?a=%ff&%zz=1', '/v3/x/'],
	])('signs %s, whose percent signs are no UTF-8, as the service reads it', (target, path) => {
		const url = `https://drs.eu-de.otc.t-systems.com${target}`;
		const key = { accessKeyId: 'AK', secretAccessKey: 'SK' };
		const headers = sign({ method: 'GET', url, headers: {}, body: '' }, key, '20261101T000000Z');
		const received: ReceivedRequest = {
			method: 'GET',
			target,
			headers: { host: 'drs.eu-de.otc.t-systems.com', 'x-sdk-date': '20261101T000000Z' },
			body: Buffer.alloc(0),
		};
		const given = parseAuthorization(headers.Authorization)!;
		expect(canonicalRequest(received, given.signedHeaders)).toContain(`GET\n${path}\n`);
		expect(isSignedBy('SK', received, given)).toBe(true);
	});

	it('replaces an earlier signature', () => {
		const key = { accessKeyId: 'AK', secretAccessKey: 'SK' };
		const request = {
			method: 'GET',
			url: 'https://drs.eu-de.otc.t-systems.com/v3/p/jobs',
			headers: {},
			body: '',
		};
		const once = sign(request, key, '20261101T000000Z');
		expect(sign({ ...request, headers: once }, key, '20261101T000000Z')).toEqual(once);
	});

	it('writes the date as the service wants it', () => {
		expect(sdkDate(Date.parse('2026-11-23T18:46:30.123Z'))).toBe('20261123T184630Z');
	});
});
