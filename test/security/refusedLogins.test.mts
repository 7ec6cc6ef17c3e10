import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { forgetSessions } from '../support/sessions.mts';
import { accounts } from '../../simulator/accounts.mts';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { runHttpRequest } from '../support/httpRequest.mts';
import type { Engine, EngineRun } from '../support/n8nEngine.mts';
import { otcEngine, PASSWORD, runNode } from '../support/otc.mts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const START = Date.parse('2026-11-01T00:00:00Z');

const STATUS = {
	resource: 'task',
	operation: 'getStatus',
	jobId: { __rl: true, mode: 'id', value: 'e11eaf8f-71ef-4fad-8890-aed7572ajb11' },
};
const KEY = {
	authentication: 'accessKey',
	accessKeyId: accounts.accessKey.id,
	secretAccessKey: 'SimulatorSecretKeyThatIsWrong',
};
const WRONG: Array<[string, ICredentialDataDecryptedObject]> = [
	['password', { password: 'wrong-Passw0rd' }],
	['passcode', { userName: '', userId: accounts.mfa.userId, totpSecret: 'JBSWY3DPEHPK3PXQ' }],
	['access key', KEY],
	['access key with Project ID', { ...KEY, projectId: '054ba152d480d55b2f5dc0069e7ddef0' }],
];

let simulator: Simulator;
let now: number;

beforeEach(async () => {
	now = START;
	jest.spyOn(Date, 'now').mockImplementation(() => now);
	forgetSessions();
	simulator = await startSimulator({ clock: { now: () => now } });
});

afterEach(async () => {
	await simulator.close();
	jest.restoreAllMocks();
});

const withNode = async (engine: Engine): Promise<EngineRun> => await runNode(engine, STATUS);

const withHttpRequest = async (engine: Engine): Promise<EngineRun> =>
	await runHttpRequest(engine, {
		uri: `${simulator.url}/drs/v3/{project_id}/jobs/x`,
		method: 'GET',
	});

const WAYS = [
	['OTC DRS', withNode],
	['HTTP Request', withHttpRequest],
] as const;

/** Runs an execution every five seconds, each in a process that knows nothing. @returns when something was refused */
async function keepRunning(
	engine: Engine,
	run: (engine: Engine) => Promise<EngineRun>,
	milliseconds: number,
): Promise<number[]> {
	const refused: number[] = [];
	for (const end = now + milliseconds; now < end; now += 5 * SECOND) {
		forgetSessions();
		const before = simulator.journal.entries.length;
		const { status } = await run(engine);
		expect(status).toBe('error');
		refused.push(...simulator.journal.entries.slice(before).map(() => now));
	}
	return refused;
}

const mostWithin = (times: readonly number[], milliseconds: number): number =>
	Math.max(...times.map((a) => times.filter((b) => b >= a && b <= a + milliseconds).length));

describe.each(WRONG)('a wrong %s', (_name, changes) => {
	it.each(WAYS)(
		'is sent twice in 15 minutes at most, from any number of processes (%s)',
		async (_node, run) => {
			const engine = otcEngine(simulator.url, changes);
			const refused = await keepRunning(engine, run, 20 * MINUTE);
			expect(refused.length).toBeGreaterThanOrEqual(2);
			expect(mostWithin(refused, 15 * MINUTE)).toBeLessThanOrEqual(2);
		},
	);

	it.each(WAYS)('is told by every execution, and stored without it (%s)', async (_node, run) => {
		const engine = otcEngine(simulator.url, changes);
		const first = await run(engine);
		forgetSessions();
		const second = await run(engine);
		const sentences = /password|passcode|Secret Access Key|access key/i;
		expect(`${second.error?.message} ${second.error?.description}`).toMatch(sentences);
		const { session } = engine.credential('otc');
		for (const secret of ['wrong-Passw0rd', KEY.secretAccessKey, PASSWORD]) {
			expect(`${String(session)} ${JSON.stringify([first.raw, second.raw])}`).not.toContain(secret);
		}
	});
});

it('a wrong access key with Project ID is sent twice in 15 minutes at most, where IAM cannot be asked', async () => {
	const engine = otcEngine(simulator.url, {
		...KEY,
		projectId: '054ba152d480d55b2f5dc0069e7ddef0',
		iamEndpoint: 'http://127.0.0.1:9',
	});
	const refused = await keepRunning(engine, withNode, 20 * MINUTE);
	expect(refused).toHaveLength(2);
	expect(mostWithin(refused, 15 * MINUTE)).toBeLessThanOrEqual(2);
});

it.each([
	['password', { password: 'wrong-Passw0rd' }, { password: PASSWORD }],
	['access key', KEY, { secretAccessKey: accounts.accessKey.secret }],
] as const)('a corrected %s is used at once, in any process', async (_name, wrong, right) => {
	const engine = otcEngine(simulator.url, wrong);
	expect((await withNode(engine)).error).toBeDefined();
	Object.assign(engine.credential('otc'), right);
	forgetSessions();
	const { error } = await withNode(engine);
	expect(error?.message).toContain('Task information not found');
});

it('a refused login is stored where n8n keeps the session, with its end', async () => {
	const engine = otcEngine(simulator.url, { password: 'wrong-Passw0rd' });
	await withNode(engine);
	expect(JSON.parse(String(engine.credential('otc').session))).toEqual({
		refused: {
			fault: expect.stringContaining('The username or password is wrong') as string,
			remedy: expect.stringContaining('15 minutes') as string,
		},
		until: START + 15 * MINUTE,
		fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
	});
});
