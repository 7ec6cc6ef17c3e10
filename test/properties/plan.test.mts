import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { patience } from '../../nodes/shared/n8n/parking/runInTurns.ts';
import { RUN_FROM_HOST } from '../support/migrationRun.mts';
import { useCloud } from '../support/cloud.mts';
import { beginNode, runNode } from '../support/otc.mts';
import { fixed } from './support/settings.mts';

const { simulator, engine } = useCloud({ speed: 1000 });

const ASKING = new Set(['listTasks', 'getTaskDetails', 'getPrecheckResults']);

const node = async (parameters: INodeParameters, items: IDataObject[]) =>
	(await runNode(engine, { ...RUN_FROM_HOST, ...parameters }, items, 'continueRegularOutput'))
		.items('OTC DRS')
		.map(({ json }) => json);

/** How a database stands before it is planned. */
const BEFORE = [
	'none',
	'created',
	'checked',
	'running',
	'PAUSING',
	'CREATE_FAILED',
	'FULL_TRANSFER_FAILED',
	'START_JOB_FAILED',
	'RELEASE_RESOURCE_COMPLETE',
	'stranger',
] as const;

type Before = (typeof BEFORE)[number];

/** What happens to a database between the plan and the run. */
const CHANGES = ['nothing', 'other', 'task'] as const;

interface Database extends IDataObject {
	name: string;
	ip: string;
}

const taskOf = (name: string) => simulator.tasks.all().find((task) => task.name === name);

function setStatus(name: string, status: string): void {
	const task = taskOf(name)!;
	Object.assign(task, { status, since: Date.now() });
}

/** Brings every database to where it is to stand. */
async function prepare(databases: readonly Database[], before: readonly Before[]): Promise<void> {
	const at = (...names: Before[]) => databases.filter((_, index) => names.includes(before[index]));
	const there = [...databases.filter((_, index) => before[index] !== 'none')];
	if (there.length === 0) return;
	const created = there.map((one) =>
		at('stranger').includes(one) ? { ...one, ip: '10.77.0.1' } : one,
	);
	await node({ options: { stopAfter: 'create' } }, created);
	const checked = at('checked');
	if (checked.length > 0) await node({ options: { stopAfter: 'precheck' } }, checked);
	const running = at('running');
	if (running.length > 0) await node({ options: { waitFor: 'replicating' } }, running);
	databases.forEach(({ name }, index) => {
		const status = before[index];
		if (/^[A-Z]/.test(status)) setStatus(name, status);
	});
}

const fleet = fc.array(fc.constantFrom(...BEFORE), { minLength: 1, maxLength: 8 });

const named = (count: number): Database[] =>
	Array.from({ length: count }, (_, index) => ({
		name: `shop-${index}`,
		ip: `10.0.0.${index + 20}`,
	}));

/** A cloud without tasks, for each run of a property. */
function empty(): void {
	for (const { id } of simulator.tasks.all()) simulator.tasks.remove(id);
	simulator.faults.clear();
	simulator.journal.clear();
	engine.executions.all.clear();
}

const changed = (): string[] =>
	simulator.journal.entries
		.filter(({ service, operation }) => service === 'drs' && !ASKING.has(operation ?? ''))
		.map(({ operation }) => String(operation));

/** The tasks that changing requests name, in the journal. */
const touched = (): Set<unknown> =>
	new Set(
		['testConnections', 'modifyTasks', 'precheck', 'startTasks', 'stopOrDeleteTasks'].flatMap(
			(operation) =>
				simulator.journal
					.of(operation)
					.flatMap(({ requestBody }) => (requestBody as { jobs: IDataObject[] }).jobs)
					.map((job) => job.job_id ?? job.id),
		),
	);

const EXPECTED: Record<Before, string> = {
	none: 'create',
	created: 'continue',
	checked: 'start',
	running: 'leave',
	PAUSING: 'blocked',
	CREATE_FAILED: 'blocked',
	FULL_TRANSFER_FAILED: 'blocked',
	START_JOB_FAILED: 'start',
	RELEASE_RESOURCE_COMPLETE: 'blocked',
	stranger: 'blocked',
};

const BOUND = { options: { planId: '={{ $json.plan_id }}' } };

const bound = (databases: readonly Database[], plans: readonly IDataObject[]) =>
	databases.map((one, index) => ({ ...one, plan_id: plans[index].plan_id }));

/** A run waits within its execution, which is quicker. */
const WITHIN = 3_600_000;

describe('over random fleets and worlds', () => {
	beforeEach(() => {
		patience.milliseconds = WITHIN;
	});

	it('a plan changes nothing, a run does just that, and then there is nothing left to do', async () => {
		await fc.assert(
			fc.asyncProperty(fleet, async (before) => {
				empty();
				const databases = named(before.length);
				await prepare(databases, before);
				simulator.journal.clear();
				const plans = await node({ operation: 'plan' }, databases);
				expect(changed()).toEqual([]);
				expect(plans.map(({ action }) => action)).toEqual(before.map((one) => EXPECTED[one]));
				const alone = plans.flatMap(({ action, id }) =>
					action === 'leave' || action === 'blocked' ? [id] : [],
				);
				const output = await node(BOUND, bound(databases, plans));
				expect(output.map(({ error }) => error !== undefined)).toEqual(
					plans.map(({ action }) => action === 'blocked'),
				);
				for (const id of alone) expect([...touched()]).not.toContain(id);
				const after = await node({ operation: 'plan' }, databases);
				expect(after.map(({ action }) => action)).toEqual(
					plans.map(({ action }) => (action === 'blocked' ? 'blocked' : 'leave')),
				);
			}),
			fixed(10),
		);
	}, 120_000);

	it('what has changed since is refused by name, and nothing else', async () => {
		const changes = fc.array(fc.constantFrom(...CHANGES), { minLength: 1, maxLength: 6 });
		await fc.assert(
			fc.asyncProperty(changes, async (what) => {
				empty();
				const databases = named(what.length);
				const plans = await node({ operation: 'plan' }, databases);
				const items = bound(databases, plans);
				const made = databases.filter((_, index) => what[index] === 'task');
				if (made.length > 0) await node({ options: { stopAfter: 'create' } }, made);
				what.forEach((change, index) => {
					if (change === 'other') items[index].ip = '10.0.9.9';
				});
				simulator.journal.clear();
				const output = await node(BOUND, items);
				const refused = output.flatMap(({ error }) =>
					error === undefined ? [] : [(error as IDataObject).job_name],
				);
				expect(refused).toEqual(
					databases.flatMap(({ name }, index) => (what[index] === 'nothing' ? [] : [name])),
				);
				for (const { name } of made) expect([...touched()]).not.toContain(taskOf(name)!.id);
			}),
			fixed(10),
		);
	}, 120_000);

	it('a run that is killed at any call leaves just what a new plan says', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.nat(20), async (count, calls) => {
				empty();
				const databases = named(count);
				const plans = await node({ operation: 'plan' }, databases);
				simulator.faults.add({ service: 'drs', kind: 'dropBefore', skip: calls });
				const options = { ...BOUND.options, maxAttempts: 1 };
				patience.milliseconds = 0;
				await beginNode(
					engine,
					{ ...RUN_FROM_HOST, options },
					bound(databases, plans),
					'continueRegularOutput',
				);
				patience.milliseconds = WITHIN;
				engine.executions.all.clear();
				simulator.faults.clear();
				jest.setSystemTime(Date.now() + 600_000);
				const left = await node({ operation: 'plan' }, databases);
				const real = databases.map(({ name }) => {
					const task = taskOf(name);
					if (!task) return 'create';
					if (task.startedAt !== undefined) return 'leave';
					return task.precheck ? 'start' : 'continue';
				});
				expect(left.map(({ action }) => action)).toEqual(real);
				const output = await node(BOUND, bound(databases, left));
				expect(output.map(({ error }) => error)).toEqual(databases.map(() => undefined));
				const done = await node({ operation: 'plan' }, databases);
				expect(done.map(({ action }) => action)).toEqual(databases.map(() => 'leave'));
				expect(simulator.tasks.all()).toHaveLength(count);
			}),
			fixed(15),
		);
	}, 120_000);
});
