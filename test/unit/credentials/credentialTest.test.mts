import type { RequestListener } from 'node:http';
import type { ICredentialDataDecryptedObject, INodeType } from 'n8n-workflow';
import { forgetSessions } from '../../support/sessions.mts';
import { OtcApi } from '../../../credentials/OtcApi.credentials.ts';
import { accounts } from '../../../simulator/accounts.mts';
import { startHostile, type HostileServer } from '../../security/support/hostile.mts';
import { chain, node } from '../../support/canvas.mts';
import { otcCredential, otcEngine } from '../../support/otc.mts';
import { noteNode } from '../../support/standInNodes.mts';
import { useSimulator } from '../../support/simulator.mts';

const KEY = {
	authentication: 'accessKey',
	accessKeyId: accounts.accessKey.id,
	secretAccessKey: accounts.accessKey.secret,
};

const simulator = useSimulator();
let other: HostileServer | undefined;

afterEach(async () => {
	await other?.close();
	other = undefined;
});

/** Sends the request of the credential test, as the node does that n8n makes for it. */
const probe = (): INodeType => {
	const node = noteNode();
	node.description.credentials = [{ name: 'otcApi', required: true }];
	node.execute = async function () {
		const { request } = new OtcApi().test;
		await this.helpers.httpRequestWithAuthentication.call(this, 'otcApi', { ...request } as never);
		return [[{ json: {} }]];
	};
	return node;
};

const engineWith = (changes: ICredentialDataDecryptedObject) =>
	otcEngine(simulator.url, changes, { 'test.probe': probe() });

/** @returns what the test says when it fails; an empty text when it succeeds */
async function test(changes: ICredentialDataDecryptedObject, engine = engineWith(changes)) {
	const run = await engine.run(
		chain(
			node('Start', 'test.start'),
			node('Probe', 'test.probe', { credentials: { otcApi: { id: 'otc', name: 'OTC' } } }),
		),
		{ startNode: 'Start', pinData: { Start: [{ json: {} }] } },
	);
	return run.error?.message ?? '';
}

const answering = async (listener: RequestListener): Promise<string> => {
	other = await startHostile(listener);
	return other.url;
};

describe('the credential test', () => {
	it.each([
		['password', {}],
		['access key', KEY],
		['access key with Project ID', { ...KEY, projectId: '054ba152d480d55b2f5dc0069e7ddef0' }],
	] as const)('with a right %s asks IAM and DRS', async (_name, changes) => {
		expect(await test(changes)).toBe('');
		expect(simulator.journal.count('listTasks')).toBe(1);
		expect(simulator.journal.count('listAuthDomains')).toBeGreaterThan(0);
	});

	it('asks both again when the session is stored', async () => {
		const engine = engineWith({});
		expect([await test({}, engine), await test({}, engine)]).toEqual(['', '']);
		expect(simulator.journal.count('createToken')).toBe(1);
		expect(simulator.journal.count('listTasks')).toBe(2);
	});

	it('tells a wrong service endpoint: nobody is there', async () => {
		const message = await test({ serviceEndpoint: 'http://127.0.0.1:9/{service}' });
		expect(message).toMatch(/^DRS at 127\.0\.0\.1:9 cannot be reached: connection refused/);
		expect(message).toContain('endpoints of the credential');
	});

	it.each([
		['an address without an API', 404, '<html>not found</html>'],
		['another server', 200, '{"hello":"world"}'],
		[
			'the gateway of another region',
			404,
			'{"error_code":"APIGW.0101","error_msg":"The API does not exist"}',
		],
	])('tells a wrong service endpoint: %s', async (_name, status, body) => {
		const url = await answering((_request, response) => response.writeHead(status).end(body));
		const message = await test({ serviceEndpoint: url });
		expect(message).toContain('The login works, but DRS does not');
		expect(message).toContain('"Service Endpoint"');
	});

	it.each([
		['forbidden', 'DRS.M00102'],
		['unauthorizedPermission', 'DRS.M00103'],
	] as const)('names the policy that is missing (%s)', async (kind, code) => {
		simulator.faults.add({ operation: 'listTasks', kind });
		const message = await test({});
		expect(message).toContain(code);
		expect(message).toContain('"DRS ReadOnlyAccess" or "DRS FullAccess"');
	});

	it('says the reason of a stored refusal, and sends nothing', async () => {
		const changes = { password: 'wrong-Passw0rd' };
		const engine = engineWith(changes);
		const first = await test(changes, engine);
		forgetSessions();
		simulator.journal.clear();
		expect(await test(changes, engine)).toBe(first);
		expect(first).toContain('The username or password is wrong');
		expect(simulator.journal.entries).toEqual([]);
	});
});

describe('an endpoint that was pasted with the path of the API', () => {
	it.each(['/v3', '/v3/', '/v3/auth/tokens'])('works: IAM Endpoint with %s', async (path) => {
		expect(await test({ iamEndpoint: `${simulator.url}${path}` })).toBe('');
	});

	it.each(['/v3', '/v3/{project_id}', '/v3/{project_id}/jobs'])(
		'works: Service Endpoint with %s',
		async (path) => {
			expect(await test({ serviceEndpoint: `${simulator.url}/{service}${path}` })).toBe('');
		},
	);
});

describe('an answer of IAM that is none', () => {
	it.each([
		[
			'a refusal without a reason',
			401,
			'{"error":{"message":"Unauthorized.","code":401}}',
			/Unauthorized \(HTTP 401\).*password.*MFA.*lock/,
		],
		['an empty refusal', 401, '', /HTTP 401.*password.*MFA.*lock/],
		['a token without a project', 201, '{"token":{}}', /belongs to no project.*"Project Name"/],
	])('%s', async (_name, status, body, message) => {
		const iamEndpoint = await answering((_request, response) =>
			response.writeHead(status, { 'X-Subject-Token': 't' }).end(body),
		);
		expect(await test({ iamEndpoint })).toMatch(message);
	});

	it('a redirect to a login page', async () => {
		const iamEndpoint = await answering((_request, response) =>
			response.writeHead(302, { location: 'https://login.example/' }).end(),
		);
		expect(await test({ iamEndpoint })).toMatch(/HTTP 302.*redirect.*login page.*proxy/);
	});

	it('a token beyond the size of headers', async () => {
		const iamEndpoint = await answering((_request, response) =>
			response
				.writeHead(201, { 'X-Subject-Token': 't'.repeat(17_000) })
				.end('{"token":{"project":{"id":"p"}}}'),
		);
		expect(await test({ iamEndpoint })).toMatch(
			/16 KiB.*token.*NODE_OPTIONS=--max-http-header-size/,
		);
	});

	it.each([
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'SELF_SIGNED_CERT_IN_CHAIN',
		'UNABLE_TO_GET_ISSUER_CERT',
	])('a certificate of a private authority (%s)', async (code) => {
		const helpers = {
			httpRequest: async () => {
				throw Object.assign(new Error('self-signed certificate'), { code });
			},
		};
		const login = new OtcApi().preAuthentication.call(
			{ helpers } as never,
			otcCredential(simulator.url),
		);
		await expect(login).rejects.toThrow(/certificate is not trusted.*NODE_EXTRA_CA_CERTS/);
	});
});
