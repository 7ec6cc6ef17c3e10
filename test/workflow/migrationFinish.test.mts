import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { useCloud } from '../support/cloud.mts';
import { passMinutes } from '../support/clock.mts';
import { beginNode, CREATE, PASSWORD, runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud();

const TASK = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
const FINISH: INodeParameters = { resource: 'migration', operation: 'finish', jobId: TASK };
const CHECK: INodeParameters = { resource: 'migration', operation: 'checkCutOver', jobId: TASK };

/** Tasks that replicate. */
async function replicating(...names: string[]): Promise<IDataObject[]> {
	const items = names.map((name) => ({ name }));
	const created = (await runNode(engine, CREATE, items)).items('OTC DRS').map(({ json }) => json);
	passMinutes(5);
	for (const task of simulator.tasks.all()) {
		Object.assign(task, { status: 'INCRE_TRANSFER_STARTED', since: Date.now() });
	}
	return created.map(({ id, name }) => ({ id, name, app: `app of ${String(name)}` }));
}

const outputOf = async (parameters: INodeParameters, items: IDataObject[]) =>
	(await runNode(engine, parameters, items, 'continueRegularOutput'))
		.items('Note')
		.map(({ json }) => json);

const stopped = () =>
	simulator.journal
		.of('stopOrDeleteTasks')
		.flatMap(({ requestBody }) => (requestBody as { jobs: IDataObject[] }).jobs);

describe('Migration → Finish', () => {
	it('refuses a time in which the checks do not fit, before anything is sent', async () => {
		const items = await replicating('shop');
		simulator.journal.clear();
		const [output] = await outputOf({ ...FINISH, drainMinutes: 2 }, items);
		expect(output.error).toMatchObject({
			message: expect.stringContaining('Drain at Most (Minutes): 2 is too short for 3 checks'),
		});
		expect(stopped()).toEqual([]);
	});

	it('does not keep what an earlier run said of a task', async () => {
		const [item] = await replicating('idle');
		const earlier = { finished: false, reason: 'The lag did not stay at 0 in time' };
		const [output] = await outputOf(FINISH, [{ ...item, ...earlier }]);
		expect(output).toMatchObject({ app: 'app of idle', finished: true });
		expect(output).not.toHaveProperty('reason');
	});

	it('is parked while tasks drain and end, and stops each by itself, in order', async () => {
		const items = await replicating('falls', 'stuck', 'idle');
		simulator.outcomes.add({ task: 'falls', kind: 'delay', delay: 240, curve: 'falling' });
		simulator.outcomes.add({ task: 'stuck', kind: 'delay', delay: 7 });
		const parked = await beginNode(engine, FINISH, items);
		expect(parked.status).toBe('waiting');
		const run = await engine.settle(parked);
		const output = run.items('Note').map(({ json }) => json);
		expect(output.map(({ app, finished, safe_state: safe }) => [app, finished, safe])).toEqual([
			['app of falls', true, 'target'],
			['app of stuck', false, 'source'],
			['app of idle', true, 'target'],
		]);
		expect(stopped()).toEqual([
			{ job_id: items[2].id, delete_type: 'terminate' },
			{ job_id: items[0].id, delete_type: 'terminate' },
		]);
		const kept = simulator.tasks
			.all()
			.map(({ name, stop }) => [name, stop?.kind, stop?.replicated]);
		expect(kept).toEqual([
			['falls', 'normal', true],
			['stuck', undefined, undefined],
			['idle', 'normal', true],
		]);
		for (const { text } of engine.executions.all.values()) expect(text).not.toContain(PASSWORD);
	});

	it('continues after it was killed: it finds the task that is being stopped', async () => {
		const items = await replicating('shop');
		await beginNode(engine, { ...FINISH, drainChecks: 1 }, items);
		engine.executions.all.clear();
		const [output] = await outputOf(FINISH, items);
		expect(output).toMatchObject({
			finished: true,
			safe_state: 'check',
			reason: expect.stringContaining('by an earlier run or by somebody else'),
			status: 'RELEASE_RESOURCE_COMPLETE',
		});
		expect(stopped()).toHaveLength(1);
	});

	it.each(['getTaskDetails', 'getTaskStatuses', 'getTaskProgress'])(
		'looks again at a task that two answers of %s in a row leave out',
		async (operation) => {
			const items = await replicating('shop');
			simulator.faults.add({ operation, kind: 'missingResult', times: 2 });
			const [output] = await outputOf(FINISH, items);
			expect(output).toMatchObject({ finished: true, safe_state: 'target' });
			expect(stopped()).toHaveLength(1);
		},
	);

	it('fails for a task that every answer leaves out', async () => {
		const items = await replicating('shop');
		simulator.faults.add({ kind: 'missingResult', service: 'drs' });
		const [output] = await outputOf(FINISH, items);
		expect(output.error).toMatchObject({
			message: expect.stringContaining('the service returned nothing for this ID') as string,
		});
		expect(stopped()).toEqual([]);
	});

	it('fails for a task that does not exist', async () => {
		const [output] = await outputOf(FINISH, [{ id: 'no-such-task' }]);
		expect((output.error as IDataObject).error_code).toBe('DRS.M05003');
	});
});

describe('Migration → Check Cut-Over', () => {
	it('says for each task whether it is ready, and why not', async () => {
		const items = await replicating('good', 'lags', 'failed');
		simulator.outcomes.add({ task: 'lags', kind: 'delay', delay: 60 });
		const task = simulator.tasks.all().find(({ name }) => name === 'failed')!;
		Object.assign(task, {
			status: 'INCRE_TRANSFER_FAILED',
			failure: { code: 'DRS.M01501', reason: 'No route to the source.' },
		});
		const output = await outputOf(CHECK, items);
		expect(output).toMatchObject([
			{ app: 'app of good', ready: true, reasons: [], lag_seconds: 0, checks: 1 },
			{ ready: false, reasons: ['The lag is 60 seconds, more than 5'] },
			{
				ready: false,
				reasons: [
					'The task does not replicate: its status is Replication Failed (INCRE_TRANSFER_FAILED)',
					'The service reports an error: No route to the source.',
				],
			},
		]);
		expect(stopped()).toEqual([]);
	});

	it('does not keep what an earlier check said of a task', async () => {
		const [item] = await replicating('shop');
		Object.assign(simulator.tasks.all()[0], { status: 'CONFIGURATION' });
		const earlier = { lag_seconds: 3, worst_lag_seconds: 4 };
		const [output] = await outputOf(CHECK, [{ ...item, ...earlier }]);
		expect(output).toMatchObject({ app: 'app of shop', ready: false, status: 'CONFIGURATION' });
		expect(output).not.toHaveProperty('lag_seconds');
		expect(output).not.toHaveProperty('worst_lag_seconds');
	});

	it('looks at the lag for a while, in a bounded number of checks', async () => {
		const items = await replicating('steady', 'rises');
		simulator.outcomes.add({
			task: 'rises',
			kind: 'delay',
			delay: 0,
			curve: 'rising',
			perSecond: 0.01,
		});
		simulator.journal.clear();
		const began = Date.now();
		const output = await outputOf({ ...CHECK, lagMinutes: 60 }, items);
		expect(output).toMatchObject([{ ready: true }, { ready: false }]);
		expect(Date.now() - began).toBeGreaterThanOrEqual(60 * 60_000);
		expect(simulator.journal.count('getTaskProgress')).toBeLessThanOrEqual(12);
		expect(String((output[1].reasons as string[])[0])).toContain('more than 5');
	});

	it('takes the past lag from Cloud Eye, and waits for nothing', async () => {
		const items = await replicating('steady', 'lagged', 'lags');
		const falling = { delay: 3_000, curve: 'falling', perSecond: 1 } as const;
		simulator.outcomes.add({ task: 'lagged', kind: 'delay', ...falling });
		simulator.outcomes.add({ task: 'lags', kind: 'delay', delay: 60 });
		passMinutes(60);
		simulator.journal.clear();
		const began = Date.now();
		const output = await outputOf({ ...CHECK, lagMinutes: 30, lagSource: 'cloudEye' }, items);
		expect(output).toMatchObject([
			{ ready: true, lag_source: 'cloudEye', worst_lag_seconds: 0, checks: 1 },
			{
				ready: false,
				lag_seconds: 0,
				reasons: [
					expect.stringMatching(
						/^Cloud Eye has recorded a lag of 12\d\d(\.\d+)? seconds within 30 min/,
					),
				],
			},
			{ ready: false, reasons: ['The lag is 60 seconds, more than 5'] },
		]);
		expect(output[0]).not.toHaveProperty('lag_note');
		expect(Date.now() - began).toBeLessThan(60_000);
		expect(simulator.journal.count('getMetricData')).toBe(2);
	});

	it('checks the lag instead where Cloud Eye has no data or cannot be read, and says so', async () => {
		const items = await replicating('young', 'refused');
		simulator.journal.clear();
		passMinutes(20);
		simulator.faults.add({ operation: 'getMetricData', kind: 'forbidden', skip: 1, times: 1 });
		const output = await outputOf(
			{ ...CHECK, lagMinutes: 60, lagSource: 'cloudEye', options: { concurrency: 1 } },
			items,
		);
		const checked = { ready: true, lag_source: 'checks', checks: 11 };
		expect(output).toMatchObject([checked, checked]);
		expect(output.map(({ lag_note: note }) => note)).toEqual([
			'Cloud Eye lacks data of the last 60 minutes. The lag was checked instead.',
			expect.stringMatching(/^Cloud Eye cannot be read: .*The lag was checked instead\.$/),
		]);
		expect(simulator.journal.count('getMetricData')).toBe(2);
	});

	it.each([
		['none', {}, 'A verification is required'],
		['another verdict', { verdict: 'differs', at: 0 }, 'says "differs"'],
		['no time', { verdict: 'identical' }, 'not known when'],
		['an old one', { verdict: 'identical', at: -30 }, '30 hours old; the limit is 24'],
		['a new one', { verdict: 'identical', at: -1 }, undefined],
		['one to come', { verdict: 'identical', at: 2 }, 'dated in the future'],
	])('asks for a verification: %s', async (_name, { verdict, at }: IDataObject, reason) => {
		const [item] = await replicating('shop');
		const verifiedAt =
			at === undefined ? '' : new Date(Date.now() + Number(at) * 3_600_000).toISOString();
		const [output] = await outputOf(
			{
				...CHECK,
				requireVerification: true,
				verdict: '={{ $json.verdict }}',
				verifiedAt: '={{ $json.verifiedAt }}',
			},
			[{ ...item, verdict, verifiedAt }],
		);
		expect(output.ready).toBe(reason === undefined);
		expect(output.reasons).toEqual(reason === undefined ? [] : [expect.stringContaining(reason)]);
	});
});
