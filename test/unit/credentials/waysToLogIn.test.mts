import { forgetSessions } from '../../support/sessions.mts';
import { startSimulator } from '../../../simulator/index.mts';
import { CREATE, otcEngine, runNode } from '../../support/otc.mts';
import { useQueries, STATUS } from './queries.mts';

const { simulator, ids, logins, query } = useQueries();

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
