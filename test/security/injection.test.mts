import type { IDataObject } from 'n8n-workflow';
import { authenticateRequest } from '../../credentials/iam/request.ts';
import { fingerprintOf } from '../../credentials/iam/session.ts';
import { readSettings } from '../../credentials/iam/settings.ts';
import { otcCredential, otcEngine, runNode } from '../support/otc.mts';
import { startHostile, type HostileServer } from './support/hostile.mts';

const ID = 'e11eaf8f-71ef-4fad-8890-aed7572ajb11';

const STATUS = {
	resource: 'task',
	operation: 'getStatus',
	jobId: { __rl: true, mode: 'id', value: ID },
	options: { maxAttempts: 1 },
};

describe('what a hostile IAM and a careless user put into paths and headers', () => {
	let iam: HostileServer;
	let drs: HostileServer;
	let projectId: string;
	let token: string;

	beforeEach(async () => {
		projectId = '054ba152d480d55b2f5dc0069e7ddef0';
		token = 'token-1';
		iam = await startHostile((_request, response) => {
			response.writeHead(201, { 'X-Subject-Token': token });
			response.end(JSON.stringify({ token: { project: { id: projectId } } }));
		});
		drs = await startHostile((_request, response) => response.end('{"results":[]}'));
	});

	afterEach(async () => {
		await iam.close();
		await drs.close();
	});

	const run = async (changes: Record<string, string> = {}) =>
		await runNode(
			otcEngine(iam.url, { serviceEndpoint: drs.url, ...changes }),
			STATUS,
			[{}],
			'continueRegularOutput',
		);

	const HOSTILE_PROJECTS = [
		'../../v1/evil',
		'..',
		'p?x=1',
		'p#x',
		'p%2f..',
		'p/../../evil',
		'$&',
		'p\r\nX-Evil: 1',
		'@evil.example',
		'a'.repeat(5_000),
	];

	it.each(HOSTILE_PROJECTS)('a project ID %j of IAM is refused', async (id) => {
		projectId = id;
		const { json } = (await run()).items('Note')[0];
		expect(drs.requests).toEqual([]);
		expect((json.error as IDataObject).message).toMatch(/project ID/i);
	});

	it.each(HOSTILE_PROJECTS)('a project ID %j in the credential is refused', (projectIdField) => {
		expect(() => readSettings(otcCredential(iam.url, { projectId: projectIdField }))).toThrow(
			/^Project ID: /,
		);
	});

	const KEY = {
		authentication: 'accessKey',
		accessKeyId: 'AK',
		secretAccessKey: 'LEAK-secret',
		projectId: '054ba152d480d55b2f5dc0069e7ddef0',
	};

	it.each([
		['Security Token', { ...KEY, securityToken: 'LEAK\r\nX-Evil: 1' }],
		['Access Key ID', { ...KEY, accessKeyId: 'LEAK\r\nX-Evil: 1' }],
		['Secret Access Key', { ...KEY, secretAccessKey: 'LEAK\r\nX-Evil: 1' }],
		['User Name', { userName: 'LEAK\r\nX-Evil: 1' }],
	])('a line break in %s is refused before anything is sent', async (field, changes) => {
		const { items, raw } = await run(changes);
		const { error } = items('Note')[0].json as { error: IDataObject };
		expect(error.message).toContain(`${field}: contains a line break`);
		expect([...iam.requests, ...drs.requests]).toEqual([]);
		expect(JSON.stringify(raw)).not.toContain('LEAK');
	});

	it('keys without one reach the service, so that these tests would see it', async () => {
		await run({ ...KEY, securityToken: 'st' });
		expect(drs.requests).toHaveLength(1);
		expect(drs.requests[0].headers['x-security-token']).toBe('st');
	});

	it.each([
		['with a line break is refused', 'LEAK-token\r\nX-Evil: 1', 0],
		['without one is sent', 'LEAK-token', 1],
	])('a stored token %s, and is not told', async (_name, stored, count) => {
		const engine = otcEngine(iam.url, { serviceEndpoint: drs.url });
		const settings = readSettings(engine.credential('otc'));
		engine.credential('otc').session = JSON.stringify({
			token: stored,
			projectId,
			expiresAt: Date.now() + 3_600_000,
			fingerprint: fingerprintOf(settings),
		});
		const { items, raw } = await runNode(engine, STATUS, [{}], 'continueRegularOutput');
		expect(iam.requests).toEqual([]);
		expect(drs.requests).toHaveLength(count);
		const { error } = items('Note')[0].json as { error: IDataObject };
		expect(String(error.message).includes('Session: contains a line break')).toBe(count === 0);
		expect(JSON.stringify(raw)).not.toContain('LEAK');
	});

	it('the address of a service takes no names that lead elsewhere', () => {
		const settings = readSettings(
			otcCredential(iam.url, { serviceEndpoint: 'https://{service}.{region}.example.com' }),
		);
		const session = { token: 't', projectId: 'p', expiresAt: Infinity, fingerprint: '' };
		for (const url of [
			'otc://evil.example/x',
			'otc://drs@evil.example/x',
			'otc://drs:80/x',
			'otc://drs.eu-de.example.com.evil.example/',
			'otc://..//x',
			'https://drs.eu-de.example.com@evil.example/x',
			'https://drs.eu-de.example.com\\@evil.example/x',
			'http://drs.eu-de.example.com/x',
			'//evil.example/x',
			'file:///etc/passwd',
			'javascript:alert(1)',
		]) {
			const send = () => authenticateRequest(settings, session, { url }, 0);
			let host: string | undefined;
			try {
				host = new URL(send().url).origin;
			} catch (error) {
				expect((error as Error).name).toBe('CredentialProblem');
			}
			expect([undefined, 'https://drs.eu-de.example.com']).toContain(host);
		}
	});
});
