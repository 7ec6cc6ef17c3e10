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
		pauseTrafficUrl: `${sink.url}/pause`,
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
		'Fleet from a CSV File: nothing starts before the approval',
		async () => {
			const workflow = await importFile('fleet-from-csv');
			await publishWorkflow(demo.api, workflow);
			const columns = ['name', ...Object.keys(DATABASE)];
			const rows = ['csv-1', 'csv-2', 'csv-fail-precheck'].map((name) =>
				[name, ...Object.values(DATABASE)].join(','),
			);
			const form = new FormData();
			form.set(
				'field-0',
				new Blob([[columns.join(','), ...rows].join('\n')], { type: 'text/csv' }),
				'databases.csv',
			);
			const address = `${demo.n8nUrl}/form/otc-drs/fleet`;
			await until('the form', async () => (await fetch(address)).status === 200);
			expect((await fetch(address, { method: 'POST', body: form })).status).toBe(200);
			await until('the mail', () => mail.mails.length === 1);
			expect(mail.mails[0].subject).toBe('3 migrations are prepared, 1 need attention: start?');
			expect(simulatorTask('csv-1')?.status).toBe('CONFIGURATION');
			const [, link] = /<a href="([^"]+)">Start the migrations/.exec(String(mail.mails[0].html))!;
			await until('the wait', async () => {
				const [id] = await latestExecutions(demo.api, workflow.id);
				return (await statusOf(id)) === 'waiting';
			});
			expect((await fetch(link.replaceAll('&amp;', '&'))).status).toBe(200);
			await until('the second mail', () => mail.mails.length === 2);
			expect((await ended(workflow.id)).status).toBe('success');
			expect(mail.mails[1].subject).toBe('Started: 2 of 3 migrations');
			expect([isStarted('csv-1'), isStarted('csv-2')]).toEqual([true, true]);
			expect(simulatorTask('csv-fail-precheck')?.status).toBe('CONFIGURATION');
		},
		PATIENCE + 60_000,
	);

	it(
		'Cut-Over: waits for the lag, pauses the traffic, waits for the rest, and stops the task',
		async () => {
			const task = simulatorTask('notify-good')!;
			demo.simulator.outcomes.add({ task: task.id, kind: 'delay', delay: 60_000 });
			const workflow = await importFile('cut-over', { recheckSeconds: 2 });
			await publishWorkflow(demo.api, workflow);
			await callWebhook(`${demo.n8nUrl}/webhook/otc-drs/cut-over`, { taskId: task.id });
			await until('the first look', () => demo.simulator.journal.count('getTaskProgress') > 1);
			expect(sink.bodies).toEqual([]);
			demo.simulator.outcomes.clear();
			demo.simulator.outcomes.add({ task: task.id, kind: 'delay', delay: 500 });
			await until('the pause', () => sink.bodies.length === 1);
			expect(sink.bodies[0]).toEqual({ taskId: task.id });
			expect(simulatorTask('notify-good')?.status).toBe('INCRE_TRANSFER_STARTED');
			demo.simulator.outcomes.clear();
			demo.simulator.outcomes.add({ task: task.id, kind: 'delay', delay: 0 });
			await until('the end', () => sink.bodies.length === 2);
			expect(texts()[1]).toBe(
				`Cut over: task ${task.id} has ended. Point the application to the target.`,
			);
			expect((await ended(workflow.id)).status).toBe('success');
		},
		PATIENCE + 60_000,
	);

	it(
		'Ticket on Failure: a failure opens one ticket, with the reason and what to do',
		async () => {
			const workflow = await importFile('ticket-on-failure');
			await publishWorkflow(demo.api, workflow);
			await callWebhook(`${demo.n8nUrl}/webhook/otc-drs/migrate`, {
				...DATABASE,
				name: 'ticket-fail-incremental',
			});
			await until('the ticket', () => sink.bodies.some(({ title }) => title !== undefined));
			const tickets = sink.bodies.filter(({ title }) => title !== undefined);
			expect(tickets).toEqual([
				{
					title: 'DRS: ticket-fail-incremental failed',
					description: expect.stringContaining('Resume or Retry'),
					task: simulatorTask('ticket-fail-incremental')!.id,
					status: 'INCRE_TRANSFER_FAILED',
					event: 'taskFailed',
				},
			]);
		},
		PATIENCE + 60_000,
	);
});

function simulatorTask(name: string) {
	return demo.simulator.tasks.all().find((task) => task.name === name);
}

/** The simulator moves a task on when somebody looks at it; any status after the start will do. */
const isStarted = (name: string): boolean =>
	!['CREATING', 'CONFIGURATION'].includes(simulatorTask(name)?.status ?? 'CREATING');
