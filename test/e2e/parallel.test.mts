import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { putCredential, sampleCredentials } from '../../demo/lib/credentials.mts';
import { callWebhook, latestExecutions } from '../../demo/lib/executions.mts';
import { accounts } from '../../simulator/accounts.mts';
import { useStack } from './support/useStack.mts';
import { readSecrets } from './support/storedCredentials.mts';

const RUNS = 100;
const WORKFLOW = 'create-migration-task';
const WRONG_PASSWORD = 'Not-The-Passw0rd';

const stack = useStack();

const run = (name: string) =>
	callWebhook(`${stack.demo.n8nUrl}/webhook/otc-drs/${WORKFLOW}`, { name }, 60_000);

/** Everything that n8n keeps and tells of the latest executions: their data, and its log. */
async function records(count: number): Promise<string> {
	const ids = await latestExecutions(stack.demo.api, stack.demo.workflows[WORKFLOW], count);
	const executions: unknown[] = [];
	for (const id of ids) executions.push(await stack.demo.api.call('GET', `/rest/executions/${id}`));
	return [
		...executions.map((execution) => JSON.stringify(execution)),
		readFileSync(stack.demo.logFile, 'utf8'),
	].join('\n');
}

/** n8n's database as it lies on the disk, with its log of changes. */
function database(): Buffer {
	const folder = join(stack.home, '.n8n');
	const files = readdirSync(folder).filter((name) => name.startsWith('database.sqlite'));
	return Buffer.concat(files.map((name) => readFileSync(join(folder, name))));
}

describe(`${RUNS} executions at once, on a credential that was never used`, () => {
	let answers: Array<{ status: number; text: string }>;

	it('all succeed with one login', async () => {
		stack.demo.simulator.journal.clear();
		answers = await Promise.all(
			Array.from({ length: RUNS }, (_, index) => run(`parallel-${index}`)),
		);

		expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
		const ids = answers.map(({ text }) => (JSON.parse(text) as { job: { id: string } }).job.id);
		expect(new Set(ids).size).toBe(RUNS);
		expect(stack.demo.simulator.journal.count('createTasks')).toBe(RUNS);
		expect(stack.demo.simulator.journal.count('createToken')).toBe(1);
	});

	it('leave no password and no token in outputs, execution data and log', async () => {
		const { passwords, tokens } = await readSecrets(stack);
		expect(passwords).toContain(accounts.operator.password);
		expect(passwords).toHaveLength(7);
		expect(tokens).toHaveLength(1);
		expect(tokens[0].length).toBeGreaterThan(10);

		const kept = [await records(RUNS), ...answers.map(({ text }) => text)].join('\n');
		for (let index = 0; index < RUNS; index++) expect(kept).toContain(`parallel-${index}`);
		for (const secret of [...passwords, ...tokens]) expect(kept).not.toContain(secret);
	});

	it('leave none in the database, where credentials are encrypted, nor in an exported workflow', async () => {
		const { passwords, tokens } = await readSecrets(stack);
		const bytes = database();
		const exported = JSON.stringify(
			await stack.demo.api.call('GET', `/rest/workflows/${stack.demo.workflows[WORKFLOW]}`),
		);
		expect(bytes.includes(`parallel-${RUNS - 1}`)).toBe(true);
		expect(exported).toContain('n8n-nodes-otc-drs.otcDrs');
		for (const secret of [...passwords, ...tokens]) {
			expect(bytes.includes(secret)).toBe(false);
			expect(exported).not.toContain(secret);
		}
	});
});

describe('executions with a password that IAM refuses', () => {
	it('fail with one login, and do not repeat the password', async () => {
		const [body] = sampleCredentials(stack.demo.simulator.url, {
			...accounts.operator,
			password: WRONG_PASSWORD,
		});
		await putCredential(stack.demo.api, body);
		stack.demo.simulator.journal.clear();
		const answers = [await run('refused-1'), await run('refused-2')];

		expect(answers.map(({ status }) => status)).toEqual([400, 400]);
		expect(stack.demo.simulator.journal.count('createToken')).toBe(1);
		const kept = [await records(2), ...answers.map(({ text }) => text)].join('\n');
		expect(kept).toContain('refused-1');
		expect(kept).toMatch(/Login of .{0,4}drs-operator/);
		expect(kept).not.toContain(WRONG_PASSWORD);
	});
});
