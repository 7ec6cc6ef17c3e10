import type { IDataObject } from 'n8n-workflow';
import { useCloud } from '../support/cloud.mts';
import { passMinutes } from '../support/clock.mts';
import { CREATE, otcEngine, runNode } from '../support/otc.mts';
import { runTemplate } from '../support/templates.mts';

const { simulator } = useCloud({ tokenLifetimeSeconds: 90 * 86_400 });

/** Runs a template of which some nodes have items; `onEmail` is called for every email. */
async function runFile(
	file: string,
	startNode: string,
	pinned: Record<string, IDataObject[]>,
	onEmail?: (node: string) => unknown,
) {
	const pinData = Object.fromEntries(
		Object.entries(pinned).map(([name, items]) => [name, items.map((json) => ({ json }))]),
	);
	return await runTemplate(simulator.url, file, startNode, { pinData, onEmail });
}

const statuses = () => simulator.tasks.all().map(({ name, status }) => [name, status]);

describe('Fleet from a CSV File', () => {
	const ROW = {
		sourceHost: '10.0.0.5',
		targetHost: '10.0.1.5',
		targetInstance: 'e05a3679efe241d8b5dee80b17c1a863in01',
		subnet: '352ad828-3467-4f03-987a-c55a5a9dd417',
	};

	const run = async (decision: string, onEmail?: (node: string) => unknown) =>
		await runFile(
			'fleet-from-csv',
			'Upload Databases',
			{
				'Upload Databases': [{}],
				'Read File': [{}],
				'Read Databases': ['csv-1', 'csv-2', 'x'].map((name) => ({ ...ROW, name })),
				'Ask for Approval': [{ data: { Decision: decision } }],
			},
			onEmail,
		);

	it('creates nothing before the approval, nor without it', async () => {
		const seen: number[] = [];
		const { status, items } = await run('Do not apply it', () =>
			seen.push(simulator.tasks.all().length),
		);
		expect([status, seen, statuses()]).toEqual(['success', [0], []]);
		expect(items('Plan All')[0].json.counts).toMatchObject({ create: 2, blocked: 1 });
	});

	it('applies exactly the plan: what has changed since the question is refused by name', async () => {
		const engine = otcEngine(simulator.url);
		const somebody = { ...CREATE, name: 'csv-2' };
		const { status } = await run('Apply the plan', async (node) => {
			if (node === 'Email Plan') await runNode(engine, somebody, [{}]);
		});
		expect(status).toBe('success');
		const starts = simulator.journal
			.of('startTasks')
			.flatMap(({ requestBody }) => (requestBody as { jobs: IDataObject[] }).jobs);
		const task = simulator.tasks.all().find(({ name }) => name === 'csv-1')!;
		expect(starts.map(({ job_id: id }) => id)).toEqual([task.id]);
	});
});

describe('Stop Paying', () => {
	/** A fleet in which two tasks do nothing for ten days. */
	async function prepare(): Promise<void> {
		const names = ['forgotten', 'paused', 'replicates', 'transfers'];
		await runNode(
			otcEngine(simulator.url),
			CREATE,
			names.map((name) => ({ name })),
		);
		const now = Date.now();
		const status: Record<string, string> = {
			forgotten: 'CONFIGURATION',
			paused: 'PAUSING',
			replicates: 'INCRE_TRANSFER_STARTED',
			transfers: 'FULL_TRANSFER_STARTED',
		};
		for (const task of simulator.tasks.all()) {
			Object.assign(task, { status: status[task.name], since: now, updatedAt: now });
		}
		passMinutes(10 * 24 * 60);
		const transfers = simulator.tasks.all().find(({ name }) => name === 'transfers')!;
		transfers.since = Date.now();
	}

	const run = async (decision: string, onEmail?: (node: string) => unknown) =>
		await runFile(
			'stop-paying',
			'Every Monday',
			{ 'Every Monday': [{}], 'Ask for Approval': [{ data: { Decision: decision } }] },
			onEmail,
		);

	it('lists the idle tasks with what they cost, and stops nothing without a yes', async () => {
		await prepare();
		const { status, items } = await run('Keep them');
		expect(status).toBe('success');
		const [{ json }] = items('Find Idle Tasks');
		expect((json.idle as IDataObject[]).map(({ name, rule }) => [name, rule])).toEqual([
			['paused', 'paused'],
			['forgotten', 'notStarted'],
		]);
		expect(json.costs).toMatchObject({ idle_per_day: 24 });
		expect(simulator.journal.count('stopOrDeleteTasks')).toBe(0);
	});

	it('stops and deletes them after a yes, but none that works by then', async () => {
		await prepare();
		const { status } = await run('Stop and delete them', () => {
			const task = simulator.tasks.all().find(({ name }) => name === 'paused')!;
			Object.assign(task, { status: 'INCRE_TRANSFER_STARTED', since: Date.now() });
		});
		expect(status).toBe('success');
		expect(simulator.tasks.all().map(({ name, stop }) => [name, stop])).toEqual([
			['paused', undefined],
			['replicates', undefined],
			['transfers', undefined],
		]);
	});
});
