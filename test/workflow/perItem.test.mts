import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { passMinutes } from '../support/clock.mts';
import { useCloud } from '../support/cloud.mts';
import { RUN } from '../support/migrationRun.mts';
import { CREATE, runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud();

const JOB_ID = { __rl: true, mode: 'id', value: '={{ $json.id }}' };

const run = async (parameters: INodeParameters, items: IDataObject[]): Promise<IDataObject[]> =>
	(await runNode(engine, parameters, items, 'continueRegularOutput'))
		.items('OTC DRS')
		.map(({ json }) => json);

const task = (name: string) => simulator.tasks.all().find((one) => one.name === name)!;

const messageOf = ({ error }: IDataObject): unknown => (error as IDataObject | undefined)?.message;

describe('settings that differ from item to item', () => {
	it('If Task Exists', async () => {
		await run(CREATE, [{ name: 'shop-1' }, { name: 'shop-2' }]);
		const output = await run({ ...CREATE, options: { ifTaskExists: '={{ $json.exists }}' } }, [
			{ name: 'shop-1', exists: 'fail' },
			{ name: 'shop-2', exists: 'Return Existing Task' },
		]);
		expect(output[0].error).toMatchObject({ error_code: 'DRS.M00277' });
		expect(output[1]).toMatchObject({ id: task('shop-2').id, already_existed: true });
	});

	it('Stop After', async () => {
		const output = await run({ ...RUN, options: { stopAfter: '={{ $json.stop }}' } }, [
			{ name: 'shop-1', stop: 'Creation' },
			{ name: 'shop-2', stop: 'Pre-Check' },
		]);
		expect(output.map(({ stage }) => stage)).toEqual(['create', 'precheck']);
	});

	it('Accept Pre-Check Alarms', async () => {
		const parameters = { ...RUN, options: { acceptAlarms: '={{ $json.accept }}' } };
		const output = await run(parameters, [
			{ name: 'shop-alarm-1', accept: 'no' },
			{ name: 'shop-alarm-2', accept: 'yes' },
		]);
		expect(messageOf(output[0])).toContain('the pre-check has alarms');
		expect(output[1]).toMatchObject({ stage: 'start' });
	});

	it('Wait For', async () => {
		const output = await run({ ...RUN, options: { waitFor: '={{ $json.goal }}' } }, [
			{ name: 'shop-1', goal: 'nothing' },
			{ name: 'shop-2', goal: 'replicating' },
		]);
		expect(output.map(({ stage }) => stage)).toEqual(['start', 'wait']);
	});

	it('If Settings Differ', async () => {
		const names = [{ name: 'shop-1' }, { name: 'shop-2' }];
		await run({ ...RUN, options: { stopAfter: 'create' } }, names);
		const parameters = {
			...RUN,
			options: {
				description: 'other',
				stopAfter: 'create',
				ifSettingsDiffer: '={{ $json.differ }}',
			},
		};
		const output = await run(parameters, [
			{ ...names[0], differ: 'fail' },
			{ ...names[1], differ: 'report' },
		]);
		expect(messageOf(output[0])).toContain('Description is empty, not other');
		expect(output[1]).toMatchObject({ already_existed: true });
	});

	it('the same in Plan', async () => {
		const parameters = {
			...RUN,
			operation: 'plan',
			options: { stopAfter: '={{ $json.stop }}' },
		};
		const output = await run(parameters, [
			{ name: 'shop-1', stop: 'create' },
			{ name: 'shop-2', stop: 'precheck' },
		]);
		const last = output.map(({ steps }) => (steps as IDataObject[]).at(-1)!.stage);
		expect(last).toEqual(['create', 'precheck']);
	});

	it('Fail Unless Reached, Wait For and Time Limit of a wait', async () => {
		await run(CREATE, [{ name: 'shop-1' }, { name: 'shop-2' }, { name: 'shop-3' }]);
		const ids = ['shop-1', 'shop-2', 'shop-3'].map((name) => task(name).id);
		const output = await run(
			{
				resource: 'task',
				operation: 'wait',
				jobId: JOB_ID,
				target: '={{ $json.goal }}',
				timeout: '={{ $json.minutes }}',
				timeoutUnit: 'minutes',
				options: { failUnlessReached: '={{ $json.fails }}' },
			},
			[
				{ id: ids[0], goal: 'readyForConfiguration', minutes: 30, fails: true },
				{ id: ids[1], goal: 'replicating', minutes: 5, fails: true },
				{ id: ids[2], goal: 'replicating', minutes: 10, fails: false },
			],
		);
		expect(output[0]).toMatchObject({ outcome: 'reached' });
		expect(output[1].error).toMatchObject({ outcome: 'timedOut', waited_seconds: 300 });
		expect(output[2]).toMatchObject({ outcome: 'timedOut', waited_seconds: 600 });
	});

	it('how long a task may drain and how long the lag has to stay small', async () => {
		const names = ['shop-1', 'shop-2'];
		await run(
			{ ...RUN, options: { waitFor: 'replicating' } },
			names.map((name) => ({ name })),
		);
		passMinutes(1);
		simulator.outcomes.add({ task: 'shop-*', kind: 'delay', delay: 300 });
		const ids = names.map((name) => ({ id: task(name).id }));
		const began = Date.now();
		const finished = await run(
			{
				resource: 'migration',
				operation: 'finish',
				jobId: JOB_ID,
				drainMinutes: '={{ $json.minutes }}',
				drainChecks: 2,
			},
			ids.map((item, index) => ({ ...item, minutes: 3 + 20 * index })),
		);
		expect(finished.map(({ finished: is }) => is)).toEqual([false, false]);
		expect(Date.now() - began).toBeGreaterThanOrEqual(23 * 60_000);
		const checked = await run(
			{
				resource: 'migration',
				operation: 'checkCutOver',
				jobId: JOB_ID,
				maxLag: 400,
				lagMinutes: '={{ $json.minutes }}',
			},
			ids.map((item, index) => ({ ...item, minutes: 5 * index })),
		);
		expect(checked.map(({ minutes, ready }) => [minutes, ready])).toEqual([
			[0, true],
			[5, true],
		]);
		expect(checked[0].checks).toBe(1);
		expect(Number(checked[1].checks)).toBeGreaterThan(1);
	});
});

describe('what holds for the whole report is refused by name when it differs', () => {
	const ALL = { taskSource: 'all' };

	it.each<[string, INodeParameters, unknown, unknown]>([
		['Tasks', { taskSource: '={{ $json.v }}' }, 'all', 'items'],
		['Title', { ...ALL, title: '={{ $json.v }}' }, 'A', 'B'],
		['Columns', { ...ALL, columns: '={{ $json.v }}' }, ['name'], ['status']],
		['Sort By', { ...ALL, sortBy: '={{ $json.v }}' }, 'name', 'progress'],
		['Options → Files', { ...ALL, options: { files: '={{ $json.v }}' } }, ['html'], ['text']],
		[
			'Options → Time Zone',
			{ ...ALL, options: { timeZone: '={{ $json.v }}' } },
			'Europe/Berlin',
			'UTC',
		],
		['Options → Currency', { ...ALL, options: { currency: '={{ $json.v }}' } }, 'EUR', 'CHF'],
		['Options → Price per Hour', { ...ALL, options: { pricePerHour: '={{ $json.v }}' } }, 1, 2],
		['Options → Idle After (Days)', { ...ALL, options: { idleDays: '={{ $json.v }}' } }, 1, 2],
		['Scenario', { ...ALL, reportScenario: '={{ $json.v }}' }, 'all', 'migration'],
		['Name Contains', { ...ALL, nameContains: '={{ $json.v }}' }, 'a', 'b'],
		['Filters → Engine', { ...ALL, filters: { engineType: '={{ $json.v }}' } }, 'mysql', 'mongodb'],
		['Filters → Network Type', { ...ALL, filters: { netType: '={{ $json.v }}' } }, 'eip', 'vpn'],
		[
			'Filters → Status',
			{ ...ALL, filters: { status: '={{ $json.v }}' } },
			'CONFIGURATION',
			'CREATING',
		],
		['Filters → Service Name', { ...ALL, filters: { serviceName: '={{ $json.v }}' } }, 'a', 'b'],
		[
			'Filters → Enterprise Project',
			{
				...ALL,
				filters: { enterpriseProject: { __rl: true, mode: 'id', value: '={{ $json.v }}' } },
			},
			'p-1',
			'p-2',
		],
		[
			'Filters → Tags',
			{ ...ALL, filters: { tags: { tag: [{ key: 'team', value: '={{ $json.v }}' }] } } },
			'a',
			'b',
		],
	])('%s', async (label, parameters, first, second) => {
		const report = { resource: 'migration', operation: 'report', ...parameters };
		const [differ] = await run(report, [{ v: first }, { v: second }] as IDataObject[]);
		expect(messageOf(differ)).toContain(`${label}: differ`);
		expect(simulator.journal.count('listTasks')).toBe(0);
		if (label === 'Tasks') return;
		const [same] = await run(report, [{ v: first }, { v: first }] as IDataObject[]);
		expect(same).toMatchObject({ counts: { total: 0 } });
	});
});
