import type { IDataObject } from 'n8n-workflow';
import { passMinutes } from '../support/clock.mts';
import { useTrigger, named, copy } from './support/trigger.mts';

const { simulator, memory, createTasks, poll, restart, addTasks, callsTo, setStatus } =
	useTrigger();

describe('OTC DRS Trigger', () => {
	it('takes what is there as given, and tells of what happens afterwards, once', async () => {
		await createTasks('shop-1');
		passMinutes(2);
		expect(await poll()).toEqual([]);
		const [id] = await createTasks('shop-2');
		expect(named(await poll())).toEqual([['taskCreated', 'shop-2', undefined, 'CREATING']]);
		expect(await poll()).toEqual([]);
		passMinutes(2);
		expect(named(await poll())).toEqual([['statusChanged', 'shop-2', 'CREATING', 'CONFIGURATION']]);
		restart();
		expect(await poll()).toEqual([]);
		setStatus(id, 'FULL_TRANSFER_FAILED');
		const events = await poll();
		expect(named(events)).toEqual([
			['statusChanged', 'shop-2', 'CONFIGURATION', 'FULL_TRANSFER_FAILED'],
			['taskFailed', 'shop-2', 'CONFIGURATION', 'FULL_TRANSFER_FAILED'],
		]);
		expect(events[1]).toMatchObject({
			task: { id },
			next_step: expect.stringContaining('Resume or Retry'),
			detected_at: expect.any(String),
		});
	});

	it('tells of replication, the end of the full transfer (once) and the end of a task', async () => {
		const [id] = await createTasks('shop-1');
		passMinutes(2);
		await poll();
		setStatus(id, 'FULL_TRANSFER_COMPLETE');
		const events = { events: ['replicating', 'fullTransferComplete', 'taskStopped'] };
		expect(named(await poll(events)).map(([event]) => event)).toEqual(['fullTransferComplete']);
		setStatus(id, 'INCRE_TRANSFER_STARTED');
		expect(named(await poll(events)).map(([event]) => event)).toEqual(['replicating']);
		setStatus(id, 'PAUSING');
		expect(await poll(events)).toEqual([]);
		setStatus(id, 'INCRE_TRANSFER_STARTED');
		expect(named(await poll(events)).map(([event]) => event)).toEqual(['replicating']);
		setStatus(id, 'RELEASE_RESOURCE_COMPLETE');
		expect(named(await poll(events)).map(([event]) => event)).toEqual(['taskStopped']);
	});

	it.each(['scenarios', 'engines', 'statuses'])(
		'refuses the filter %s without a choice, because it would tell of all tasks',
		async (name) => {
			for (const nothing of [[], '[]', null]) {
				await expect(poll({ filters: { [name]: nothing } })).rejects.toThrow(
					/^Filters → \w+: is empty/,
				);
			}
		},
	);

	it('tells why a task failed', async () => {
		await createTasks('shop-1');
		await poll();
		await createTasks('shop-fail-create');
		passMinutes(2);
		const failed = (await poll({ events: ['taskFailed'] })).find(
			({ event }) => event === 'taskFailed',
		);
		expect(failed).toMatchObject({
			new_status: 'CREATE_FAILED',
			reason: expect.stringContaining('could not be created'),
		});
	});

	it('tells of a delay once, and again only after the replication caught up', async () => {
		const [id] = await createTasks('shop-1');
		passMinutes(2);
		setStatus(id, 'INCRE_TRANSFER_STARTED');
		await poll();
		const events = { events: ['delayExceeded'], delayThreshold: 30 };
		const lag = (seconds: number) => {
			simulator.outcomes.clear();
			simulator.outcomes.add({ task: id, kind: 'delay', delay: seconds });
		};
		lag(31);
		expect(await poll(events)).toEqual([
			expect.objectContaining({ event: 'delayExceeded', delay_seconds: 31 }),
		]);
		lag(90);
		expect(await poll(events)).toEqual([]);
		lag(30);
		expect(await poll(events)).toEqual([]);
		lag(40);
		expect(await poll(events)).toHaveLength(1);
	});

	it('2,000 tasks, 300 changes, 3 failed polls and restarts in between: 300 events, each once', async () => {
		const names = Array.from({ length: 2_000 }, (_, index) => `shop-${index}`);
		const ids = await createTasks(...names);
		passMinutes(2);
		const events = { events: ['statusChanged'] };
		expect(await poll(events)).toEqual([]);
		const seen: unknown[] = [];
		const change = (from: number, to: number) =>
			ids.slice(from, to).forEach((id) => setStatus(id, 'FULL_TRANSFER_STARTED'));
		const collect = async () =>
			seen.push(...(await poll(events)).map(({ task }) => (task as IDataObject).id));
		const fail = async () => {
			simulator.faults.add({ operation: 'listTasks', kind: 'forbidden', skip: 7, times: 1 });
			await expect(poll(events)).rejects.toThrow('DRS.M00102');
			simulator.faults.clear();
		};
		change(0, 100);
		await fail();
		await collect();
		change(100, 180);
		await fail();
		change(180, 200);
		await fail();
		restart();
		await collect();
		change(200, 300);
		restart();
		simulator.journal.clear();
		await collect();
		expect(
			simulator.journal.entries.filter(({ service }) => service === 'drs').length,
		).toBeLessThan(40);
		await collect();
		expect(seen).toHaveLength(300);
		expect(new Set(seen)).toEqual(new Set(ids.slice(0, 300)));
	});

	it('does not take a task for new that a list has left out', async () => {
		const [id] = await createTasks('shop-1', 'shop-2');
		passMinutes(2);
		await poll();
		simulator.faults.add({ operation: 'listTasks', kind: 'missingResult', times: 1 });
		expect(await poll()).toEqual([]);
		expect(await poll()).toEqual([]);
		expect(simulator.tasks.all().some((task) => task.id === id)).toBe(true);
	});

	it('does not ask for delays unless it has to, and fails rather than miss one', async () => {
		const [id] = await createTasks('shop-1');
		passMinutes(2);
		setStatus(id, 'INCRE_TRANSFER_STARTED');
		await poll({ events: ['statusChanged'] });
		expect(callsTo('getTaskProgress')).toBe(0);
		simulator.faults.add({ operation: 'getTaskProgress', kind: 'forbidden', times: 1 });
		setStatus(id, 'INCRE_TRANSFER_FAILED');
		setStatus(addTasks(['shop-2'])[0], 'INCRE_TRANSFER_STARTED');
		const before = copy(memory.staticData);
		await expect(poll()).rejects.toThrow('DRS.M00102');
		expect(copy(memory.staticData)).toEqual(before);
		expect((await poll()).map(({ event }) => event).sort()).toEqual([
			'fullTransferComplete',
			'replicating',
			'statusChanged',
			'taskCreated',
			'taskFailed',
		]);
	});

	it('does not lose a failure because its reason cannot be found out', async () => {
		const [id] = await createTasks('shop-1');
		passMinutes(2);
		await poll();
		setStatus(id, 'FULL_TRANSFER_FAILED');
		simulator.faults.add({ operation: 'getTaskDetails', kind: 'forbidden' });
		const [failed, ...more] = await poll({ events: ['taskFailed'] });
		expect(failed).toMatchObject({ event: 'taskFailed', task: { id } });
		expect(failed).not.toHaveProperty('reason');
		expect(more).toEqual([]);
	});

	it('5,000 tasks: few calls, and a memory of 250 kB', async () => {
		await createTasks('shop-0');
		passMinutes(2);
		const ids = addTasks(Array.from({ length: 5_000 }, (_, index) => `shop-${index + 1}`));
		ids.slice(0, 1_000).forEach((id) => setStatus(id, 'INCRE_TRANSFER_STARTED'));
		await poll();
		ids.slice(0, 250).forEach((id) => setStatus(id, 'INCRE_TRANSFER_FAILED'));
		simulator.journal.clear();
		const events = await poll({ events: ['taskFailed', 'delayExceeded'] });
		expect(new Set(events.map(({ task }) => (task as IDataObject).id))).toEqual(
			new Set(ids.slice(0, 250)),
		);
		expect(events).toHaveLength(250);
		expect(callsTo('listTasks')).toBeLessThanOrEqual(51 + 5);
		expect(callsTo('getTaskProgress')).toBe(8);
		expect(callsTo('getTaskDetails')).toBe(3);
		expect(JSON.stringify(memory.stored).length).toBeLessThan(250_000);
	});
});
