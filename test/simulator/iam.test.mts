import { TOTP } from 'otpauth';
import { accounts } from '../../simulator/accounts.mts';
import { passwordIdentity, send } from './client.mts';
import { LIFETIME_SECONDS, useIam } from './useIam.mts';

const MINUTE = 60_000;

const { mfa, operator, viewer } = accounts;

const { simulator, clock, token } = useIam();

const WRONG = {
	error: { code: 401, message: 'The username or password is wrong.', title: 'Unauthorized' },
};

describe('a request that breaks the contract', () => {
	const refusal = (message: unknown) => ({ error: { code: 400, title: 'Bad Request', message } });

	it('is refused in the form of IAM', async () => {
		const { status, data } = await token({ methods: ['password'], password: {} });
		expect([status, data]).toEqual([
			400,
			refusal('The parameter auth.identity.password.user is empty.'),
		]);
	});

	it('is refused in the form of IAM when it is not JSON', async () => {
		const { status, data } = await send(`${simulator.url}/iam/v3/auth/tokens`, { body: '{' });
		expect([status, data]).toEqual([400, refusal(expect.stringContaining('not JSON'))]);
	});
});

describe('a login with a password', () => {
	it('gives a token in the header, and the project in the body', async () => {
		const { status, headers, data } = await token(passwordIdentity(operator.userName));
		expect(status).toBe(201);
		expect(headers['x-subject-token']).toMatch(/\S{20,}/);
		expect(data.token).toMatchObject({
			methods: ['password'],
			user: { id: operator.userId, name: operator.userName },
			project: { name: 'eu-de', domain: { name: operator.domainName } },
		});
		expect(JSON.stringify(data)).not.toContain(headers['x-subject-token']);
		expect(Date.parse(data.token.issued_at)).toBe(clock.now());
		expect(Date.parse(data.token.expires_at)).toBe(clock.now() + LIFETIME_SECONDS * 1000);
	});

	it('takes the ID of the user in place of name and account', async () => {
		const { status } = await token({
			methods: ['password'],
			password: { user: { id: operator.userId, password: operator.password } },
		});
		expect(status).toBe(201);
	});

	it.each([
		['by name', { project: { name: 'eu-de_migration' } }],
		['by ID', { project: { id: '054ba152d480d55b2f5dc0069e7ddef1' } }],
		[
			'with its account',
			{ project: { name: 'eu-de_migration', domain: { name: operator.domainName } } },
		],
	])('takes the project %s', async (_name, scope) => {
		const { data } = await token(passwordIdentity(operator.userName), scope);
		expect(data.token.project).toMatchObject({
			id: '054ba152d480d55b2f5dc0069e7ddef1',
			name: 'eu-de_migration',
		});
	});

	it('gives a token of the account for the scope of a domain', async () => {
		const { data } = await token(passwordIdentity(operator.userName), {
			domain: { name: operator.domainName },
		});
		expect(data.token.project).toBeUndefined();
		expect(data.token.domain).toMatchObject({ name: operator.domainName });
	});

	it('refuses a project that the account does not have', async () => {
		const ofOthers = { project: { id: '154ba152d480d55b2f5dc0069e7ddef0' } };
		for (const scope of [{ project: { name: 'eu-de_nowhere' } }, ofOthers]) {
			const { status, data, headers } = await token(passwordIdentity(operator.userName), scope);
			expect([status, data.error_code]).toEqual([400, 'IAM.1109']);
			expect(headers['x-subject-token']).toBeUndefined();
		}
	});

	it.each([
		['password', passwordIdentity(operator.userName, 'wrong-Passw0rd')],
		['user', passwordIdentity('nobody')],
		['account', passwordIdentity(operator.userName, operator.password, 'eu-de')],
	])('refuses a wrong %s with the same words', async (_name, identity) => {
		const { status, data } = await token(identity);
		expect([status, data]).toEqual([401, WRONG]);
	});

	it('refuses a body without an identity', async () => {
		const { status } = await send(`${simulator.url}/iam/v3/auth/tokens`, { body: { auth: {} } });
		expect(status).toBe(400);
	});
});

describe('the lock after five wrong passwords', () => {
	const wrong = passwordIdentity(operator.userName, 'wrong-Passw0rd');
	const right = passwordIdentity(operator.userName);
	const fail = async (times: number) => {
		for (let count = 0; count < times; count++) {
			expect((await token(wrong)).data).toEqual(WRONG);
		}
	};

	it('keeps the right password out for 15 minutes, and shows in the journal', async () => {
		await fail(5);
		const { status, data } = await token(right);
		expect([status, data.error_code]).toEqual([401, 'IAM.0061']);
		expect(simulator.journal.of('createToken').at(-1)).toMatchObject({
			responseStatus: 401,
			responseBody: { error_code: 'IAM.0061' },
		});
		clock.time += 15 * MINUTE - 1;
		expect((await token(right)).status).toBe(401);
		clock.time += 1;
		expect((await token(right)).status).toBe(201);
	});

	it('does not come after four, and a right one starts the count anew', async () => {
		await fail(4);
		expect((await token(right)).status).toBe(201);
		await fail(4);
		expect((await token(right)).status).toBe(201);
	});

	it('concerns that user alone', async () => {
		await fail(5);
		expect((await token(passwordIdentity(viewer.userName))).status).toBe(201);
	});
});

describe('a login with a passcode', () => {
	const passcodeAt = (timestamp: number) =>
		new TOTP({ secret: mfa.totpSecret }).generate({ timestamp });
	const identity = (passcode: string, totpUser: object = { id: mfa.userId }) => ({
		methods: ['password', 'totp'],
		password: { user: { id: mfa.userId, password: mfa.password } },
		totp: { user: { ...totpUser, passcode } },
	});

	it.each([
		['of this moment', 0, 201],
		['of the 30 seconds before', -30_000, 201],
		['of the 30 seconds after', 30_000, 201],
		['of a minute ago', -60_000, 400],
		['of a minute ahead', 60_000, 400],
	])('answers to a code %s', async (_name, difference, expected) => {
		const { status, data } = await token(identity(passcodeAt(clock.now() + difference)));
		expect(status).toBe(expected);
		if (expected === 400) expect(data.error_code).toBe('IAM.1061');
	});

	it('takes the ID of the user only', async () => {
		const { status, data } = await token(identity(passcodeAt(clock.now()), { name: mfa.userName }));
		expect([status, data.error_code]).toEqual([400, 'IAM.1061']);
	});

	it('is needed by a user with login protection', async () => {
		const { status, data } = await token(passwordIdentity(mfa.userName));
		expect(status).toBe(401);
		expect(data.error.message).toBe('mfa totp code verify fail');
	});
});
