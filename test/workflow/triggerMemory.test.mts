import { projects } from '../../simulator/accounts.mts';
import { passMinutes } from '../support/clock.mts';
import type { Engine } from '../support/n8nEngine.mts';
import { otcEngine } from '../support/otc.mts';
import { useTrigger, named } from './support/trigger.mts';

const { simulator, memory, createTasks, poll, restart, addTasks, callsTo, setStatus } =
	useTrigger();

describe('what OTC DRS Trigger remembers', () => {
	it('forgets a task that is gone', async () => {
		const [gone] = await createTasks('shop-1', 'shop-2');
		passMinutes(2);
		await poll();
		simulator.tasks.remove(gone);
		expect(await poll()).toEqual([]);
		expect(JSON.stringify(memory.staticData)).toContain(gone);
		expect(await poll()).toEqual([]);
		expect(JSON.stringify(memory.staticData)).not.toContain(gone);
	});

	it('remembers all when it is renamed', async () => {
		await createTasks('shop-1');
		await poll();
		await createTasks('shop-2');
		memory.nodeName = 'Watch the Fleet';
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
});

describe('a sample of OTC DRS Trigger', () => {
	it('shows the newest task as a sample, and remembers nothing of it', async () => {
		await createTasks('shop-1');
		const [sample, ...more] = await poll({ events: ['taskFailed'] }, 'manual');
		expect(sample).toMatchObject({ event: 'taskFailed', task: { name: 'shop-1' } });
		expect(more).toEqual([]);
		expect(memory.staticData).toEqual({});
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
