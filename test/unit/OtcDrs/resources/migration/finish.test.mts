import fc from 'fast-check';
import { beginFinish } from '../../../../../nodes/OtcDrs/resources/migration/finish/work.ts';
import { fixed } from '../../../../properties/support/settings.mts';
import { cloudModel, type Curve, type Disturbance } from './finish/cloudModel.mts';
import { anyTask, disturbance } from './finish/anyTask.mts';
import { replicating, finish, MINUTE, planFor, takeTurns, outputOf } from './finish/takeTurns.mts';

describe('Migration → Finish', () => {
	it('over 1,000 random lag curves never stops with a lag, never forces, and always says where it is safe', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(anyTask, { minLength: 1, maxLength: 3 }),
				disturbance,
				async (drawn, disturb) => {
					const tasks = drawn.map((one, index) => replicating(`task-${index}`, one.lag, one));
					const { cloud, output } = await finish(tasks, {}, disturb);
					for (const { kind, lag } of cloud.stops) expect([kind, lag]).toEqual(['terminate', 0]);
					output.forEach(({ id, finished, safe_state: safe, reason }, index) => {
						const stopped = cloud.stops.some((one) => one.id === id);
						const status = cloud.statusOf(tasks[index]);
						if (finished) expect([safe, status]).toEqual(['target', 'RELEASE_RESOURCE_COMPLETE']);
						else expect(reason).toEqual(expect.stringMatching(/./));
						if (safe === 'source') expect(stopped).toBe(false);
						if (safe === 'target') expect(finished).toBe(true);
						if (stopped) expect(['target', 'wait', 'check']).toContain(safe);
						expect(['source', 'target', 'wait', 'check']).toContain(safe);
					});
				},
			),
			fixed(1_000),
		);
	}, 120_000);

	it('needs the given number of looks in a row, and restarts the count after a lag', async () => {
		const values = [5, 0, 0, 2, 0, 0, 0];
		const { cloud, output } = await finish([
			replicating('shop', (time) => values[Math.floor(time / MINUTE)] ?? 0),
		]);
		expect(cloud.stops).toMatchObject([{ at: 6 * MINUTE, kind: 'terminate', lag: 0 }]);
		expect(output[0]).toMatchObject({
			finished: true,
			safe_state: 'target',
			status: 'RELEASE_RESOURCE_COMPLETE',
			carried_over: ['Triggers and events were moved to the target.'],
			drained_at: expect.any(String),
			ended_at: expect.any(String),
		});
	});

	/** The first so many requests to stop get lost. */
	const losesStops = (most: number): Disturbance => {
		let lost = 0;
		return (path) => (path === 'batch-jobs' && ++lost <= most ? 'before' : undefined);
	};

	it('restarts the count when the lag returns after the drain and before the stop is accepted', async () => {
		const values = [0, 0, 0, 7, 0, 2, 0, 0, 0];
		const lag: Curve = (time) => values[Math.floor(time / MINUTE)] ?? 0;
		const { cloud, output } = await finish([replicating('shop', lag)], {}, losesStops(1));
		expect(cloud.stops).toMatchObject([{ at: 8 * MINUTE, kind: 'terminate', lag: 0 }]);
		expect(output[0]).toMatchObject({ finished: true, safe_state: 'target' });
	});

	it('stops nothing when the lag comes back after the drain and stays', async () => {
		const lag: Curve = (time) => (time < 3 * MINUTE ? 0 : 7);
		const { cloud, output } = await finish([replicating('shop', lag)], {}, losesStops(1));
		expect(cloud.stops).toEqual([]);
		expect(cloud.statusOf(replicating('shop', lag))).toBe('INCRE_TRANSFER_STARTED');
		expect(output[0]).toMatchObject({ finished: false, safe_state: 'source' });
	});

	it('over 1,000 lags that come back after the drain never stops with a lag', async () => {
		const lags = fc.record({
			empty: fc.integer({ min: 3, max: 6 }),
			back: fc.integer({ min: 1, max: 12 }),
			lost: fc.integer({ min: 0, max: 4 }),
		});
		await fc.assert(
			fc.asyncProperty(lags, async ({ empty, back, lost }) => {
				const lag: Curve = (time) => {
					const minute = time / MINUTE;
					return minute >= empty && minute < empty + back ? 5 : 0;
				};
				const { cloud, output } = await finish([replicating('shop', lag)], {}, losesStops(lost));
				for (const { kind, lag: left } of cloud.stops)
					expect([kind, left]).toEqual(['terminate', 0]);
				const isStopped = cloud.stops.length > 0;
				expect([output[0].finished, output[0].safe_state]).toEqual(
					isStopped ? [true, 'target'] : [false, 'source'],
				);
			}),
			fixed(1_000),
		);
	}, 120_000);

	it.each([
		['stuck', () => 30],
		['rising', (time: number) => time / 1000],
		['never told', () => undefined],
	])('stops nothing when the lag is %s', async (_name, lag) => {
		const { cloud, output } = await finish([replicating('shop', lag)]);
		expect(cloud.stops).toEqual([]);
		expect(output[0]).toMatchObject({
			finished: false,
			safe_state: 'source',
			reason: expect.stringContaining('The lag did not stay at 0 in time'),
			next_action: expect.stringContaining('write to the source again'),
			carried_over: [],
			left_to_do: [],
		});
	});

	it.each([
		['FULL_TRANSFER_STARTED', 'does not replicate'],
		['PAUSING', 'is paused'],
		['INCRE_TRANSFER_FAILED', 'has failed'],
		['CONFIGURATION', 'does not replicate'],
	])('does not touch a task in %s', async (status, words) => {
		const { cloud, output } = await finish([replicating('shop', () => 0, { status })]);
		expect(cloud.stops).toEqual([]);
		expect(output[0]).toMatchObject({
			finished: false,
			safe_state: 'source',
			reason: expect.stringContaining(words),
		});
	});

	it('stops a task that transfers once when it has', async () => {
		const once = { status: 'FULL_TRANSFER_COMPLETE', mode: 'FULL_TRANS', engine: 'postgresql' };
		const { cloud, output } = await finish([replicating('shop', () => undefined, once)]);
		expect(cloud.stops).toHaveLength(1);
		expect(output[0]).toMatchObject({ finished: true, safe_state: 'target' });
		expect(JSON.stringify(output[0].carried_over)).toContain('10000');
	});

	it('goes its own way with each of many tasks, in batches', async () => {
		const tasks = Array.from({ length: 25 }, (_, index) =>
			replicating(
				`task-${index}`,
				index % 5 === 0 ? () => 9 : (time) => (time < (index * MINUTE) / 4 ? 3 : 0),
			),
		);
		let calls = 0;
		const { output } = await finish(tasks, {}, (path) => {
			if (path === 'batch-jobs') calls += 1;
			return undefined;
		});
		expect(output.filter(({ finished }) => finished)).toHaveLength(20);
		expect(calls).toBeLessThan(20);
	});

	it('says that somebody has to look when a stop fails, and stops in order again at the next run', async () => {
		const task = replicating('shop', () => 0, { releaseFails: true });
		const first = await finish([task]);
		expect(first.output[0]).toMatchObject({ finished: false, safe_state: 'check' });
		Object.assign(task, {
			status: 'RELEASE_RESOURCE_FAILED',
			stoppedAt: undefined,
			releaseFails: false,
		});
		const plan = planFor([task]);
		const now = first.cloud.clock.now;
		const { progress } = await takeTurns(first.cloud, plan, beginFinish(plan, now));
		expect(first.cloud.stops.map(({ kind }) => kind)).toEqual(['terminate', 'terminate']);
		expect(outputOf(plan, progress)[0]).toMatchObject({ finished: true, safe_state: 'check' });
	});

	it('says to wait when a stop takes too long', async () => {
		const { output } = await finish([replicating('shop', () => 0, { stopping: Infinity })]);
		expect(output[0]).toMatchObject({ finished: false, safe_state: 'wait' });
	});

	it('killed after any turn and run again, it ends the same way', async () => {
		const make = () =>
			replicating('shop', (time) => (time < 3 * MINUTE ? 8 : 0), { stopping: 5 * MINUTE });
		const whole = await finish([make()]);
		const plan = planFor([make()]);
		const { turns } = await takeTurns(cloudModel([make()]), plan, beginFinish(plan, 0));
		expect(turns).toBeGreaterThan(6);
		for (let kill = 1; kill < turns; kill++) {
			const cloud = cloudModel([make()]);
			await takeTurns(cloud, plan, beginFinish(plan, 0), kill);
			const { progress } = await takeTurns(cloud, plan, beginFinish(plan, cloud.clock.now));
			const [output] = outputOf(plan, progress);
			expect([kill, output.finished, output.status]).toEqual([
				kill,
				whole.output[0].finished,
				whole.output[0].status,
			]);
			expect(cloud.stops).toMatchObject([{ kind: 'terminate', lag: 0 }]);
			/** Who has not seen the lag does not say that the target is complete. */
			const hasSeen = output.drained_at !== undefined;
			expect(output.safe_state).toBe(hasSeen ? 'target' : 'check');
			if (!hasSeen) expect(JSON.stringify(output.left_to_do)).toContain('show create trigger');
		}
	});
});
