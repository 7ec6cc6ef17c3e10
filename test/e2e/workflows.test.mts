import { putCredential } from '../../demo/lib/credentials.mts';
import { callWebhook, latestExecutions, readExecution } from '../../demo/lib/executions.mts';
import type { Demo } from '../../demo/lib/startDemo.mts';
import { publishWorkflow } from '../../demo/lib/workflows.mts';
import { startHttpSink, type HttpSink } from './support/httpSink.mts';
import { DATABASE, importWithSettings, waitUntil } from './support/exampleWorkflows.mts';
import { startMailServer, type MailServer } from './support/mailServer.mts';
import { runByHand } from './support/runByHand.mts';
import { SETUP_MILLISECONDS, startStack, type Stack } from './support/stack.mts';

/** Simulated time passes this much faster: creation and pre-check take a tenth of a second, a transfer a second. */
const SPEED = 300;
const PATIENCE = 180_000;

let stack: Stack;
let demo: Demo;
let mail: MailServer;
let sink: HttpSink;

beforeAll(async () => {
	mail = await startMailServer();
	sink = await startHttpSink();
	stack = await startStack({ speed: SPEED });
	demo = stack.demo;
	await putCredential(demo.api, {
		name: 'SMTP',
		type: 'smtp',
		data: {
			host: '127.0.0.1',
			port: mail.port,
			secure: false,
			disableStartTls: true,
			user: '',
			password: '',
		},
	});
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await stack?.close();
	await sink?.close();
	await mail?.close();
}, 60_000);

beforeEach(() => {
	mail.mails.length = 0;
	sink.bodies.length = 0;
});

/** Imports a workflow file with the addresses of the test. */
const importFile = async (file: string, changes: Record<string, unknown> = {}) =>
	await importWithSettings(demo.api, file, {
		slackWebhookUrl: `${sink.url}/slack`,
		ticketUrl: `${sink.url}/tickets`,
		freezeUrl: `${sink.url}/freeze`,
		unfreezeUrl: `${sink.url}/unfreeze`,
		switchUrl: `${sink.url}/switch`,
		...changes,
	});

const until = async (what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> =>
	await waitUntil(what, isTrue, PATIENCE);

const statusOf = async (id: string): Promise<string> =>
	(await demo.api.call<{ status: string }>('GET', `/rest/executions/${id}`)).status;

/** Waits for the latest execution of a workflow to end. */
async function ended(workflowId: string) {
	await until(
		'the execution begins',
		async () => (await latestExecutions(demo.api, workflowId)).length > 0,
	);
	const [id] = await latestExecutions(demo.api, workflowId);
	await until(
		'the execution ends',
		async () => !['new', 'running', 'waiting'].includes(await statusOf(id)),
	);
	return await readExecution(demo.api, id);
}

const texts = () => sink.bodies.map(({ text }) => String(text));

describe('the example workflows in a real n8n', () => {
	it(
		'Migrate and Notify: one reaches replication, one cannot be reached, one fails later',
		async () => {
			const workflow = await importFile('migrate-and-notify');
			await publishWorkflow(demo.api, workflow);
			const { status } = await callWebhook(`${demo.n8nUrl}/webhook/otc-drs/migrate`, [
				{ ...DATABASE, name: 'notify-good' },
				{ ...DATABASE, name: 'notify-unreachable', sourceHost: '10.0.0.13' },
				{ ...DATABASE, name: 'notify-fail-transfer' },
			]);
			expect(status).toBe(200);
			await until('the messages', () => sink.bodies.length >= 3);
			expect((await ended(workflow.id)).status).toBe('success');
			const sorted = texts().sort();
			expect(sorted).toHaveLength(3);
			expect(sorted[0]).toMatch(/^Failed: notify-fail-transfer: .*FULL_TRANSFER_FAILED/);
			expect(sorted[1]).toMatch(/^Failed: notify-unreachable: Connection Test: .*DRS\.KE0002/);
			expect(sorted[2]).toMatch(/^Replicating: notify-good/);
		},
		PATIENCE + 60_000,
	);

	it(
		'Fleet Status Report: one mail and one message with all tasks',
		async () => {
			const workflow = await importFile('fleet-status-report');
			const run = await runByHand(demo.api, workflow.id, 'Every Morning');
			expect([run.status, run.message]).toEqual(['success', undefined]);
			expect(mail.mails).toHaveLength(1);
			expect(mail.mails[0].subject).toMatch(/^1 need attention: Database migrations$/);
			expect(mail.mails[0].html).toContain('notify-fail-transfer');
			expect(texts()[0]).toContain('notify-good');
		},
		PATIENCE + 60_000,
	);

	it(
		'Form "Migrate a Database": the form starts the task',
		async () => {
			const workflow = await importFile('form-migrate-a-database');
			await publishWorkflow(demo.api, workflow);
			const form = new FormData();
			[
				'form-db',
				DATABASE.sourceHost,
				DATABASE.targetHost,
				DATABASE.targetInstance,
				DATABASE.subnet,
			].forEach((value, index) => form.set(`field-${index}`, value));
			const address = `${demo.n8nUrl}/form/otc-drs/migrate-a-database`;
			await until('the form', async () => (await fetch(address)).status === 200);
			const answer = await fetch(address, { method: 'POST', body: form });
			expect(answer.status).toBe(200);
			await until('the start', () => isStarted('form-db'));
		},
		PATIENCE + 60_000,
	);

	it(
		'Fleet from a CSV File: nothing is created before the approval, then exactly the plan is applied',
		async () => {
			const workflow = await importFile('fleet-from-csv');
			await publishWorkflow(demo.api, workflow);
			const refused = await uploadFleet(workflow.id);
			expect(mail.mails[0].subject).toBe('Migration plan: 3 to create, 0 to continue, 0 blocked');
			expect(String(mail.mails[0].html)).toContain('csv-fail-precheck');
			expect(mail.mails[1].subject).toBe('3 databases are planned, 0 are blocked: apply the plan?');
			expect(refused.searchParams.get('signature')).toEqual(expect.any(String));
			await decide(refused, 'Do not apply it');
			expect((await ended(workflow.id)).status).toBe('success');
			expect(mail.mails).toHaveLength(2);
			expect(fleet()).toEqual([]);

			mail.mails.length = 0;
			const link = await uploadFleet(workflow.id);
			await decide(link, 'Apply the plan');
			await until('the mail after the start', () => mail.mails.length === 3);
			expect((await ended(workflow.id)).status).toBe('success');
			expect(mail.mails[2].subject).toBe('Applied: 2 of 3 migrations');
			expect([isStarted('csv-1'), isStarted('csv-2')]).toEqual([true, true]);
			expect(simulatorTask('csv-fail-precheck')?.status).toBe('CONFIGURATION');
		},
		PATIENCE + 60_000,
	);

	it(
		'Fleet from a CSV File: opening the link is no approval',
		async () => {
			const workflow = await importFile('fleet-from-csv');
			await publishWorkflow(demo.api, workflow);
			const link = await uploadFleet(workflow.id, ['scan-1', 'scan-2']);
			const starts = demo.simulator.journal.count('startTasks');
			const [execution] = await latestExecutions(demo.api, workflow.id);
			for (const method of ['GET', 'HEAD', 'OPTIONS'])
				for (const agent of ['Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', 'LinkScanner/1.0'])
					await (await fetch(link, { method, headers: { 'user-agent': agent } })).text();
			const page = await (await fetch(link)).text();
			expect(page).toContain('Apply the plan');
			const forged = new URL(link);
			forged.searchParams.set('signature', '0'.repeat(64));
			expect((await submit(forged, 'Apply the plan')).status).toBe(401);
			expect(await statusOf(execution)).toBe('waiting');
			expect(demo.simulator.journal.count('startTasks')).toBe(starts);
			expect(fleet('scan-')).toEqual([]);
			await decide(link, 'Apply the plan');
			await until('the start', () => isStarted('scan-1') && isStarted('scan-2'));
			expect((await ended(workflow.id)).status).toBe('success');
		},
		PATIENCE + 60_000,
	);

	it(
		'Cut-Over: says that a task is not ready; when it is, freezes, finishes and switches',
		async () => {
			const task = simulatorTask('notify-good')!;
			demo.simulator.outcomes.add({ task: task.id, kind: 'delay', delay: 60_000 });
			const workflow = await importFile('cut-over', { drainChecks: 1 });
			await publishWorkflow(demo.api, workflow);
			const address = `${demo.n8nUrl}/webhook/otc-drs/cut-over`;
			await callWebhook(address, { taskId: task.id });
			await until('the message', () => sink.bodies.length === 1);
			expect(texts()[0]).toContain(`Not ready for the cut-over: task ${task.id}`);
			expect(simulatorTask('notify-good')?.status).toBe('INCRE_TRANSFER_STARTED');
			demo.simulator.outcomes.clear();
			demo.simulator.outcomes.add({ task: task.id, kind: 'delay', delay: 0 });
			await callWebhook(address, { taskId: task.id });
			await until('the end', () => toldOf(task.id));
			expect(sink.bodies.slice(1, 3)).toEqual([{ taskId: task.id }, { taskId: task.id }]);
			expect((await ended(workflow.id)).status).toBe('success');
		},
		PATIENCE + 60_000,
	);

	it(
		'Cut-Over of a list: a task that lags is neither frozen nor stopped with one that has caught up',
		async () => {
			const workflow = await importFile('cut-over', { drainChecks: 1 });
			await publishWorkflow(demo.api, workflow);
			const caughtUp = await replicatingTask('list-caught-up', 0);
			const lags = await replicatingTask('list-lags', 86_400);
			await callWebhook(`${demo.n8nUrl}/webhook/otc-drs/cut-over`, { taskId: [caughtUp, lags] });
			await until('the end of the first', () => toldOf(caughtUp));
			const hooks = sink.bodies.flatMap(({ taskId }) => taskId ?? []);
			expect(hooks).toEqual([caughtUp, caughtUp]);
			expect(simulatorTask('list-lags')?.status).toBe('INCRE_TRANSFER_STARTED');
			expect((await ended(workflow.id)).status).toBe('success');
			expect(texts().filter((text) => text.includes('needs attention'))).toEqual([]);
		},
		PATIENCE + 60_000,
	);

	it(
		'Ticket on Failure: a failure opens one ticket, with the reason and what to do',
		async () => {
			const workflow = await importFile('ticket-on-failure');
			await runByHand(demo.api, workflow.id, 'Set Up Once');
			await publishWorkflow(demo.api, workflow);
			await callWebhook(`${demo.n8nUrl}/webhook/otc-drs/migrate`, {
				...DATABASE,
				name: 'ticket-fail-incremental',
			});
			await until('the event', async () => {
				const [id] = await latestExecutions(demo.api, workflow.id);
				return (await readExecution(demo.api, id)).outputs['Store Events'] !== undefined;
			});
			expect((await runByHand(demo.api, workflow.id, 'Every Minute')).status).toBe('success');
			const tickets = sink.bodies.filter(({ title }) => title !== undefined);
			expect(tickets).toEqual([
				{
					title: 'DRS: ticket-fail-incremental failed',
					description: expect.stringContaining('Resume or Retry'),
					task: simulatorTask('ticket-fail-incremental')!.id,
					status: 'INCRE_TRANSFER_FAILED',
					event: 'taskFailed',
					detectedAt: expect.any(String) as string,
				},
			]);
		},
		PATIENCE + 60_000,
	);
});

/** Whether Slack was told that a task has ended. */
const toldOf = (id: string): boolean => texts().some((text) => text.includes(`${id} has ended`));

/** Brings a task to its replication, with a lag of so many seconds. @returns its ID */
async function replicatingTask(name: string, delay: number): Promise<string> {
	await callWebhook(`${demo.n8nUrl}/webhook/otc-drs/migrate`, { ...DATABASE, name });
	await until('the replication', () =>
		texts().some((text) => text.startsWith(`Replicating: ${name}`)),
	);
	const { id } = simulatorTask(name)!;
	demo.simulator.outcomes.add({ task: id, kind: 'delay', delay });
	return id;
}

/** Uploads a fleet. @returns the link of the mail that asks for the approval, when n8n waits for it */
async function uploadFleet(
	workflowId: string,
	names = ['csv-1', 'csv-2', 'csv-fail-precheck'],
): Promise<URL> {
	const columns = ['name', ...Object.keys(DATABASE)];
	const rows = names.map((name) => [name, ...Object.values(DATABASE)].join(','));
	const file = new Blob([[columns.join(','), ...rows].join('\n')], { type: 'text/csv' });
	const form = new FormData();
	form.set('field-0', file, 'databases.csv');
	const address = `${demo.n8nUrl}/form/otc-drs/fleet`;
	await until('the form', async () => (await fetch(address)).status === 200);
	const before = mail.mails.length;
	expect((await fetch(address, { method: 'POST', body: form })).status).toBe(200);
	await until('the question', () => mail.mails.length === before + 2);
	await until('the wait', async () => {
		const [id] = await latestExecutions(demo.api, workflowId);
		return (await statusOf(id)) === 'waiting';
	});
	const [, link] = /<a href="([^"]+)"[^>]*>Decide/.exec(String(mail.mails.at(-1)!.html))!;
	return new URL(link.replaceAll('&amp;', '&'));
}

/** Sends the page behind the link, as a browser does. */
async function submit(link: URL, decision: string): Promise<Response> {
	const form = new FormData();
	form.set('field-0', decision);
	return await fetch(link, { method: 'POST', body: form });
}

async function decide(link: URL, decision: string): Promise<void> {
	expect((await submit(link, decision)).status).toBe(200);
}

const fleet = (prefix = 'csv-') =>
	demo.simulator.tasks
		.all()
		.filter(({ name }) => name.startsWith(prefix))
		.map(({ status }) => status);

function simulatorTask(name: string) {
	return demo.simulator.tasks.all().find((task) => task.name === name);
}

/** The simulator moves a task on when somebody looks at it; any status after the start will do. */
const isStarted = (name: string): boolean =>
	!['CREATING', 'CONFIGURATION'].includes(simulatorTask(name)?.status ?? 'CREATING');
