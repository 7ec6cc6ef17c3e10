import { changeTasks } from '../../../../nodes/shared/drs/change.ts';
import { start } from '../../../../nodes/OtcDrs/resources/task/start.ts';
import { createApiClient } from '../../../../nodes/shared/client/client.ts';
import { readCredential } from '../../../../nodes/shared/client/send.ts';
import { fakeContext } from '../../../support/fakeContext.mts';
import { run, each, busy, service, ok } from './changeService.mts';

describe('a busy task', () => {
	it.each(['start', 'stop', 'pause', 'resume', 'delete'])(
		'keeps the code and the words of the service: %s',
		async (operation) => {
			const { output } = await run({ resource: 'task', operation }, ['a1', 'a2'], (path, ids) =>
				path === 'batch-status' ? each(ids, { status: 'CREATING' }) : each(ids, busy),
			);
			expect(output).toMatchObject(
				['a1', 'a2'].map((id) => ({
					error: {
						message: `Task ${id}: Another operation is being performed (DRS.M01504)`,
						error_code: 'DRS.M01504',
						job_id: id,
					},
				})),
			);
		},
	);

	it('may be free later, and the one beside it has its own reason', async () => {
		const { answer } = service((path, ids) =>
			path === 'batch-status'
				? each(ids, { status: 'CONFIGURATION' })
				: ok(ids.filter((id) => id === 'a1').map((id) => ({ id, ...busy }))),
		);
		const { context } = fakeContext({ parameters: {}, answer });
		const client = createApiClient(context, await readCredential(context), {
			maxAttempts: 2,
			maxWaitSeconds: 0,
		});
		const entries = ['a1', 'a2'].map((id) => ({ id, body: {} }));
		const outcomes = await changeTasks(client, start.change, entries, {
			batchSize: 10,
			concurrency: 1,
		});
		expect(outcomes.get('a1')).toMatchObject({
			failure: { errorCode: 'DRS.M01504', isTransient: true },
		});
		expect(outcomes.get('a2')).toMatchObject({
			failure: { message: 'Task a2: the service returned nothing for this ID', jobId: 'a2' },
		});
	});
});
