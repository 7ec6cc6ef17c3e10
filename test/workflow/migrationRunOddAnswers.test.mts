import type { IDataObject } from 'n8n-workflow';
import { router } from '../../nodes/OtcDrs/router.ts';
import { fakeContext } from '../support/fakeContext.mts';
import { resultsOf, run } from '../support/migrationService.mts';
import { useMigrationRuns, outputOf } from './support/migrationRuns.mts';

describe('Migration → Run, when the service answers unlike its examples', () => {
	it.each([false, 'false'])(
		'takes a connection test with the status success, but success %j, for a failure',
		async (success) => {
			const { output, calls } = await run({
				test: (ids) => resultsOf(ids, (id) => ({ id, status: 'success', success })),
			});
			for (const { error } of output) expect(error).toMatchObject({ stage: 'connectionTest' });
			expect(calls).not.toContain('modify');
			expect(calls).not.toContain('start');
		},
	);

	it.each(['100', 100])('takes a pre-check at %j for one that has ended', async (process) => {
		const { output, calls } = await run({
			precheckResult: (ids) =>
				resultsOf(ids, (id) => ({ precheck_id: id, process: process as string, result: true })),
		});
		expect(output.map(({ stage }) => stage)).toEqual(['start', 'start']);
		expect(calls.filter((call) => call === 'precheckResult')).toHaveLength(1);
	});
});

describe('Pre-Check → Get Result', () => {
	it.each(['100', '100%'])('says that a pre-check at %j is finished', async (process) => {
		const fake = fakeContext({
			parameters: {
				resource: 'precheck',
				operation: 'getResult',
				jobId: { __rl: true, mode: 'id', value: 'id-1' },
			},
			answer: () => ({
				statusCode: 200,
				body: { results: [{ precheck_id: 'id-1', process, result: true }] },
			}),
		});
		const [output] = await router(fake.context);
		expect(output[0].json).toMatchObject({ is_finished: true });
	});
});

describe('Migration → Run, with a task in a status that nobody knows', () => {
	const { simulator, run: runInCloud, started } = useMigrationRuns();

	it('waits for the end of the creation, and fails when it does not come', async () => {
		await runInCloud([{ name: 'shop-1' }], { options: { stopAfter: 'create' } });
		const [task] = simulator.tasks.all();
		Object.assign(task, { status: 'PREPARING' });
		const [output] = outputOf(
			await runInCloud([{ name: 'shop-1' }], { options: { stageMinutes: 1 } }),
		);
		const error = output.error as IDataObject | undefined;
		expect(error).toMatchObject({ stage: 'create', status: 'PREPARING' });
		expect(started()).toEqual([]);
	});
});
