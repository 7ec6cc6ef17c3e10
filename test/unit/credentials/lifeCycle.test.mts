import { forgetSessions } from '../../support/sessions.mts';
import { startSimulator } from '../../../simulator/index.mts';
import { useCloud } from '../../support/cloud.mts';
import { CREATE, otcEngine, PASSWORD, runNode } from '../../support/otc.mts';

const STATUS = {
	resource: 'task',
	operation: 'getStatus',
	jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
	options: { maxAttempts: 1 },
};

const { simulator } = useCloud();
let ids: string[];

const logins = () => simulator.journal.count('createToken');

beforeEach(async () => {
	const run = await runNode(otcEngine(simulator.url), CREATE, [
		{ name: 'shop-1' },
		{ name: 'shop-2' },
	]);
	ids = run.items('Note').map(({ json }) => String(json.id));
	forgetSessions();
	simulator.journal.clear();
});

const query = async (engine = otcEngine(simulator.url)) =>
	await runNode(engine, STATUS, [{ id: ids[0] }]);

describe('one login for all', () => {
	it('100 parallel executions on a cold credential log in once', async () => {
		const engine = otcEngine(simulator.url);
		const runs = await Promise.all(Array.from({ length: 100 }, async () => await query(engine)));
		expect(runs.map(({ status }) => status)).toEqual(Array.from({ length: 100 }, () => 'success'));
		expect(logins()).toBe(1);
		expect(simulator.journal.count('getTaskStatuses')).toBe(100);
	});

	it('a stored session serves a new process', async () => {
		const engine = otcEngine(simulator.url);
		await query(engine);
		forgetSessions();
		expect((await query(engine)).status).toBe('success');
		expect(logins()).toBe(1);
	});

	it.each(['deadToken'] as const)(
		'a dead token (403 DRS.M00100) leads to one login and one repeat',
		async (kind) => {
			const engine = otcEngine(simulator.url);
			await query(engine);
			simulator.faults.add({ operation: 'getTaskStatuses', kind, times: 1 });
			simulator.journal.clear();
			expect((await query(engine)).status).toBe('success');
			expect([logins(), simulator.journal.count('getTaskStatuses')]).toEqual([1, 2]);
		},
	);

	it('100 parallel calls with a dead token log in once', async () => {
		const engine = otcEngine(simulator.url);
		await query(engine);
		simulator.faults.add({ operation: 'getTaskStatuses', kind: 'deadToken', times: 100 });
		simulator.journal.clear();
		const runs = await Promise.all(Array.from({ length: 100 }, async () => await query(engine)));
		expect(runs.filter(({ status }) => status !== 'success')).toEqual([]);
		expect(logins()).toBeLessThanOrEqual(2);
	});

	it('a token that dies again at once is not renewed for ever', async () => {
		simulator.faults.add({ operation: 'getTaskStatuses', kind: 'deadToken' });
		const run = await query();
		expect(run.status).toBe('error');
		expect(run.error?.message).toContain('DRS.M00100');
		expect(logins()).toBe(4);
	});

	it.each(['forbidden', 'unauthorizedPermission'] as const)(
		'a missing permission (%s) is not a dead token',
		async (kind) => {
			const engine = otcEngine(simulator.url);
			await query(engine);
			simulator.faults.add({ operation: 'getTaskStatuses', kind });
			const run = await query(engine);
			expect(run.error?.message).toMatch(/DRS\.M0010[23]/);
			expect(run.error?.description).toContain('Grant');
			expect([logins(), simulator.journal.count('getTaskStatuses')]).toEqual([1, 2]);
		},
	);

	it('an expired session is renewed before a call is wasted', async () => {
		const engine = otcEngine(simulator.url);
		await query(engine);
		const stored = JSON.parse(String(engine.credential('otc').session));
		engine.credential('otc').session = JSON.stringify({ ...stored, expiresAt: Date.now() - 1 });
		forgetSessions();
		simulator.journal.clear();
		expect((await query(engine)).status).toBe('success');
		expect([logins(), simulator.journal.count('getTaskStatuses')]).toEqual([1, 1]);
	});

	it('an edited field leads to a new login before a call is sent', async () => {
		const engine = otcEngine(simulator.url);
		await query(engine);
		Object.assign(engine.credential('otc'), { advanced: true, projectName: 'eu-de_migration' });
		simulator.journal.clear();
		await query(engine);
		expect(logins()).toBe(1);
		const [status] = simulator.journal.of('getTaskStatuses');
		const stored = JSON.parse(String(engine.credential('otc').session));
		expect(status.projectId).toBe(stored.projectId);
	});
});

describe('logins that are refused', () => {
	it('a wrong password is sent once, however many items and executions need it', async () => {
		const engine = otcEngine(simulator.url, { password: 'wrong-Passw0rd' });
		const runs = await Promise.all([query(engine), query(engine), query(engine)]);
		const again = await query(engine);
		for (const run of [...runs, again]) {
			expect(run.error?.message).toContain('The username or password is wrong');
			expect(run.error?.description).toContain('account');
			expect(JSON.stringify(run.raw)).not.toContain('wrong-Passw0rd');
		}
		expect(logins()).toBe(1);
	});

	it('a corrected password is tried at once', async () => {
		const engine = otcEngine(simulator.url, { password: 'wrong-Passw0rd' });
		await query(engine);
		engine.credential('otc').password = PASSWORD;
		expect((await query(engine)).status).toBe('success');
		expect(logins()).toBe(2);
	});

	it('explains domain and project that are swapped', async () => {
		const engine = otcEngine(simulator.url, {
			domainName: 'eu-de',
			projectName: 'OTC-EU-DE-00000000001000000001',
		});
		const { error } = await query(engine);
		expect(error?.description).toMatch(/account is a name such as OTC-EU-DE-/);
	});

	it('explains an unknown project', async () => {
		const { error } = await query(otcEngine(simulator.url, { projectName: 'eu-de_nowhere' }));
		expect(`${error?.message} ${error?.description}`).toMatch(/project/i);
	});

	it('explains a host that cannot be reached, and does not remember it as refused', async () => {
		const engine = otcEngine('http://127.0.0.1:9');
		const { error } = await query(engine);
		expect(error?.message).toBe('IAM at 127.0.0.1:9 cannot be reached: connection refused');
		expect(error?.description).toContain('Check the region "eu-de" and the endpoints');
	});

	it('explains a region that does not exist', async () => {
		const engine = otcEngine(simulator.url, { region: 'custom', customRegion: 'EU DE' });
		const { error } = await query(engine);
		expect(error?.message).toBe('Region Name: "EU DE" is not a region');
	});
});

describe('ways to log in', () => {
	const success = async (changes: Record<string, string>) => {
		const engine = otcEngine(simulator.url, changes);
		const run = await runNode(engine, { ...CREATE }, [{ name: 'other-way' }]);
		expect(run.error).toBeUndefined();
		return run;
	};

	it('password and passcode of a user with login protection', async () => {
		await success({
			userName: '',
			userId: simulator.accounts.mfa.userId,
			totpSecret: 'JBSWY3DPEHPK3PXP',
		});
	});

	it('an agency of another account', async () => {
		const run = await runNode(
			otcEngine(simulator.url, {
				agencyName: 'drs-agency',
				agencyDomainName: 'OTC-EU-DE-00000000001000000002',
			}),
			STATUS,
			[{ id: ids[0] }],
		);
		expect(run.error?.message).toContain(ids[0]);
		expect(logins()).toBe(2);
	});

	const key = {
		authentication: 'accessKey',
		accessKeyId: 'SIMULATORAKEY0000001',
		secretAccessKey: 'SimulatorSecretKeyDoNotUse0000000000001',
	};

	it('an access key, with the project looked up once', async () => {
		await success(key);
		expect([logins(), simulator.journal.count('listProjects')]).toEqual([0, 1]);
		expect(simulator.journal.of('createTasks')[0].auth).toBe('aksk');
	});

	it('a refused signature is sent once', async () => {
		const engine = otcEngine(simulator.url, {
			...key,
			secretAccessKey: 'SimulatorSecretKeyThatIsWrong',
		});
		const runs = [await query(engine), await query(engine)];
		for (const { error } of runs) {
			expect(error?.description).toContain('Secret Access Key');
			expect(JSON.stringify(error)).not.toContain('SimulatorSecretKeyThatIsWrong');
		}
		expect(simulator.journal.entries).toHaveLength(1);
	});

	it('tells a clock that is wrong from a key that is wrong', async () => {
		const ahead = await startSimulator({ clock: { now: () => Date.now() + 3_600_000 } });
		try {
			const { error } = await query(otcEngine(ahead.url, key));
			expect(error?.message).toMatch(/signature expired, signature time:\d{8}T\d{6}Z,server time:/);
			expect(error?.description).toMatch(/clock of this machine/);
			expect(ahead.journal.entries).toHaveLength(1);
		} finally {
			await ahead.close();
		}
	});

	it('a temporary access key with its security token', async () => {
		await success({
			authentication: 'accessKey',
			accessKeyId: simulator.accounts.temporaryKey.id,
			secretAccessKey: simulator.accounts.temporaryKey.secret,
			securityToken: simulator.accounts.temporaryKey.securityToken,
		});
	});

	it('a project by its ID, and another project by its name', async () => {
		await success({ projectId: '054ba152d480d55b2f5dc0069e7ddef1' });
		expect(simulator.journal.of('createTasks')[0].projectId).toBe(
			'054ba152d480d55b2f5dc0069e7ddef1',
		);
		forgetSessions();
		simulator.journal.clear();
		await success({ projectName: 'eu-nl' });
		expect(simulator.journal.of('createTasks')[0].projectId).toBe(
			'054ba152d480d55b2f5dc0069e7ddef2',
		);
	});
});
