import { TOTP } from 'otpauth';
import { authHint } from '../../credentials/iam/authErrors.ts';
import { endpointOf, isOwnHost } from '../../credentials/iam/endpoints.ts';
import {
	fingerprintOf,
	isExpired,
	parseSession,
	renewalTime,
} from '../../credentials/iam/session.ts';
import { readSettings } from '../../credentials/iam/settings.ts';
import { sdkDate, sign } from '../../credentials/iam/signature.ts';
import { passcode } from '../../credentials/iam/totp.ts';
import {
	canonicalRequest,
	isSignedBy,
	parseAuthorization,
	type ReceivedRequest,
} from '../../simulator/iam/signature.mts';
import vectorFile from '../fixtures/reference/aksk-vectors.json' with { type: 'json' };
import ruleFile from '../fixtures/reference/auth-errors.json' with { type: 'json' };

interface Vector {
	name: string;
	method: string;
	url: string;
	headers: Record<string, string>;
	body: string | null;
	ak: string;
	sk: string;
	securityToken?: string;
	date: string;
	authorization: string;
}

const PASSWORD = {
	authentication: 'password',
	region: 'eu-de',
	domainName: 'OTC-EU-DE-1',
	userName: 'n8n',
	password: 'secret',
};

describe('signature', () => {
	const vectors = vectorFile.vectors as unknown as Vector[];

	it('has all vectors', () => expect(vectors).toHaveLength(46));

	it.each(vectors.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
		const headers = sign(
			{ method: vector.method, url: vector.url, headers: vector.headers, body: vector.body ?? '' },
			{ accessKeyId: vector.ak, secretAccessKey: vector.sk, securityToken: vector.securityToken },
			vector.date,
		);
		expect(headers.Authorization).toBe(vector.authorization);
	});

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

describe('passcode', () => {
	it.each([59, 1111111109, 1234567890, 20000000000])(
		'agrees with another implementation at %p',
		(seconds) => {
			const secret = 'JBSWY3DPEHPK3PXP';
			expect(passcode(secret, seconds * 1000)).toBe(
				new TOTP({ secret }).generate({ timestamp: seconds * 1000 }),
			);
		},
	);

	it('agrees with RFC 6238', () => {
		expect(passcode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 59_000)).toBe('287082');
		expect(passcode('gezd gnbv-gy3tqojqgezdgnbvgy3tqojq===', 59_000)).toBe('287082');
	});

	it.each(['====', 'A', ' - ', '='])('refuses %j, which holds no secret', (secret) => {
		expect(() => passcode(secret, 0)).toThrow(/^TOTP Secret: is too short/);
	});

	it('explains a secret that is not Base32, without repeating it', () => {
		expect(() => passcode('not base32!', 0)).toThrow(/TOTP Secret: is not Base32/);
		expect(() => passcode('not base32!', 0)).not.toThrow(/not base32!/);
	});
});

describe('settings', () => {
	it.each([
		[{ password: '' }, 'Password: is empty'],
		[{ userName: ' ' }, 'User Name: is empty'],
		[{ domainName: '' }, 'Account (Domain) Name: is empty'],
		[{ totpSecret: 'JBSW' }, 'User ID: is empty'],
		[{ agencyName: 'a' }, 'Agency Account (Domain) Name: is empty'],
		[{ agencyName: 'a', userId: 'u', domainName: '' }, 'Account (Domain) Name: is empty'],
		[{ authentication: 'accessKey' }, 'Access Key ID: is empty'],
		[{ authentication: 'accessKey', accessKeyId: 'AK' }, 'Secret Access Key: is empty'],
		[{ region: 'custom' }, 'Region Name: "" is not a region'],
		[{ region: 'custom', customRegion: 'eu-de.evil.example/' }, 'is not a region'],
	])('%p is refused: %s', (changes, message) => {
		expect(() => readSettings({ ...PASSWORD, ...changes })).toThrow(message);
	});

	it.each([
		['User Name', { userName: 'n8n\r\nX-Evil: 1' }],
		['Account (Domain) Name', { domainName: 'OTC\u0000' }],
		['User ID', { userId: 'u\tv' }],
		['Agency Name', { agencyName: 'a\nb', agencyDomainName: 'd' }],
		['Agency Account (Domain) Name', { agencyName: 'a', agencyDomainName: 'd\u007fe' }],
		['Project Name', { projectName: 'eu-de\nshop' }],
		[
			'Access Key ID',
			{ authentication: 'accessKey', accessKeyId: 'LEAK\nX', secretAccessKey: 'x' },
		],
		[
			'Secret Access Key',
			{ authentication: 'accessKey', accessKeyId: 'A', secretAccessKey: 'LEAK\nX' },
		],
		[
			'Security Token',
			{
				authentication: 'accessKey',
				accessKeyId: 'A',
				secretAccessKey: 'S',
				securityToken: 'LEAK\r\nX',
			},
		],
		[
			'Security Token',
			{
				authentication: 'accessKey',
				accessKeyId: 'A',
				secretAccessKey: 'S',
				securityToken: 'LEAK€',
			},
		],
	])('a control character in %s is refused, without the value', (field, changes) => {
		const read = () => readSettings({ ...PASSWORD, ...changes });
		expect(read).toThrow(`${field}: holds `);
		expect(read).not.toThrow(/LEAK/);
	});

	it('takes names in any language, and any password', () => {
		expect(() =>
			readSettings({
				...PASSWORD,
				userName: 'jürgen',
				projectName: 'eu-de_größe',
				password: 'a\tb',
			}),
		).not.toThrow();
	});

	it('trims what is pasted, but not the password', () => {
		const settings = readSettings({ ...PASSWORD, userName: ' n8n ', password: ' a b ' });
		expect([settings.userName, settings.password]).toEqual(['n8n', ' a b ']);
	});

	it('takes the region as the project unless one is named', () => {
		expect(readSettings(PASSWORD).projectName).toBe('eu-de');
		expect(readSettings({ ...PASSWORD, projectName: 'eu-de_shop' }).projectName).toBe('eu-de_shop');
	});
});

/** Services by region, from the endpoint tables of Open Telekom Cloud and of its Swiss twin. */
const documentedHosts = Object.entries({
	'eu-de':
		'iam drs rds vpc smn kms dds gaussdb-mysql gaussdb gaussdb-nosql ddm dms eps cts lts ces obs tms ecs',
	'eu-nl': 'iam drs rds vpc smn kms dds dms eps cts lts ces obs tms ecs',
	'eu-ch2': 'iam-pub rds vpc smn kms cts lts ces',
}).flatMap(([region, services]) =>
	services
		.split(' ')
		.map((service) => [
			region,
			`${service}.${region}${region === 'eu-ch2' ? '.sc' : ''}.otc.t-systems.com`,
		]),
);

describe('endpoints', () => {
	const custom = (fields: Record<string, string>) =>
		readSettings({ ...PASSWORD, region: 'custom', customRegion: 'eu-west', ...fields });

	it.each([
		['eu-de', 'drs', 'https://drs.eu-de.otc.t-systems.com'],
		['eu-nl', 'iam', 'https://iam.eu-nl.otc.t-systems.com'],
		['eu-de', 'gaussdb-mysql', 'https://gaussdb-mysql.eu-de.otc.t-systems.com'],
		['eu-ch2', 'iam', 'https://iam-pub.eu-ch2.sc.otc.t-systems.com'],
		['eu-ch2', 'rds', 'https://rds.eu-ch2.sc.otc.t-systems.com'],
	])('in %s %s is at %s', (region, service, url) => {
		expect(endpointOf(readSettings({ ...PASSWORD, region }), service)).toBe(url);
	});

	it('says where DRS is offered', () => {
		const swiss = readSettings({ ...PASSWORD, region: 'eu-ch2' });
		expect(() => endpointOf(swiss, 'drs')).toThrow(/not offered in eu-ch2.*eu-de or eu-nl/);
	});

	it('fills in custom patterns', () => {
		const huawei = custom({ serviceEndpoint: 'https://{service}.{region}.myhuaweicloud.com/' });
		expect(endpointOf(huawei, 'drs')).toBe('https://drs.eu-west.myhuaweicloud.com');
		expect(endpointOf(huawei, 'iam')).toBe('https://iam.eu-west.myhuaweicloud.com');
		const local = custom({
			iamEndpoint: 'http://127.0.0.1:8085',
			serviceEndpoint: 'http://127.0.0.1:8085/{service}',
		});
		expect(endpointOf(local, 'drs')).toBe('http://127.0.0.1:8085/drs');
		expect(endpointOf(local, 'iam')).toBe('http://127.0.0.1:8085');
	});

	it.each([
		['http://iam.example.com', 'is not secure'],
		['ftp://127.0.0.1', 'is not secure'],
		['iam.example.com', 'is not a URL'],
		['https://user:pw@iam.example.com', 'holds a user'],
		['', 'Service Endpoint: is empty'],
	])('refuses the custom endpoint %p', (serviceEndpoint, message) => {
		expect(() => endpointOf(custom({ serviceEndpoint }), 'drs')).toThrow(message);
	});

	it.each([
		['https://rds.eu-de.otc.t-systems.com/v3', true],
		['http://rds.eu-de.otc.t-systems.com/v3', false],
		['https://rds.eu-de.otc.t-systems.com:8443/v3', false],
		['https://rds.eu-nl.otc.t-systems.com/v3', false],
		['https://eu-de.otc.t-systems.com.evil.example', false],
		['https://evil.example/.eu-de.otc.t-systems.com', false],
		['https://gaussdb-mysql.eu-de.otc.t-systems.com/v3', true],
		['https://OBS.eu-de.otc.t-systems.com/', true],
		['https://e5beede1b02a41d3b1e7060974ed6a62.apic.eu-de.otc.t-systems.com/x', false],
		['https://bucket.obs.eu-de.otc.t-systems.com/', false],
		['https://bucket.obs-website.eu-de.otc.t-systems.com/', false],
		['https://a_b.eu-de.otc.t-systems.com/', false],
		['https://.eu-de.otc.t-systems.com/', false],
		['https://eu-de.otc.t-systems.com/', false],
	])('lets a token go to %s: %p', (url, allowed) => {
		expect(isOwnHost(readSettings(PASSWORD), new URL(url))).toBe(allowed);
	});

	it.each(documentedHosts)(
		'lets a token of %s go to %s, as its endpoint table says',
		(region, host) => {
			const settings = readSettings({ ...PASSWORD, region });
			expect(isOwnHost(settings, new URL(`https://${host}/v3`))).toBe(true);
		},
	);

	it('knows the hosts of custom endpoints', () => {
		const huawei = custom({ serviceEndpoint: 'https://{service}.{region}.myhuaweicloud.com' });
		expect(isOwnHost(huawei, new URL('https://rds.eu-west.myhuaweicloud.com/v3'))).toBe(true);
		expect(isOwnHost(huawei, new URL('https://rds.eu-west.myhuaweicloud.com.evil.example'))).toBe(
			false,
		);
		const local = custom({ serviceEndpoint: 'http://127.0.0.1:8085/{service}' });
		expect(isOwnHost(local, new URL('http://127.0.0.1:8085/rds/v3'))).toBe(true);
		expect(isOwnHost(local, new URL('http://127.0.0.1:8086/rds/v3'))).toBe(false);
	});
});

describe('session', () => {
	it('renews five minutes before the end, a short one after half its life', () => {
		expect(renewalTime(0, 24 * 3_600_000)).toBe(24 * 3_600_000 - 300_000);
		expect(renewalTime(1000, 60_000)).toBe(31_000);
	});

	it('has another fingerprint for every other field value', () => {
		const edits: Array<Record<string, string>> = [
			{},
			{ password: 'x' },
			{ region: 'eu-nl' },
			{ projectId: 'p' },
			{ userName: 'y' },
		];
		const prints = edits.map((changes) => fingerprintOf(readSettings({ ...PASSWORD, ...changes })));
		expect(new Set(prints).size).toBe(5);
		expect(prints[0]).not.toContain('secret');
	});

	it.each([[''], ['{'], ['{}'], ['[]'], ['null'], [undefined]])(
		'does not trust the stored value %p',
		(stored) => {
			expect(parseSession(stored)).toBeUndefined();
		},
	);

	it('expires at its time', () => {
		const session = { projectId: 'p', expiresAt: 100, fingerprint: 'f' };
		expect([isExpired(session, 99), isExpired(session, 100)]).toEqual([false, true]);
	});
});

describe('hints for refusals', () => {
	const rules = ruleFile.rules.filter(
		({ category, status }) =>
			status !== undefined &&
			!['bad-auth-request', 'token-expired', 'temporary', 'token-wrong-cloud'].includes(category),
	);

	it.each(
		rules.map((rule) => [`${rule.status} ${rule.code ?? ''} ${rule.message ?? ''}`, rule] as const),
	)('there is one for %s', (_name, rule) => {
		const status = Number(String(rule.status).split('|').at(-1));
		const code = rule.code?.split('|')[0];
		const message = rule.message?.split('|')[0].replace('.*', 'X');
		expect(authHint({ status, code, message })).toMatch(/\.$/);
	});

	it('is silent about what it does not know', () => {
		expect(authHint({ status: 418, code: 'X', message: 'teapot' })).toBeUndefined();
	});
});
