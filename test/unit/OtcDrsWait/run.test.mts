import type { Migration } from '../../../nodes/OtcDrs/resources/migration/run/migration.ts';
import { wait } from '../../../nodes/OtcDrs/resources/migration/run/stages/wait.ts';
import { fakeService } from './fakeClient.mts';

const MINUTE = 60_000;

const migration = (id: string, task_type: string): Migration =>
	({
		id,
		status: 'FULL_TRANSFER_STARTED',
		plan: { task: { body: { name: id, task_type } } },
		stages: {},
		facts: {},
	}) as unknown as Migration;

describe('the stage Wait', () => {
	const settings = { waitFor: 'replicating', waitMinutes: 60 };
	const queries = { batchSize: 100, concurrency: 1 };

	it('waits for tasks of all modes together, until one deadline', async () => {
		const service = fakeService({ full: 'FULL_TRANSFER_STARTED', incr: 'FULL_TRANSFER_COMPLETE' });
		const migrations = [migration('full', 'FULL_TRANS'), migration('incr', 'FULL_INCR_TRANS')];
		await wait.run({ client: service.client, settings, queries } as never, migrations);
		expect(service.now).toBeLessThanOrEqual(60 * MINUTE);
		expect(migrations.map(({ failure }) => failure?.message)).toEqual([
			'Task full: still in status FULL_TRANSFER_STARTED while waiting for the end of the full transfer',
			'Task incr: still in status FULL_TRANSFER_COMPLETE while waiting for replication',
		]);
	});

	it('lets every task reach the goal of its own mode', async () => {
		const service = fakeService({ full: 'FULL_TRANSFER_COMPLETE', incr: 'FULL_TRANSFER_COMPLETE' });
		service.onWait = () => {
			service.tasks.incr = 'INCRE_TRANSFER_STARTED';
		};
		const migrations = [migration('full', 'FULL_TRANS'), migration('incr', 'FULL_INCR_TRANS')];
		await wait.run({ client: service.client, settings, queries } as never, migrations);
		expect(migrations.map(({ status, failure }) => [status, failure])).toEqual([
			['FULL_TRANSFER_COMPLETE', undefined],
			['INCRE_TRANSFER_STARTED', undefined],
		]);
		expect(service.calls).toEqual([['full', 'incr'], ['incr']]);
	});
});
