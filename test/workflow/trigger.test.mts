import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { projects } from '../../simulator/accounts.mts';
import { passMinutes } from '../support/clock.mts';
import { useCloud } from '../support/cloud.mts';
import type { Engine } from '../support/n8nEngine.mts';
import { CREATE, otcEngine, runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud();

/** What n8n has in memory of the workflow, and what its database holds. */
let staticData: IDataObject;
let stored: IDataObject;
let nodeName: string;

beforeEach(() => {
	nodeName = 'OTC DRS Trigger';
	staticData = {};
	stored = {};
});

async function createTasks(...names: string[]): Promise<string[]> {
	const run = await runNode(
		engine,
		{ ...CREATE, options: { batchSize: 100 } },
		names.map((name) => ({ name })),
	);
	return run.items('OTC DRS').map(({ json }) => String(json.id));
}

const ALL = [
	'statusChanged',
	'taskCreated',
	'taskFailed',
	'replicating',
	'fullTransferComplete',
	'taskStopped',
	'delayExceeded',
];

const copy = (data: IDataObject): IDataObject => JSON.parse(JSON.stringify(data)) as IDataObject;

/** n8n stores what the trigger remembers after the poll of an activation, and when a poll starts an execution. */
async function poll(
	parameters: INodeParameters = {},
	mode: 'trigger' | 'manual' = 'trigger',
	on = engine,
): Promise<IDataObject[]> {
	const isActivation = Object.keys(stored).length === 0;
	const node = {
		id: 'trigger',
		name: nodeName,
		type: 'n8n-nodes-otc-drs.otcDrsTrigger',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: { events: ALL, delayThreshold: 60, ...parameters },
		credentials: { otcApi: { id: 'otc', name: 'OTC' } },
	};
	const items = await on.poll(node, staticData, mode);
	if (items !== null || isActivation) stored = copy(staticData);
	return (items ?? []).map(({ json }) => json);
}

/** n8n is killed, and another process begins with what the database holds. */
const restart = () => {
	staticData = copy(stored);
};

/** Puts tasks into the simulator that are like the first one, but for their settings. */
function addTasks(names: string[], settings: IDataObject = {}): string[] {
	const [first] = simulator.tasks.all();
	return names.map((name) => {
		const id = simulator.tasks.newId();
		const createdAt = Date.now();
		simulator.tasks.add({
			...first,
			id,
			name,
			createdAt,
			settings: { ...first.settings, ...settings },
		});
		return id;
	});
}

const callsTo = (operation: string): number =>
	simulator.journal.entries.filter((entry) => entry.operation === operation).length;

const setStatus = (id: string, status: string) => {
	const task = simulator.tasks.all().find((one) => one.id === id)!;
	task.status = status;
	task.since = Date.now();
};

const named = (events: IDataObject[]) =>
	events.map(({ event, task, old_status: before, new_status: after }) => [
		event,
		(task as IDataObject).name,
		before,
		after,
	]);

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
		const before = copy(staticData);
		await expect(poll()).rejects.toThrow('DRS.M00102');
		expect(copy(staticData)).toEqual(before);
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
		expect(JSON.stringify(stored).length).toBeLessThan(250_000);
	});

	it('forgets a task that is gone', async () => {
		const [gone] = await createTasks('shop-1', 'shop-2');
		passMinutes(2);
		await poll();
		simulator.tasks.remove(gone);
		expect(await poll()).toEqual([]);
		expect(JSON.stringify(staticData)).toContain(gone);
		expect(await poll()).toEqual([]);
		expect(JSON.stringify(staticData)).not.toContain(gone);
	});

	it('remembers all when it is renamed', async () => {
		await createTasks('shop-1');
		await poll();
		await createTasks('shop-2');
		nodeName = 'Watch the Fleet';
		restart();
		expect(named(await poll())).toEqual([['taskCreated', 'shop-2', undefined, 'CREATING']]);
	});

	it('begins anew when the filters change, and filters by name and status', async () => {
		const [shop] = await createTasks('shop-1', 'crm-1');
		passMinutes(2);
		await poll();
		const filters = { filters: { name: 'shop', statuses: ['FULL_TRANSFER_STARTED'] } };
		expect(await poll(filters)).toEqual([]);
		setStatus(shop, 'STARTJOBING');
		expect(await poll(filters)).toEqual([]);
		for (const { id } of simulator.tasks.all()) setStatus(id, 'FULL_TRANSFER_STARTED');
		expect(named(await poll(filters))).toEqual([
			['statusChanged', 'shop-1', 'STARTJOBING', 'FULL_TRANSFER_STARTED'],
		]);
	});

	it('filters by scenarios and engines', async () => {
		await createTasks('migration-mysql');
		const only = (scenarios: string[], engines: string[]) => ({
			events: ['taskCreated'],
			filters: { scenarios, engines },
		});
		const filters = only(['sync', 'migration'], ['postgresql', 'mysql']);
		await poll(filters);
		addTasks(['sync-mysql'], { db_use_type: 'sync' });
		addTasks(['sync-postgresql'], { db_use_type: 'sync', engine_type: 'postgresql' });
		addTasks(['sync-taurus'], { db_use_type: 'sync', engine_type: 'mysql-to-taurus' });
		addTasks(['recovery'], { db_use_type: 'cloudDataGuard', engine_type: 'cloudDataGuard-mysql' });
		simulator.journal.clear();
		expect(
			named(await poll(filters))
				.map(([, name]) => name)
				.sort(),
		).toEqual(['sync-mysql', 'sync-postgresql']);
		expect(callsTo('listTasks')).toBe(3);
		await expect(poll(only(['cloudDataGuard'], ['mongodb']))).rejects.toThrow(
			'Filters: no task can have these scenarios and engines',
		);
	});

	it('begins anew in another project, but not with another access key of the same one', async () => {
		const { accessKey, temporaryKey } = simulator.accounts;
		const withKey = (id: string, secret: string, more: object = {}) =>
			otcEngine(simulator.url, {
				authentication: 'accessKey',
				accessKeyId: id,
				secretAccessKey: secret,
				...more,
			});
		const [id] = await createTasks('shop-1');
		passMinutes(2);
		await poll();
		setStatus(id, 'STARTJOBING');
		const pollWith = async (changed: Engine) => await poll({}, 'trigger', changed);
		expect(await pollWith(withKey(accessKey.id, accessKey.secret))).toHaveLength(1);
		setStatus(id, 'FULL_TRANSFER_STARTED');
		const { securityToken } = temporaryKey;
		const temporary = withKey(temporaryKey.id, temporaryKey.secret, { securityToken });
		expect(await pollWith(temporary)).toHaveLength(1);
		const [elsewhere] = addTasks(['shop-2']);
		const task = simulator.tasks.all().find((one) => one.id === elsewhere)!;
		task.projectId = projects.find(({ name }) => name === 'eu-de_migration')!.id;
		const inProject = otcEngine(simulator.url, { projectName: 'eu-de_migration' });
		expect(await pollWith(inProject)).toEqual([]);
		expect(await pollWith(otcEngine(simulator.url))).toEqual([]);
	});

	it('tells of an event once when a slow poll and a later one overlap', async () => {
		const [id] = await createTasks('shop-1');
		passMinutes(2);
		const events = { events: ['statusChanged'] };
		await poll(events);
		setStatus(id, 'STARTJOBING');
		const told = await Promise.all([poll(events), poll(events)]);
		expect(told.flat()).toHaveLength(1);
	});

	it('shows the newest task as a sample, and remembers nothing of it', async () => {
		await createTasks('shop-1');
		const [sample, ...more] = await poll({ events: ['taskFailed'] }, 'manual');
		expect(sample).toMatchObject({ event: 'taskFailed', task: { name: 'shop-1' } });
		expect(more).toEqual([]);
		expect(staticData).toEqual({});
	});

	it('shows as a sample the first chosen event that can have happened, of the newest such task', async () => {
		const [older, newer] = await createTasks('shop-1', 'shop-2');
		const [newest] = addTasks(['shop-3']);
		for (const id of [older, newer]) setStatus(id, 'INCRE_TRANSFER_FAILED');
		simulator.tasks.all().find(({ id }) => id === newer)!.createdAt = Date.now() + 1;
		setStatus(newest, 'CONFIGURATION');
		simulator.tasks.all().find(({ id }) => id === newest)!.createdAt = Date.now() + 2;
		expect(named(await poll({ events: ['taskStopped', 'taskFailed'] }, 'manual'))).toEqual([
			['taskFailed', 'shop-2', undefined, 'INCRE_TRANSFER_FAILED'],
		]);
	});

	it('says so when there is nothing to show, and when no event is chosen', async () => {
		await expect(poll({}, 'manual')).rejects.toThrow('There is no task that matches the filters');
		await expect(poll({ events: [] })).rejects.toThrow('Trigger On: is empty');
	});
});
