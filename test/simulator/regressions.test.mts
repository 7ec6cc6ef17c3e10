import { createHash } from 'node:crypto';
import { TOTP } from 'otpauth';
import { accounts } from '../../simulator/accounts.mts';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { pass } from '../support/clock.mts';
import {
	creation,
	logIn,
	manualClock,
	passwordIdentity,
	requestToken,
	send,
	sign,
} from './client.mts';

let simulator: Simulator;

afterEach(async () => {
	await simulator.close();
});

describe('what the simulator once got wrong', () => {
	it('database passwords do not show at the control address of tasks', async () => {
		simulator = await startSimulator();
		const { projectId, headers } = await logIn(simulator.url);
		const url = `${simulator.url}/drs/v3/${projectId}/jobs/batch-creation`;
		await send(url, { body: { jobs: [creation('shop-1')] }, headers });
		const { data } = await send(`${simulator.url}/__simulator/tasks`);
		expect(data).toHaveLength(1);
		expect(JSON.stringify(data)).not.toContain('Source-Secret-1');
	});

	it('passwords in the JSON text of a cluster test are masked in the journal', async () => {
		simulator = await startSimulator();
		const { projectId, headers } = await logIn(simulator.url);
		const property = JSON.stringify({ dbtype: 'mysql', dbpassword: 'Cluster-Secret-1' });
		await send(`${simulator.url}/drs/v3/${projectId}/jobs/cluster/batch-connection`, {
			body: { jobs: [{ action: 'testConnection', job_id: 'x', property }] },
			headers,
		});
		expect(simulator.journal.count('testClusterConnections')).toBe(1);
		expect(JSON.stringify(simulator.journal.entries)).not.toContain('Cluster-Secret-1');
	});

	it('a made-up X-Sdk-Content-Sha256 does not stand in for the body', async () => {
		simulator = await startSimulator();
		const projectId = '054ba152d480d55b2f5dc0069e7ddef0';
		const url = `${simulator.url}/drs/v3/${projectId}/jobs/batch-status`;
		const signedBody = '{"jobs":["signed"]}';
		const hash = createHash('sha256').update(signedBody).digest('hex');
		const headers = sign(url, {
			time: Date.now(),
			method: 'POST',
			body: signedBody,
			headers: { 'X-Project-Id': projectId, 'X-Sdk-Content-Sha256': hash },
		});
		const { status } = await send(url, { body: '{"jobs":["other"]}', headers });
		expect(status).toBe(401);
	});

	it('a fast clock for tasks leaves passcodes and signatures alone', async () => {
		simulator = await startSimulator({ speed: 3_600_000 });
		pass(5);
		const url = `${simulator.url}/iam/v3/projects`;
		expect((await send(url, { headers: sign(url, { time: Date.now() }) })).status).toBe(200);
		const { mfa } = accounts;
		const { status } = await requestToken(simulator.url, {
			methods: ['password', 'totp'],
			password: { user: { id: mfa.userId, password: mfa.password } },
			totp: { user: { id: mfa.userId, passcode: new TOTP({ secret: mfa.totpSecret }).generate() } },
		});
		expect(status).toBe(201);
	});

	it('a project of another account is not taken for that of the user', async () => {
		simulator = await startSimulator();
		const { status } = await requestToken(simulator.url, passwordIdentity('drs-operator'), {
			project: { name: 'eu-de', domain: { name: accounts.agency.domainName } },
		});
		expect(status).toBe(400);
	});

	it('a wrong password counts for 15 minutes only', async () => {
		const clock = manualClock();
		simulator = await startSimulator({ clock });
		const wrong = passwordIdentity('drs-operator', 'wrong-Passw0rd');
		for (let count = 0; count < 5; count++) {
			await requestToken(simulator.url, wrong);
			clock.time += 10 * 60_000;
		}
		expect((await requestToken(simulator.url, passwordIdentity('drs-operator'))).status).toBe(201);
	});

	it('filters that the contract names filter', async () => {
		simulator = await startSimulator();
		const { projectId, headers } = await logIn(simulator.url);
		const names = async (query: string) =>
			(await send(`${simulator.url}/rds/v3/${projectId}/instances?${query}`, { headers })).data;
		const postgres = await names('datastore_type=PostgreSQL');
		expect(postgres.instances).toHaveLength(3);
		expect(postgres.total_count).toBe(3);
		expect((await names('name=shop')).instances).toMatchObject([{ name: 'rds-shop' }]);
	});

	it('a malformed address and a body that is too long are answered in the form of the gateway', async () => {
		simulator = await startSimulator();
		const answers = [
			await send(`${simulator.url}/drs/v3/%E0%A4%A/jobs/batch-status`, { body: {} }),
			await send(`${simulator.url}/drs/v3/p/jobs/batch-status`, {
				body: 'x'.repeat(13 * 1024 * 1024),
			}),
		];
		expect(answers.map(({ status }) => status)).toEqual([400, 413]);
		for (const { data, headers } of answers) {
			expect(data.error_code).toBe('APIGW.0201');
			expect(headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/);
		}
	});

	it('a refusal of the gateway has the ID of the request in its body', async () => {
		simulator = await startSimulator();
		const { data, headers } = await send(`${simulator.url}/drs/v3/p/nothing`);
		expect(data.request_id).toBe(headers['x-request-id']);
	});

	it('a query that is no UTF-8 does not break the check of a signature', async () => {
		simulator = await startSimulator();
		const url = `${simulator.url}/iam/v3/projects`;
		const { status } = await send(`${url}?%FF=1&%FE=2`, {
			headers: sign(url, { time: Date.now() }),
		});
		expect(status).toBe(401);
	});
});
