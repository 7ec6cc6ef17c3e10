import { endpointOf, isOwnHost } from '../../../../credentials/iam/endpoints.ts';
import { readSettings } from '../../../../credentials/iam/settings.ts';

const PASSWORD = {
	region: 'eu-de',
	domainName: 'OTC-EU-DE-1',
	userName: 'n8n',
	password: 'secret',
};

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
		['https://user:pw@iam.example.com', 'contains a user'],
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
