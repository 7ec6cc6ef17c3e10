import type { IDataObject } from 'n8n-workflow';
import { POSTGRESQL } from '../support/otc.mts';
import { usePlans, ASKING, named, BOUND } from './support/plans.mts';

const { simulator, node, plan, sent } = usePlans();

describe('Migration → Plan', () => {
	it('says what is to be done, and changes nothing', async () => {
		await node({ options: { stopAfter: 'precheck' } }, [{ name: 'checked' }]);
		await node({ options: { stopAfter: 'create' } }, [{ name: 'created' }]);
		await node({}, [{ name: 'running' }]);
		await node({}, [{ name: 'shop-fail-create' }]);
		await node({ operation: 'createSync', resource: 'task', ...POSTGRESQL }, [
			{ name: 'elsewhere' },
		]);
		simulator.journal.clear();
		const names = ['new-one', 'created', 'checked', 'running', 'shop-fail-create', 'elsewhere'];
		const plans = await plan(names.map((name) => ({ name })));
		expect(plans.map(({ name, action }) => [name, action])).toEqual([
			['new-one', 'create'],
			['created', 'continue'],
			['checked', 'start'],
			['running', 'leave'],
			['shop-fail-create', 'blocked'],
			['elsewhere', 'blocked'],
		]);
		expect(plans[0]).toMatchObject({
			reason: 'There is no task of this name',
			differences: [],
			warnings: [],
			calls: 9,
			not_readable: expect.arrayContaining(['source_endpoint.db_password', 'node_type']),
			plan_id: expect.stringMatching(/^[0-9a-f]{16}-[0-9a-f]{16}$/),
		});
		expect(plans[5].reason).toContain('(sync, postgresql)');
		expect(new Set(simulator.journal.entries.map(({ operation }) => operation))).toEqual(
			new Set(ASKING),
		);
		expect(JSON.stringify(plans)).not.toMatch(/Src-Secret|Tgt-Secret/);
	});

	it('names the requests that a run then sends', async () => {
		const more = {
			configure: ['setDefiner', 'setFlowControl', 'selectObjects'],
			objects: { object: [{ type: 'database', database: 'shop' }] },
			ranges: { range: [{ from: 8, to: 17, speed: 10 }] },
		};
		const [planned] = await plan([{ name: 'shop' }], more);
		simulator.journal.clear();
		await node(more, [{ name: 'shop' }]);
		const steps = planned.steps as Array<{ changes: boolean; requests: string[] }>;
		const asking = ['batch-status', 'batch-precheck-result'];
		const promised = steps.flatMap(({ requests }) => requests);
		expect(sent().filter((path) => !asking.includes(path))).toEqual(
			promised.filter((path) => !asking.includes(path)),
		);
	});

	it('plans 500 databases in at most 40 calls, new ones and those that are there', async () => {
		const items = named(500);
		await plan(items);
		expect(simulator.journal.entries.length).toBeLessThanOrEqual(40);
		await node({ options: { stopAfter: 'precheck', batchSize: 100 } }, items);
		simulator.journal.clear();
		const again = await plan(items);
		expect(new Set(again.map(({ action }) => action))).toEqual(new Set(['start']));
		expect(simulator.journal.entries.length).toBeLessThanOrEqual(40);
	});

	it('finds drift: the settings that differ, and that the plan is not the one agreed to', async () => {
		const [before] = await plan([{ name: 'shop' }]);
		await node({}, [{ name: 'shop' }]);
		const drifted = {
			options: { ...BOUND.options, taskType: 'FULL_TRANS' },
		};
		const [now] = await plan([{ name: 'shop', plan_id: before.plan_id }], drifted);
		expect(now).toMatchObject({
			action: 'leave',
			as_planned: false,
			differences: [{ field: 'task_type', requested: 'FULL_TRANS', existing: 'FULL_INCR_TRANS' }],
		});
		const [fails] = await plan([{ name: 'shop' }], {
			options: { taskType: 'FULL_TRANS', ifSettingsDiffer: 'fail' },
		});
		expect(fails).toMatchObject({
			action: 'blocked',
			reason: expect.stringContaining('Task Mode is Full + Incremental, not Full'),
		});
		const [stranger] = await plan([{ name: 'shop', ip: '10.9.9.9' }]);
		expect(stranger).toMatchObject({
			action: 'blocked',
			reason: expect.stringContaining('another migration'),
		});
	});

	it('gives one summary for people', async () => {
		await node({}, [{ name: 'shop-fail-create' }]);
		const items = [
			{ name: 'shop-1' },
			{ name: 'shop-fail-create' },
			{ name: 'x' },
			{ name: '7up-db' },
		];
		const output = await plan(items, { planOutput: 'summary' });
		expect(output).toHaveLength(1);
		const [summary] = output;
		expect(summary.counts).toEqual({
			total: 4,
			attention: 3,
			blocked: 2,
			create: 2,
			continue: 0,
			start: 0,
			leave: 0,
		});
		expect(summary.calls).toBe(9);
		expect(summary.databases).toMatchObject([
			{ item: 0, name: 'shop-1', action: 'create', plan_id: expect.any(String) },
			{ item: 1, action: 'blocked', remedy: expect.stringContaining('Delete the task') },
			{ item: 2, action: 'blocked', reason: expect.stringContaining('Task Name') },
			{ item: 3, action: 'create', warnings: [expect.stringContaining('letter')] },
		]);
		expect(summary.text).toContain('4 databases: 2 blocked, 2 to be created');
		expect(summary.markdown).toContain('| shop-1 | mysql | Create |');
		expect(summary.html).toContain('Migration plan');
	});
});

describe('Migration → Run, Only as Planned', () => {
	const withIds = (items: IDataObject[], plans: IDataObject[]) =>
		items.map((item, index) => ({ ...item, plan_id: plans[index].plan_id }));

	it('does what was planned, and leaves the rest', async () => {
		await node({}, [{ name: 'shop-1' }]);
		const items = named(3);
		const planned = withIds(items, await plan(items));
		simulator.journal.clear();
		const output = await node(BOUND, planned);
		expect(output.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
		expect(simulator.tasks.all()).toHaveLength(3);
		expect(output[1]).toMatchObject({ already_existed: true, differences: [] });
		expect(await plan(items)).toMatchObject([
			{ action: 'leave' },
			{ action: 'leave' },
			{ action: 'leave' },
		]);
	});

	it('leaves a task as it is that was planned to be left, though a run would check it again', async () => {
		const prepare = { options: { stopAfter: 'precheck', planId: '={{ $json.plan_id }}' } };
		await node({ options: { stopAfter: 'precheck' } }, [{ name: 'shop' }]);
		const [planned] = await plan([{ name: 'shop' }], { options: { stopAfter: 'precheck' } });
		expect(planned.action).toBe('leave');
		simulator.journal.clear();
		const [output] = await node(prepare, [{ name: 'shop', plan_id: planned.plan_id }]);
		expect(output).toMatchObject({ status: 'CONFIGURATION' });
		expect(sent()).toEqual([]);
	});

	it.each([
		['settings', { name: 'shop-1', ip: '10.0.0.6' }, {}, 'the settings are not those'],
		[
			'settings of the run',
			{ name: 'shop-1' },
			{ options: { ...BOUND.options, waitFor: 'replicating' } },
			'the settings are not',
		],
	])('refuses an item with other %s', async (_what, item, parameters, words) => {
		const [planned] = await plan([{ name: 'shop-1' }]);
		const [output] = await node({ ...BOUND, ...parameters }, [
			{ ...item, plan_id: planned.plan_id },
		]);
		expect((output.error as IDataObject).message).toContain(words);
		expect((output.error as IDataObject).message).toContain('"shop-1"');
		expect(simulator.tasks.all()).toEqual([]);
	});

	it('refuses an empty ID, for then nothing would bind the run', async () => {
		const [output] = await node(BOUND, [{ name: 'shop-1' }]);
		expect((output.error as IDataObject).message).toContain('Only as Planned: is empty');
		expect(simulator.tasks.all()).toEqual([]);
	});

	it('does not take over a task that somebody creates while the run begins', async () => {
		const [planned] = await plan([{ name: 'shop-1' }]);
		await node({ options: { stopAfter: 'create' } }, [{ name: 'shop-1' }]);
		simulator.faults.add({ operation: 'listTasks', kind: 'listLags', times: 20, lagMs: 1e9 });
		const [output] = await node(BOUND, [{ name: 'shop-1', plan_id: planned.plan_id }]);
		expect((output.error as IDataObject).error_code).toBe('DRS.M00277');
		expect(simulator.journal.count('startTasks')).toBe(0);
	});
});
