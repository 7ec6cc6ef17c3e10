import { dropFailed } from '../../../../../../nodes/OtcDrs/resources/migration/run/finish.ts';
import type {
	Migration,
	RunContext,
} from '../../../../../../nodes/OtcDrs/resources/migration/run/migration.ts';
import { fakeClient } from '../../../../../support/fakeClient.mts';

const context = {
	client: fakeClient(async () => ({
		ok: true,
		response: {
			status: 200,
			headers: {},
			body: { results: [{ job_id: 'a', failed_reason: 'Disk full' }] },
		},
	})),
	queries: { batchSize: 100, concurrency: 1 },
} as unknown as RunContext;

const migration = (status: string) =>
	({ id: 'a', status, plan: { task: { body: { name: 'shop' } } } }) as unknown as Migration;

describe('a task that gets no further', () => {
	it.each([
		['INCRE_TRANSFER_FAILED', 'Fix the cause, then resume the task with Task → Resume or Retry.'],
		[
			'RELEASE_RESOURCE_COMPLETE',
			'A stopped task cannot be started again. Delete it, or give the item another name.',
		],
		['DELETED', 'Wait until the service has forgotten the task, or give the item another name.'],
		['RELEASE_RESOURCE_FAILED', 'Stop it again, or contact support.'],
	])('in %s fails its item with what to do about this status', async (status, remedy) => {
		const one = migration(status);
		await dropFailed(context, [one]);
		expect(one.failure).toMatchObject({
			stage: 'wait',
			message: expect.stringContaining(`"shop": is in ${status}`),
			description: remedy,
		});
	});

	it.each(['INCRE_TRANSFER_STARTED', 'CREATING'])('is none in %s', async (status) => {
		const one = migration(status);
		await dropFailed(context, [one]);
		expect(one.failure).toBeUndefined();
	});
});
