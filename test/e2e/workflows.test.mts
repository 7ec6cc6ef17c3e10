import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fetchOnce } from '../../demo/lib/fetchOnce.mts';
import { runTour } from '../../demo/lib/tour.mts';
import { PATIENCE } from './support/exampleRuns.mts';
import { DATABASE } from './support/exampleWorkflows.mts';
import { insertRow } from './support/insertRow.mts';
import { ROOT } from './support/stack.mts';
import { useExampleRuns } from './support/useExampleRuns.mts';

/** *Fleet from a CSV File* has its own tests. */
const FILES = readdirSync(join(ROOT, 'workflows'))
	.filter((name) => name.endsWith('.json'))
	.map((name) => name.replace('.json', ''))
	.filter((name) => name !== 'fleet-from-csv');

const examples = useExampleRuns();

const LONG = 2 * PATIENCE;

describe('the example workflows in the demo, as imported', () => {
	it(
		'Migrate and Notify: one reaches replication, one cannot be reached, one fails later',
		async () => {
			const status = await examples.runs.call('migrate', [
				{ ...DATABASE, name: 'notify-good' },
				{ ...DATABASE, name: 'notify-unreachable', sourceHost: '10.0.0.13' },
				{ ...DATABASE, name: 'notify-fail-transfer' },
			]);
			expect(status).toBe(200);
			await examples.runs.until('the messages', () => examples.runs.bodies().length >= 3);
			expect((await examples.runs.ended('migrate-and-notify')).status).toBe('success');
			const sorted = examples.runs.texts().sort();
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
			await examples.runs.runGreen('fleet-status-report', 'Every Morning');
			expect(examples.runs.mails()).toHaveLength(1);
			expect(examples.runs.mails()[0].subject).toMatch(/^1 need attention: Database migrations$/);
			expect(examples.runs.mails()[0].html).toContain('notify-fail-transfer');
			expect(examples.runs.texts()[0]).toContain('notify-good');
		},
		LONG,
	);

	it(
		'Cut-Over: says that a task is not ready; when it is, freezes the application',
		async () => {
			const task = examples.task('notify-good')!;
			examples.demo.simulator.outcomes.add({ task: task.id, kind: 'delay', delay: 60_000 });
			await examples.runs.call('cut-over', { taskId: task.id });
			await examples.runs.until('the message', () => examples.runs.bodies().length === 1);
			expect(examples.runs.texts()[0]).toContain(`Not ready for the cut-over: task ${task.id}`);
			expect(examples.task('notify-good')?.status).toBe('INCRE_TRANSFER_STARTED');
			examples.demo.simulator.outcomes.clear();
			examples.demo.simulator.outcomes.add({ task: task.id, kind: 'delay', delay: 0 });
			await examples.runs.call('cut-over', { taskId: task.id });
			await examples.runs.until('the freeze', () => examples.runs.bodies().length === 2);
			expect(examples.runs.bodies()[1]).toEqual({ taskId: task.id });
		},
		LONG,
	);

	it(
		'Cut-Over of a list: a task that lags is not frozen with one that has caught up',
		async () => {
			const caughtUp = await examples.replicatingTask('list-caught-up', 0);
			const lags = await examples.replicatingTask('list-lags', 86_400);
			await examples.runs.call('cut-over', { taskId: [caughtUp, lags] });
			await examples.runs.until('the freeze', () => examples.hooksFor(caughtUp).length > 0);
			expect([examples.hooksFor(caughtUp), examples.hooksFor(lags)]).toEqual([[caughtUp], []]);
		},
		LONG,
	);

	it('Create Migration Task: the job response', async () => {
		const { job } = await runTour(examples.demo, { name: 'created-by-webhook' });
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
			const address = `${examples.demo.n8nUrl}/form/otc-drs/migrate-a-database`;
			await examples.runs.until('the form', async () => (await fetchOnce(address)).status === 200);
			const answer = await fetchOnce(address, { method: 'POST', body: form });
			const { formWaitingUrl } = (await answer.json()) as { formWaitingUrl: string };
			await examples.runs.until('the start', () => examples.isStarted('form-db'));
			const [id] = await examples.runs.ids('form-migrate-a-database');
			await examples.runs.until(
				'the last page',
				async () => (await examples.runs.statusOf(id)) === 'waiting',
			);
			const page = await (await fetchOnce(formWaitingUrl)).text();
			expect(page).toContain('The migration has started');
			// The page says by itself that it was shown; then the execution ends.
			expect((await fetchOnce(formWaitingUrl, { method: 'POST' })).status).toBe(200);
			expect((await examples.runs.ended('form-migrate-a-database')).status).toBe('success');
		},
		LONG,
	);

	it(
		'Migrate and Recover: the request is accepted, and Slack is told',
		async () => {
			await examples.runs.publish('migrate-and-recover');
			const status = await examples.runs.call('migrate-and-recover', {
				...DATABASE,
				name: 'recover-1',
			});
			expect(status).toBe(202);
			await examples.runs.until('the message', () => examples.runs.bodies().length === 1);
			expect(examples.runs.texts()[0]).toMatch(/^Replicating: recover-1/);
			const { status: end, outputs } = await examples.runs.ended('migrate-and-recover');
			expect([end, outputs['Mark as Done'].length]).toEqual(['success', 1]);
		},
		LONG,
	);

	it(
		'Migrate in Waves: starts what the table has',
		async () => {
			await examples.runs.runGreen('migrate-in-waves', 'Every 5 Minutes');
			await insertRow(examples.demo.api, 'otc_drs_waves', { ...DATABASE, name: 'wave-1', wave: 1 });
			await examples.runs.runGreen('migrate-in-waves', 'Every 5 Minutes');
			expect(examples.isStarted('wave-1')).toBe(true);
		},
		LONG,
	);

	it(
		'Scheduled Status Check and Stop Paying: are green, and have nothing to stop',
		async () => {
			const checked = await examples.runs.runGreen('scheduled-status-check', 'Every 15 Minutes');
			expect(checked['Compose Message'][0].text).toMatch(/^DRS: .*e11eaf8f/);
			await examples.runs.runGreen('stop-paying', 'Every Monday');
			expect(examples.runs.mails()).toEqual([]);
		},
		LONG,
	);

	it(
		'Assess a Fleet and Verify After the Migration: the email says that there is no database',
		async () => {
			await examples.runs.runGreen('assess-a-fleet', 'Assess Now');
			await examples.runs.runGreen('verify-after-the-migration', 'Verify Now');
			expect(examples.runs.mails().map(({ subject }) => subject)).toEqual([
				'Assessment: 0 of 2 databases are ready',
				'Not identical: Verification of shop',
			]);
			for (const { html } of examples.runs.mails()) expect(html).toContain('could not be reached');
			expect(examples.runs.bodies()).toEqual([]);
		},
		LONG,
	);

	it(
		'Ticket on Failure: a failure opens one ticket, with the reason and what to do',
		async () => {
			await examples.runs.publish('ticket-on-failure');
			await examples.runs.call('migrate', { ...DATABASE, name: 'ticket-fail-incremental' });
			const tickets = () => examples.runs.bodies().filter(({ title }) => title !== undefined);
			await examples.runs.until('the ticket', () => tickets().length > 0);
			expect(tickets()).toEqual([
				{
					title: 'DRS: ticket-fail-incremental failed',
					description: expect.stringContaining('Resume or Retry'),
					task: examples.task('ticket-fail-incremental')!.id,
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
			const ready = ['notify-good', 'list-caught-up'].map((name) => examples.task(name)!.id);
			for (const id of ready) {
				await examples.runs.until(`the end of ${id}`, () => examples.isToldOf(id));
				expect(examples.hooksFor(id)).toEqual([id, id]);
			}
			const lags = examples.task('list-lags')!;
			expect([lags.status, examples.hooksFor(lags.id)]).toEqual(['INCRE_TRANSFER_STARTED', []]);
			const told = () => examples.runs.texts(examples.runs.allBodies());
			await examples.runs.until('the message', () =>
				told().some((text) => text.includes(`Not ready for the cut-over: task ${lags.id}`)),
			);
			expect(told().filter((text) => text.includes('needs attention'))).toEqual([]);
		},
		LONG,
	);

	it.each(FILES)('%s was run, and is green', async (file) => {
		await examples.runs.until('the end', async () => await examples.runs.allEnded(file));
		expect(new Set(await examples.runs.statuses(file))).toEqual(new Set(['success']));
	});
});
