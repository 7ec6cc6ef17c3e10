import { putCredential, sampleCredentials } from '../../demo/lib/credentials.mts';
import { callWebhook } from '../../demo/lib/executions.mts';
import type { Demo } from '../../demo/lib/startDemo.mts';
import { accounts } from '../../simulator/accounts.mts';
import { SETUP_MILLISECONDS, startStack, type Stack } from './support/stack.mts';

const RESTARTS = 10;
const WINDOW = 15 * 60_000;
const WRONG_PASSWORD = 'Not-The-Passw0rd';

let stack: Stack;
let demo: Demo;

beforeAll(async () => {
	stack = await startStack();
	demo = stack.demo;
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await stack?.close();
}, 60_000);

const setPassword = async (password: string): Promise<void> => {
	const [body] = sampleCredentials(demo.simulator.url, { ...accounts.operator, password });
	await putCredential(demo.api, body);
};

const run = async (name: string) =>
	await callWebhook(`${demo.n8nUrl}/webhook/otc-drs/create-migration-task`, { name });

const logins = () => demo.simulator.journal.of('createToken');

/** @returns how many logins there were at most in any window of time in which IAM counts wrong passwords. */
function mostInWindow(): number {
	const times = logins().map(({ time }) => Date.parse(time));
	return Math.max(
		...times.map((from) => times.filter((at) => at >= from && at <= from + WINDOW).length),
	);
}

describe('a password that IAM refuses', () => {
	it(
		`is sent twice in 15 minutes at most, although n8n is killed and started again ${RESTARTS} times`,
		async () => {
			await setPassword(WRONG_PASSWORD);
			for (let restart = 1; restart <= RESTARTS; restart += 1) {
				await demo.killN8n();
				await demo.restartN8n();
				const { status, text } = await run(`refused-${restart}`);
				expect([restart, status]).toEqual([restart, 400]);
				expect(text).toMatch(/Login of .{0,4}drs-operator/);
			}
			expect(logins().map(({ responseStatus }) => responseStatus)).toContain(401);
			expect(mostInWindow()).toBeLessThanOrEqual(2);
			expect(demo.simulator.journal.count('createTasks')).toBe(0);
		},
		SETUP_MILLISECONDS,
	);

	it('is replaced by the right one at the next call, as soon as the credential is edited', async () => {
		const before = logins().length;
		await setPassword(accounts.operator.password);
		const { status } = await run('corrected');
		expect(status).toBe(200);
		expect(
			logins()
				.slice(before)
				.map(({ responseStatus }) => responseStatus),
		).toEqual([201]);
		expect(demo.simulator.tasks.all().map(({ name }) => name)).toEqual(['corrected']);
	});
});
