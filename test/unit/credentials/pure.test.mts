import { authHint } from '../../../nodes/shared/failures/authErrors.ts';
import { endpointOf, isOwnHost } from '../../../credentials/iam/endpoints.ts';
import {
	fingerprintOf,
	isExpired,
	parseSession,
	renewalTime,
} from '../../../credentials/iam/session.ts';
import { readSettings } from '../../../credentials/iam/settings.ts';
import ruleFile from '../../fixtures/reference/auth-errors.json' with { type: 'json' };

const PASSWORD = {
	authentication: 'password',
	region: 'eu-de',
	domainName: 'OTC-EU-DE-1',
	userName: 'n8n',
	password: 'secret',
};

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
