import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fetchOnce } from '../../demo/lib/fetchOnce.mts';
import { runTour } from '../../demo/lib/tour.mts';
import type { Demo } from '../../demo/lib/startDemo.mts';
import { DATABASE } from './support/exampleWorkflows.mts';
import { ExampleRuns, PATIENCE } from './support/exampleRuns.mts';
import { decide, fileOf, submit, uploadFleet } from './support/fleetForm.mts';
import { insertRow } from './support/insertRow.mts';
import { ROOT, SETUP_MILLISECONDS, startStack, type Stack } from './support/stack.mts';

/** Simulated time passes this much faster: creation and pre-check take a tenth of a second, a transfer half a second. */
const SPEED = 300;
const FILES = readdirSync(join(ROOT, 'workflows'))
	.filter((name) => name.endsWith('.json'))
	.map((name) => name.replace('.json', ''));

let stack: Stack;
let demo: Demo;
let runs: ExampleRuns;

beforeAll(async () => {
	stack = await startStack({ speed: SPEED });
	demo = stack.demo;
	runs = new ExampleRuns(demo);
}, SETUP_MILLISECONDS);

afterAll(async () => {
	await stack?.close();
}, 60_000);

beforeEach(() => runs.forget());

const LONG = 2 * PATIENCE;

/** The tasks whose hooks were called, in their order. */
const hooksFor = (task: string) =>
	runs.allBodies().flatMap(({ taskId }) => (taskId === task ? [taskId] : []));

/** Whether Slack was told that a task has ended. */
const toldOf = (id: string): boolean =>
	runs.texts(runs.allBodies()).some((text) => text.includes(`${id} has ended`));

describe('the example workflows in the demo, as imported', () => {
	it(
		'Migrate and Notify: one reaches replication, one cannot be reached, one fails later',
		async () => {
			const status = await runs.call('migrate', [
				{ ...DATABASE, name: 'notify-good' },
				{ ...DATABASE, name: 'notify-unreachable', sourceHost: '10.0.0.13' },
				{ ...DATABASE, name: 'notify-fail-transfer' },
			]);
			expect(status).toBe(200);
			await runs.until('the messages', () => runs.bodies().length >= 3);
			expect((await runs.ended('migrate-and-notify')).status).toBe('success');
			const sorted = runs.texts().sort();
			expect(sorted).toHaveLength(3);
			expect(sorted[0]).toMatch(/^Failed: notify-fail-transfer: .*FULL_TRANSFER_FAILED/);
			expect(sorted[1]).toMatch(/^Failed: notify-unreachable: Connection Test: .*DRS\.KE0002/);
			expect(sorted[2]).toMatch(/^Replicating: notify-good/);
		},
		LONG,
	);

	it(
		'Fleet Status Report: one mail and one message with all tasks',
		async () => {
			await runs.runGreen('fleet-status-report', 'Every Morning');
			expect(runs.mails()).toHaveLength(1);
			expect(runs.mails()[0].subject).toMatch(/^1 need attention: Database migrations$/);
			expect(runs.mails()[0].html).toContain('notify-fail-transfer');
			expect(runs.texts()[0]).toContain('notify-good');
		},
		LONG,
	);

	it(
		'Cut-Over: says that a task is not ready; when it is, freezes the application',
		async () => {
			const task = simulatorTask('notify-good')!;
			demo.simulator.outcomes.add({ task: task.id, kind: 'delay', delay: 60_000 });
			await runs.call('cut-over', { taskId: task.id });
			await runs.until('the message', () => runs.bodies().length === 1);
			expect(runs.texts()[0]).toContain(`Not ready for the cut-over: task ${task.id}`);
			expect(simulatorTask('notify-good')?.status).toBe('INCRE_TRANSFER_STARTED');
			demo.simulator.outcomes.clear();
			demo.simulator.outcomes.add({ task: task.id, kind: 'delay', delay: 0 });
			await runs.call('cut-over', { taskId: task.id });
			await runs.until('the freeze', () => runs.bodies().length === 2);
			expect(runs.bodies()[1]).toEqual({ taskId: task.id });
		},
		LONG,
	);

	it(
		'Cut-Over of a list: a task that lags is not frozen with one that has caught up',
		async () => {
			const caughtUp = await replicatingTask('list-caught-up', 0);
			const lags = await replicatingTask('list-lags', 86_400);
			await runs.call('cut-over', { taskId: [caughtUp, lags] });
			await runs.until('the freeze', () => hooksFor(caughtUp).length > 0);
			expect([hooksFor(caughtUp), hooksFor(lags)]).toEqual([[caughtUp], []]);
		},
		LONG,
	);

	it('Create Migration Task: the job response', async () => {
		const { job } = await runTour(demo, { name: 'created-by-webhook' });
		expect(job).toMatchObject({ name: 'created-by-webhook', status: 'CREATING' });
	});

	it(
		'Form "Migrate a Database": the form starts the task',
		async () => {
			const form = new FormData();
			const { sourceHost, targetHost, targetInstance, subnet } = DATABASE;
			['form-db', sourceHost, targetHost, targetInstance, subnet].forEach((value, index) =>
				form.set(`field-${index}`, value),
			);
			const address = `${demo.n8nUrl}/form/otc-drs/migrate-a-database`;
			await runs.until('the form', async () => (await fetchOnce(address)).status === 200);
			const answer = await fetchOnce(address, { method: 'POST', body: form });
			const { formWaitingUrl } = (await answer.json()) as { formWaitingUrl: string };
			await runs.until('the start', () => isStarted('form-db'));
			const [id] = await runs.ids('form-migrate-a-database');
			await runs.until('the last page', async () => (await runs.statusOf(id)) === 'waiting');
			const page = await (await fetchOnce(formWaitingUrl)).text();
			expect(page).toContain('The migration has started');
			// The page says by itself that it was shown; then the execution ends.
			expect((await fetchOnce(formWaitingUrl, { method: 'POST' })).status).toBe(200);
			expect((await runs.ended('form-migrate-a-database')).status).toBe('success');
		},
		LONG,
	);

	it(
		'Fleet from a CSV File: nothing is created before the approval, then exactly the plan is applied',
		async () => {
			const file = fileOf('csv-1', 'csv-2', 'csv-fail-precheck');
			const refused = await uploadFleet(demo, runs, file);
			expect(runs.mails()[0].subject).toBe('Migration plan: 3 to create, 0 to continue, 0 blocked');
			expect(String(runs.mails()[0].html)).toContain('csv-fail-precheck');
			expect(runs.mails()[1].subject).toBe(
				'3 databases are planned, 0 are blocked: apply the plan?',
			);
			expect(refused.searchParams.get('signature')).toEqual(expect.any(String));
			await decide(refused, 'Do not apply it');
			expect((await runs.ended('fleet-from-csv')).status).toBe('success');
			expect(runs.mails()).toHaveLength(2);
			expect(fleet('csv-')).toEqual([]);

			runs.forget();
			const link = await uploadFleet(demo, runs, file);
			await decide(link, 'Apply the plan');
			await runs.until('the mail after the start', () => runs.mails().length === 3);
			expect((await runs.ended('fleet-from-csv')).status).toBe('success');
			expect(runs.mails()[2].subject).toBe('Applied: 2 of 3 migrations');
			expect([isStarted('csv-1'), isStarted('csv-2')]).toEqual([true, true]);
			expect(simulatorTask('csv-fail-precheck')?.status).toBe('CONFIGURATION');
		},
		LONG,
	);

	it(
		'Fleet from a CSV File: the five databases of the inbox replicate',
		async () => {
			const file = await (await fetchOnce(`${demo.inbox.url}/five-databases.csv`)).text();
			const link = await uploadFleet(demo, runs, file);
			expect(runs.mails()[0].subject).toBe('Migration plan: 5 to create, 0 to continue, 0 blocked');
			await decide(link, 'Apply the plan');
			await runs.until('the mail after the start', () => runs.mails().length === 3);
			expect((await runs.ended('fleet-from-csv')).status).toBe('success');
			expect(runs.mails()[2].subject).toBe('Applied: 5 of 5 migrations');
			const names = file
				.trim()
				.split('\n')
				.slice(1)
				.map((row) => row.split(',')[0]);
			await runs.until('the replication', async () => {
				await runs.runGreen('fleet-status-report', 'Every Morning');
				return names.every((name) => simulatorTask(name)?.status === 'INCRE_TRANSFER_STARTED');
			});
		},
		LONG,
	);

	it(
		'Fleet from a CSV File: opening the link is no approval',
		async () => {
			const link = await uploadFleet(demo, runs, fileOf('scan-1', 'scan-2'));
			const starts = demo.simulator.journal.count('startTasks');
			const [execution] = await runs.ids('fleet-from-csv');
			for (const method of ['GET', 'HEAD', 'OPTIONS'])
				for (const agent of ['Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', 'LinkScanner/1.0'])
					await (await fetchOnce(link, { method, headers: { 'user-agent': agent } })).text();
			const page = await (await fetchOnce(link)).text();
			expect(page).toContain('Apply the plan');
			const forged = new URL(link);
			forged.searchParams.set('signature', '0'.repeat(64));
			expect((await submit(forged, 'Apply the plan')).status).toBe(401);
			expect(await runs.statusOf(execution)).toBe('waiting');
			expect(demo.simulator.journal.count('startTasks')).toBe(starts);
			expect(fleet('scan-')).toEqual([]);
			await decide(link, 'Apply the plan');
			await runs.until('the start', () => isStarted('scan-1') && isStarted('scan-2'));
			expect((await runs.ended('fleet-from-csv')).status).toBe('success');
		},
		LONG,
	);

	it(
		'Migrate and Recover: the request is accepted, and Slack is told',
		async () => {
			await runs.publish('migrate-and-recover');
			const status = await runs.call('migrate-and-recover', { ...DATABASE, name: 'recover-1' });
			expect(status).toBe(202);
			await runs.until('the message', () => runs.bodies().length === 1);
			expect(runs.texts()[0]).toMatch(/^Replicating: recover-1/);
			const { status: end, outputs } = await runs.ended('migrate-and-recover');
			expect([end, outputs['Mark as Done'].length]).toEqual(['success', 1]);
		},
		LONG,
	);

	it(
		'Migrate in Waves: starts what the table has',
		async () => {
			await runs.runGreen('migrate-in-waves', 'Every 5 Minutes');
			await insertRow(demo.api, 'otc_drs_waves', { ...DATABASE, name: 'wave-1', wave: 1 });
			await runs.runGreen('migrate-in-waves', 'Every 5 Minutes');
			expect(isStarted('wave-1')).toBe(true);
		},
		LONG,
	);

	it(
		'Scheduled Status Check and Stop Paying: are green, and have nothing to stop',
		async () => {
			const checked = await runs.runGreen('scheduled-status-check', 'Every 15 Minutes');
			expect(checked['Compose Message'][0].text).toMatch(/^DRS: .*e11eaf8f/);
			await runs.runGreen('stop-paying', 'Every Monday');
			expect(runs.mails()).toEqual([]);
		},
		LONG,
	);

	it(
		'Assess a Fleet and Verify After the Migration: the email says that there is no database',
		async () => {
			await runs.runGreen('assess-a-fleet', 'Assess Now');
			await runs.runGreen('verify-after-the-migration', 'Verify Now');
			expect(runs.mails().map(({ subject }) => subject)).toEqual([
				'Assessment: 0 of 2 databases are ready',
				'Not identical: Verification of shop',
			]);
			for (const { html } of runs.mails()) expect(html).toContain('could not be reached');
			expect(runs.bodies()).toEqual([]);
		},
		LONG,
	);

	it(
		'Ticket on Failure: a failure opens one ticket, with the reason and what to do',
		async () => {
			await runs.publish('ticket-on-failure');
			await runs.call('migrate', { ...DATABASE, name: 'ticket-fail-incremental' });
			const tickets = () => runs.bodies().filter(({ title }) => title !== undefined);
			await runs.until('the ticket', () => tickets().length > 0);
			expect(tickets()).toEqual([
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
		LONG,
	);

	it(
		'Cut-Over: the tasks that were ready have ended, and the application is switched',
		async () => {
			const ready = ['notify-good', 'list-caught-up'].map((name) => simulatorTask(name)!.id);
			for (const id of ready) {
				await runs.until(`the end of ${id}`, () => toldOf(id));
				expect(hooksFor(id)).toEqual([id, id]);
			}
			const lags = simulatorTask('list-lags')!;
			expect([lags.status, hooksFor(lags.id)]).toEqual(['INCRE_TRANSFER_STARTED', []]);
			const told = () => runs.texts(runs.allBodies());
			await runs.until('the message', () =>
				told().some((text) => text.includes(`Not ready for the cut-over: task ${lags.id}`)),
			);
			expect(told().filter((text) => text.includes('needs attention'))).toEqual([]);
		},
		LONG,
	);

	it.each(FILES)('%s was run, and is green', async (file) => {
		await runs.until('the end', async () => await runs.allEnded(file));
		expect(new Set(await runs.statuses(file))).toEqual(new Set(['success']));
	});
});

/** Brings a task to its replication, with a lag of so many seconds. @returns its ID */
async function replicatingTask(name: string, delay: number): Promise<string> {
	await runs.call('migrate', { ...DATABASE, name });
	await runs.until('the replication', () =>
		runs.texts().some((text) => text.startsWith(`Replicating: ${name}`)),
	);
	const { id } = simulatorTask(name)!;
	demo.simulator.outcomes.add({ task: id, kind: 'delay', delay });
	return id;
}

const fleet = (prefix: string) =>
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
