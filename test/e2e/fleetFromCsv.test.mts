import { fetchOnce } from '../../demo/lib/fetchOnce.mts';
import { PATIENCE } from './support/exampleRuns.mts';
import { decide, fileOf, submit, uploadFleet } from './support/fleetForm.mts';
import { useExampleRuns } from './support/useExampleRuns.mts';

const examples = useExampleRuns();

const LONG = 2 * PATIENCE;

/** The statuses of the tasks whose names begin like this. */
const statusesOf = (prefix: string) =>
	examples.demo.simulator.tasks
		.all()
		.filter(({ name }) => name.startsWith(prefix))
		.map(({ status }) => status);

describe('Fleet from a CSV File in the demo, as imported', () => {
	it(
		'nothing is created before the approval, then exactly the plan is applied',
		async () => {
			const file = fileOf('csv-1', 'csv-2', 'csv-fail-precheck');
			const refused = await uploadFleet(examples.demo, examples.runs, file);
			expect(examples.runs.mails()[0].subject).toBe(
				'Migration plan: 3 to create, 0 to continue, 0 blocked',
			);
			expect(String(examples.runs.mails()[0].html)).toContain('csv-fail-precheck');
			expect(examples.runs.mails()[1].subject).toBe(
				'3 databases are planned, 0 are blocked: apply the plan?',
			);
			expect(refused.searchParams.get('signature')).toEqual(expect.any(String));
			await decide(refused, 'Do not apply it');
			expect((await examples.runs.ended('fleet-from-csv')).status).toBe('success');
			expect(examples.runs.mails()).toHaveLength(2);
			expect(statusesOf('csv-')).toEqual([]);

			examples.runs.forget();
			const link = await uploadFleet(examples.demo, examples.runs, file);
			await decide(link, 'Apply the plan');
			await examples.runs.until(
				'the mail after the start',
				() => examples.runs.mails().length === 3,
			);
			expect((await examples.runs.ended('fleet-from-csv')).status).toBe('success');
			expect(examples.runs.mails()[2].subject).toBe('Applied: 2 of 3 migrations');
			expect([examples.isStarted('csv-1'), examples.isStarted('csv-2')]).toEqual([true, true]);
			expect(examples.task('csv-fail-precheck')?.status).toBe('CONFIGURATION');
		},
		LONG,
	);

	it(
		'the five databases of the inbox replicate',
		async () => {
			const file = await (await fetchOnce(`${examples.demo.inbox.url}/five-databases.csv`)).text();
			const link = await uploadFleet(examples.demo, examples.runs, file);
			expect(examples.runs.mails()[0].subject).toBe(
				'Migration plan: 5 to create, 0 to continue, 0 blocked',
			);
			await decide(link, 'Apply the plan');
			await examples.runs.until(
				'the mail after the start',
				() => examples.runs.mails().length === 3,
			);
			expect((await examples.runs.ended('fleet-from-csv')).status).toBe('success');
			expect(examples.runs.mails()[2].subject).toBe('Applied: 5 of 5 migrations');
			const names = file
				.trim()
				.split('\n')
				.slice(1)
				.map((row) => row.split(',')[0]);
			await examples.runs.until('the replication', async () => {
				await examples.runs.runGreen('fleet-status-report', 'Every Morning');
				return names.every((name) => examples.task(name)?.status === 'INCRE_TRANSFER_STARTED');
			});
		},
		LONG,
	);

	it(
		'opening the link is no approval',
		async () => {
			const link = await uploadFleet(examples.demo, examples.runs, fileOf('scan-1', 'scan-2'));
			const starts = examples.demo.simulator.journal.count('startTasks');
			const [execution] = await examples.runs.ids('fleet-from-csv');
			for (const method of ['GET', 'HEAD', 'OPTIONS'])
				for (const agent of ['Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', 'LinkScanner/1.0'])
					await (await fetchOnce(link, { method, headers: { 'user-agent': agent } })).text();
			const page = await (await fetchOnce(link)).text();
			expect(page).toContain('Apply the plan');
			const forged = new URL(link);
			forged.searchParams.set('signature', '0'.repeat(64));
			expect((await submit(forged, 'Apply the plan')).status).toBe(401);
			expect(await examples.runs.statusOf(execution)).toBe('waiting');
			expect(examples.demo.simulator.journal.count('startTasks')).toBe(starts);
			expect(statusesOf('scan-')).toEqual([]);
			await decide(link, 'Apply the plan');
			await examples.runs.until(
				'the start',
				() => examples.isStarted('scan-1') && examples.isStarted('scan-2'),
			);
			expect((await examples.runs.ended('fleet-from-csv')).status).toBe('success');
		},
		LONG,
	);
});
