import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import type { INodeParameters } from 'n8n-workflow';
import { forgetSessions } from '../support/sessions.mts';
import { accounts } from '../../simulator/accounts.mts';
import { useCloud } from '../support/cloud.mts';
import { otcEngine, PASSWORD, runNode } from '../support/otc.mts';
import { startHostile, type HostileServer } from './support/hostile.mts';

const ID = 'e11eaf8f-71ef-4fad-8890-aed7572ajb11';

const JOB = { __rl: true, mode: 'id', value: ID };

const DATABASE_PASSWORD = 'Src-Secret-1';

const STATUS = {
	resource: 'task',
	operation: 'getStatus',
	jobId: JOB,
	options: { maxAttempts: 1 },
};

const TEST_CONNECTION: INodeParameters = {
	resource: 'connection',
	operation: 'test',
	jobId: JOB,
	endPointType: 'so',
	netType: 'eip',
	dbType: 'mysql',
	sourceDatabase: { ip: '192.0.2.1', dbPort: 3306 },
	options: { maxAttempts: 1 },
};

const { simulator } = useCloud();

let hostile: HostileServer;

afterEach(async () => {
	await hostile.close();
});

type Answer = (received: { headers: IncomingHttpHeaders; body: string }) => {
	status?: number;
	headers?: Record<string, string>;
	body: object;
};

const listener =
	(answer: Answer): RequestListener =>
	(_request, response) => {
		const { status = 200, headers = {}, body } = answer(hostile.requests.at(-1)!);
		response.writeHead(status, headers).end(JSON.stringify(body));
	};

/** @returns all that a run shows, when it goes on and when it stops */
async function shown(
	parameters: INodeParameters,
	credential: Record<string, string> = {},
): Promise<string> {
	const texts: string[] = [];
	for (const onError of ['continueRegularOutput', 'stopWorkflow'] as const) {
		forgetSessions();
		const { error, raw, items } = await runNode(
			otcEngine(simulator.url, credential),
			parameters,
			[{}],
			onError,
		);
		const output = items('OTC DRS').map(({ json }) => json);
		texts.push(JSON.stringify([error?.message, error?.description, error?.stack, output, raw]));
	}
	return texts.join('\n');
}

async function askDrs(
	answer: Answer,
	parameters: INodeParameters,
	credential: Record<string, string> = {},
) {
	hostile = await startHostile(listener(answer));
	return await shown(parameters, { serviceEndpoint: hostile.url, ...credential });
}

describe('what a service repeats in its own words', () => {
	it.each<[string, Answer]>([
		[
			'a refusal',
			({ body }) => ({
				status: 400,
				body: { error_code: 'DRS.M00202', error_msg: `Invalid parameter in ${body}` },
			}),
		],
		[
			'the failure of one task',
			({ body }) => ({
				body: { results: [{ id: ID, status: 'failed', error_code: 'X', error_msg: body }] },
			}),
		],
		[
			'a note in a success',
			({ body }) => ({
				body: { results: [{ id: ID, status: 'success', success: true, note: body }] },
			}),
		],
		[
			'a request ID',
			({ body }) => ({
				status: 400,
				headers: { 'x-request-id': (JSON.parse(body).jobs[0].db_password as string) ?? '' },
				body: { error_code: 'DRS.M00202', error_msg: 'Invalid' },
			}),
		],
	])('shows no password of the database in %s', async (_name, answer) => {
		const texts = await askDrs(answer, TEST_CONNECTION);
		expect(hostile.requests[0].body).toContain(DATABASE_PASSWORD);
		expect(texts).toContain(ID);
		expect(texts).not.toContain(DATABASE_PASSWORD);
	});

	it.each<[string, Answer]>([
		[
			'a refusal',
			({ headers }) => ({
				status: 400,
				body: { error_code: 'DRS.M00202', error_msg: `bad ${String(headers['x-auth-token'])}` },
			}),
		],
		[
			'a request ID',
			({ headers }) => ({
				status: 400,
				headers: { 'x-request-id': String(headers['x-auth-token']) },
				body: { error_code: 'DRS.M00202', error_msg: 'x' },
			}),
		],
		[
			'an output',
			({ headers }) => ({
				body: { results: [{ id: ID, status: 'CREATING', note: headers['x-auth-token'] }] },
			}),
		],
	])('shows no token in %s', async (_name, answer) => {
		const texts = await askDrs(answer, STATUS);
		const tokens = hostile.requests.map(({ headers }) => String(headers['x-auth-token']));
		expect(tokens).toHaveLength(2);
		for (const token of tokens) expect(texts).not.toContain(token);
	});

	it('shows no key of the credential', async () => {
		const { id, secret, securityToken } = accounts.temporaryKey;
		const texts = await askDrs(
			({ headers }) => ({
				status: 403,
				body: { error_code: 'X', error_msg: `${secret} ${String(headers['x-security-token'])}` },
			}),
			STATUS,
			{
				authentication: 'accessKey',
				accessKeyId: id,
				secretAccessKey: secret,
				securityToken,
			},
		);
		expect(hostile.requests[0].headers['x-security-token']).toBe(securityToken);
		expect(texts).toContain('***');
		expect(texts).not.toContain(secret);
		expect(texts).not.toContain(securityToken);
	});

	it('shows no password that IAM repeats', async () => {
		hostile = await startHostile(
			listener(({ body }) => ({
				status: 401,
				body: { error: { code: 401, message: `cannot log in with ${body}` } },
			})),
		);
		const texts = await shown(STATUS, { iamEndpoint: hostile.url });
		expect(hostile.requests[0].body).toContain(PASSWORD);
		expect(texts).toContain('cannot log in with');
		expect(texts).not.toContain(PASSWORD);
	});

	it('shows neither passcode nor TOTP secret', async () => {
		let passcode = '';
		hostile = await startHostile(
			listener(({ body }) => {
				passcode = JSON.parse(body).auth.identity.totp.user.passcode as string;
				return { status: 400, body: { error_msg: `wrong ${passcode} of JBSWY3DPEHPK3PXP` } };
			}),
		);
		const texts = await shown(STATUS, {
			iamEndpoint: hostile.url,
			userId: 'user-1',
			totpSecret: 'JBSWY3DPEHPK3PXP',
		});
		expect(passcode).toMatch(/^\d{6}$/);
		expect(texts).toContain('wrong *** of ***');
	});
});
