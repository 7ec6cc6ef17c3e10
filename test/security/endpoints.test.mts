import { authenticateRequest } from '../../credentials/iam/request.ts';
import { endpointOf, isOwnHost } from '../../credentials/iam/endpoints.ts';
import { forgetSessions } from '../support/sessions.mts';
import { readSettings } from '../../credentials/iam/settings.ts';
import { otcCredential, otcEngine, runNode } from '../support/otc.mts';

const LOCAL = 'http://127.0.0.1:8085';

const settingsWith = (fields: Record<string, string>) =>
	readSettings(otcCredential(LOCAL, { iamEndpoint: '', serviceEndpoint: '', ...fields }));

const SESSION = { token: 't', projectId: 'p', expiresAt: Infinity, fingerprint: '' };

const REFUSED: Array<[string, RegExp]> = [
	['http://iam.example.com', /is not secure/],
	['http://10.0.0.1', /is not secure/],
	['http://169.254.169.254/latest/meta-data', /is not secure/],
	['http://[fe80::1]', /is not secure/],
	['http://0.0.0.0:8085', /is not secure/],
	['http://localhost.evil.example', /is not secure/],
	['http://127.0.0.1.evil.example', /is not secure/],
	['http://127.0.0.1.nip.io', /is not secure/],
	['http://127.evil.example', /is not secure/],
	['http://evil.example/127.0.0.1', /is not secure/],
	['http://evil.example#127.0.0.1', /is not secure/],
	['http://evil.example\\@127.0.0.1', /is not secure/],
	['http://127.0.0.1@evil.example', /is not secure|contains a user/],
	['https://user:LEAK-password@iam.example.com', /contains a user/],
	['https://LEAK-token@iam.example.com', /contains a user/],
	['http://user:LEAK-password@127.0.0.1', /contains a user/],
	['ftp://iam.example.com', /is not secure/],
	['file:///etc/passwd', /is not secure/],
	['javascript:alert(1)', /is not secure/],
	['data:text/plain,x', /is not secure/],
	['ws://127.0.0.1', /is not secure/],
	['otc://iam', /is not secure/],
	['//iam.example.com', /is not a URL/],
	['iam.example.com', /is not a URL/],
	['https://', /is not a URL/],
	['https://user:LEAK-password@exa mple.com', /"exa mple.com" is not a URL/],
	['https://exa mple.com', /is not a URL/],
];

describe.each(['iam', 'drs'])('the custom endpoint of %s', (service) => {
	const field = service === 'iam' ? 'iamEndpoint' : 'serviceEndpoint';

	it.each(REFUSED)('%s is refused', (endpoint, words) => {
		const settings = settingsWith({ [field]: endpoint });
		expect(() => endpointOf(settings, service)).toThrow(words);
		expect(() => endpointOf(settings, service)).not.toThrow(/LEAK/);
	});

	it.each([
		'https://iam.example.com',
		'https://10.0.0.1:8443/base',
		LOCAL,
		'http://localhost:8085',
		'http://127.9.9.9',
		'http://[::1]:8085',
	])('%s is taken', (endpoint) => {
		expect(endpointOf(settingsWith({ [field]: `${endpoint}/` }), service)).toBe(endpoint);
	});
});

describe('a token', () => {
	const settings = settingsWith({
		iamEndpoint: 'https://iam.example.com',
		serviceEndpoint: 'https://{service}.{region}.example.com/base',
	});

	it.each([
		['otc://drs/v3/x', 'https://drs.eu-de.example.com/base/v3/x'],
		['https://rds.eu-de.example.com/base/x', 'https://rds.eu-de.example.com/base/x'],
		['https://iam.example.com/v3/projects', 'https://iam.example.com/v3/projects'],
	])('goes to %s', (url, resolved) => {
		expect(authenticateRequest(settings, SESSION, { url }, 0).url).toBe(resolved);
	});

	it.each([
		'https://evil.example/v3',
		'https://drs.eu-de.example.com.evil.example/v3',
		'https://evil.example/drs.eu-de.example.com',
		'https://drs.eu-de.example.com:8443/v3',
		'http://drs.eu-de.example.com/v3',
		'https://drs.eu-nl.example.com/v3',
		'https://a.b.drs.eu-de.example.com/v3',
	])('does not go to %s', (url) => {
		expect(isOwnHost(settings, new URL(url))).toBe(false);
		expect(() => authenticateRequest(settings, SESSION, { url }, 0)).toThrow(
			/is not a host of this credential/,
		);
	});

	it('carries no user and password of a URL along', () => {
		const url = 'https://user:LEAK@drs.eu-de.example.com/v3';
		const send = () => authenticateRequest(settings, SESSION, { url }, 0);
		expect(send).toThrow(/user or a password/);
		expect(send).not.toThrow(/LEAK/);
	});

	it.each([
		'evil.example/',
		'eu-de.evil.example',
		'eu-de@evil.example',
		'../x',
		'eu_de',
		'eu-de\r\n',
	])('has no region %j', (customRegion) => {
		const isTrimmed = customRegion.trim() === 'eu-de';
		const read = () => settingsWith({ customRegion });
		if (isTrimmed) expect(read().region).toBe('eu-de');
		else expect(read).toThrow(/is not a region/);
	});
});

it('a refused endpoint stops the node before anything is sent', async () => {
	forgetSessions();
	const run = await runNode(otcEngine('https://user:LEAK-password@127.0.0.1:9'), {
		resource: 'task',
		operation: 'getStatus',
		jobId: { __rl: true, mode: 'id', value: 'e11eaf8f-71ef-4fad-8890-aed7572ajb11' },
	});
	expect(run.error?.message).toContain('IAM Endpoint: contains a user or a password');
	expect(JSON.stringify(run.raw)).not.toContain('LEAK');
});

describe('a Host header', () => {
	it('is that of the address, whatever a node asks for', () => {
		const settings = settingsWith({ iamEndpoint: LOCAL, serviceEndpoint: LOCAL });
		for (const name of ['Host', 'host', 'HOST']) {
			const { headers } = authenticateRequest(
				settings,
				SESSION,
				{ url: 'otc://drs/v3/x', headers: { [name]: 'evil.example' } },
				0,
			);
			expect(JSON.stringify(headers)).not.toContain('evil.example');
		}
	});
});
