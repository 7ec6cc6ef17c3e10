import { mask } from '../../simulator/journal/mask.mts';
import { accounts } from '../../simulator/accounts.mts';
import { creation, logIn, passwordIdentity, requestToken, send, sign } from './client.mts';
import { useSimulator } from '../support/simulator.mts';

const simulator = useSimulator();

const drs = async (path: string, body: object, method = 'POST') => {
	const { projectId, headers } = await logIn(simulator.url);
	return await send(`${simulator.url}/drs/v3/${projectId}/jobs/${path}`, { method, body, headers });
};

describe('the journal', () => {
	it('has what was asked and what was answered, in order', async () => {
		await drs('batch-creation', { jobs: [creation('shop-1')] });
		expect(simulator.journal.entries).toMatchObject([
			{
				id: 1,
				service: 'iam',
				operation: 'createToken',
				method: 'POST',
				auth: 'none',
				responseStatus: 201,
			},
			{
				id: 2,
				service: 'drs',
				operation: 'createTasks',
				method: 'POST',
				projectId: '054ba152d480d55b2f5dc0069e7ddef0',
				auth: 'token',
				requestBody: { jobs: [{ name: 'shop-1', net_type: 'eip' }] },
				responseStatus: 202,
				responseBody: { count: 1, results: [{ name: 'shop-1', status: 'CREATING' }] },
			},
		]);
		for (const { time } of simulator.journal.entries) {
			expect(new Date(time).toISOString()).toBe(time);
		}
	});

	it('counts and finds by operation, and forgets', async () => {
		await drs('batch-status', { jobs: ['a'] });
		await drs('batch-status', { jobs: ['b'] });
		expect(simulator.journal.count('getTaskStatuses')).toBe(2);
		expect(simulator.journal.of('getTaskStatuses').map(({ requestBody }) => requestBody)).toEqual([
			{ jobs: ['a'] },
			{ jobs: ['b'] },
		]);
		simulator.journal.clear();
		expect(simulator.journal.entries).toEqual([]);
		expect(simulator.journal.count('getTaskStatuses')).toBe(0);
	});

	it('has requests that were refused, and addresses that do not exist', async () => {
		await requestToken(simulator.url, passwordIdentity('drs-operator', 'wrong-Passw0rd'));
		await send(`${simulator.url}/drs/v3/nothing/here`);
		expect(simulator.journal.entries).toMatchObject([
			{ operation: 'createToken', responseStatus: 401 },
			{ operation: 'unknown', service: 'unknown', responseStatus: 404 },
		]);
	});

	it('can be read and emptied over HTTP', async () => {
		await drs('batch-status', { jobs: ['a'] });
		const url = `${simulator.url}/__simulator/journal`;
		expect((await send(url)).data).toEqual(JSON.parse(JSON.stringify(simulator.journal.entries)));
		expect((await send(url, { method: 'DELETE' })).status).toBe(204);
		expect((await send(url)).data).toEqual([]);
	});
});

describe('secrets', () => {
	it('of logins and of databases are masked', async () => {
		await requestToken(simulator.url, passwordIdentity('drs-operator', 'wrong-Passw0rd'));
		const { token } = await logIn(simulator.url);
		await requestToken(simulator.url, {
			methods: ['password', 'totp'],
			password: { user: { id: accounts.mfa.userId, password: accounts.mfa.password } },
			totp: { user: { id: accounts.mfa.userId, passcode: '987654' } },
		});
		await drs('batch-creation', { jobs: [creation('shop-1')] });
		await drs(
			'batch-modify-pwd',
			{ jobs: [{ job_id: 'x', end_point_type: 'so', db_password: 'New-Secret-1' }] },
			'PUT',
		);
		const text = JSON.stringify(simulator.journal.entries);
		for (const secret of [
			'wrong-Passw0rd',
			accounts.operator.password,
			'987654',
			'Source-Secret-1',
			'New-Secret-1',
			token,
		]) {
			expect(text).not.toContain(secret);
		}
		expect(text).toContain('***');
	});

	it('of access keys are nowhere, not even when a signature is refused', async () => {
		const url = `${simulator.url}/iam/v3/projects`;
		const { temporaryKey: key } = accounts;
		const token = { 'X-Security-Token': key.securityToken };
		await send(url, { headers: sign(url, { time: Date.now(), key, headers: token }) });
		await send(`${url}?name=x`, { headers: sign(url, { time: Date.now(), key, headers: token }) });
		expect(simulator.journal.entries.map(({ responseStatus }) => responseStatus)).toEqual([
			200, 401,
		]);
		const text = JSON.stringify(simulator.journal.entries);
		expect(text).not.toContain(key.secret);
		expect(text).not.toContain(key.securityToken);
	});

	it('are masked at every depth, and the rest stays', () => {
		const certificate = { ssl_cert_key: 'a', ssl_cert_password: 'b', ssl_cert_name: 'c' };
		expect(mask({ list: [{ deep: certificate }], port: 3306, none: null })).toEqual({
			list: [{ deep: { ssl_cert_key: '***', ssl_cert_password: '***', ssl_cert_name: 'c' } }],
			port: 3306,
			none: null,
		});
	});
});
