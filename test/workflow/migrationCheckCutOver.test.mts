import type { IDataObject } from 'n8n-workflow';
import { passMinutes } from '../support/clock.mts';
import { useCutOvers, CHECK } from './support/cutOvers.mts';

const { simulator, replicating, outputOf, stopped } = useCutOvers();

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
