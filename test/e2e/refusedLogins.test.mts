import { putCredential, sampleCredentials } from '../../demo/lib/credentials.mts';
import { callWebhook } from '../../demo/lib/executions.mts';
import { accounts } from '../../simulator/accounts.mts';
import { SETUP_MILLISECONDS } from './support/stack.mts';
import { useStack } from './support/useStack.mts';

const RESTARTS = 10;
const WINDOW = 15 * 60_000;
const WRONG_PASSWORD = 'Not-The-Passw0rd';

const stack = useStack();

const setPassword = async (password: string): Promise<void> => {
	const [body] = sampleCredentials(stack.demo.simulator.url, { ...accounts.operator, password });
	await putCredential(stack.demo.api, body);
};

const run = async (name: string) =>
	await callWebhook(`${stack.demo.n8nUrl}/webhook/otc-drs/create-migration-task`, { name });

const logins = () => stack.demo.simulator.journal.of('createToken');

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
				await stack.demo.killN8n();
				await stack.demo.restartN8n();
				const { status, text } = await run(`refused-${restart}`);
				expect([restart, status]).toEqual([restart, 400]);
				expect(text).toMatch(/Login of .{0,4}drs-operator/);
			}
			expect(logins().map(({ responseStatus }) => responseStatus)).toContain(401);
			expect(mostInWindow()).toBeLessThanOrEqual(2);
			expect(stack.demo.simulator.journal.count('createTasks')).toBe(0);
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
		expect(stack.demo.simulator.tasks.all().map(({ name }) => name)).toEqual(['corrected']);
	});
});
