import { forgetSessions } from '../../support/sessions.mts';
import { otcEngine, PASSWORD } from '../../support/otc.mts';
import { useQueries } from './queries.mts';

const { simulator, logins, query } = useQueries();

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
