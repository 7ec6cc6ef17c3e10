import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { useCloud } from '../support/cloud.mts';
import { passMinutes } from '../support/clock.mts';
import { CREATE, runNode } from '../support/otc.mts';

const DAY = 24 * 60;

const { simulator, engine } = useCloud({ tokenLifetimeSeconds: 90 * 86_400 });

const REPORT: INodeParameters = {
	resource: 'migration',
	operation: 'report',
	taskSource: 'all',
	options: { idleDays: 3, pricePerHour: 0.5, files: [] },
};

/** When a task comes into a status, in days; the last one stays. */
type Life = Array<[day: number, status: string]>;

const LIVES: Record<string, Life> = {
	'never-started': [[0, 'CONFIGURATION']],
	'started-late': [
		[0, 'CONFIGURATION'],
		[2, 'INCRE_TRANSFER_STARTED'],
	],
	replicates: [[0, 'INCRE_TRANSFER_STARTED']],
	'fails-at-ten': [
		[0, 'INCRE_TRANSFER_STARTED'],
		[10, 'INCRE_TRANSFER_FAILED'],
	],
	'fails-and-recovers': [
		[0, 'INCRE_TRANSFER_STARTED'],
		[20, 'INCRE_TRANSFER_FAILED'],
		[22, 'INCRE_TRANSFER_STARTED'],
		[40, 'PAUSING'],
	],
	'long-transfer': [[0, 'FULL_TRANSFER_STARTED']],
	'scheduled-start': [[0, 'WAITING_FOR_START']],
	'paused-then-on': [
		[0, 'PAUSING'],
		[30, 'INCRE_TRANSFER_STARTED'],
	],
	stopped: [[0, 'RELEASE_RESOURCE_COMPLETE']],
};

const statusOn = (life: Life, day: number): [day: number, status: string] =>
	life.filter(([from]) => from <= day).at(-1)!;

const DOES_NOTHING = new Set(['CONFIGURATION', 'INCRE_TRANSFER_FAILED', 'PAUSING']);

describe('Migration → Report with Idle After', () => {
	it('finds every idle task on its day over 60 days, and never an active one', async () => {
		const names = Object.keys(LIVES);
		await runNode(
			engine,
			CREATE,
			names.map((name) => ({ name })),
		);
		const began = Date.now();
		for (const task of simulator.tasks.all()) {
			if (task.name === 'scheduled-start') task.startedAt = began + 365 * DAY * 60_000;
			if (task.name === 'long-transfer') task.settings.task_type = 'FULL_TRANS';
		}
		for (let day = 0; day <= 60; day++) {
			for (const task of simulator.tasks.all()) {
				const [from, status] = statusOn(LIVES[task.name], day);
				if (from === day) Object.assign(task, { status, since: Date.now(), updatedAt: Date.now() });
				if (task.name === 'long-transfer') task.since = Date.now();
			}
			const [report] = (await runNode(engine, REPORT)).items('OTC DRS').map(({ json }) => json);
			const expected = names.filter((name) => {
				const [from, status] = statusOn(LIVES[name], day);
				return DOES_NOTHING.has(status) && day - from >= 3;
			});
			const idle = report.idle as IDataObject[];
			expect([day, idle.map(({ name }) => name).sort()]).toEqual([day, expected.sort()]);
			const tasks = report.tasks as IDataObject[];
			const paused = tasks.find(({ name }) => name === 'never-started')!;
			expect(paused).toMatchObject({ age_hours: day * 24, cost: day * 12, cost_per_day: 12 });
			expect(tasks.find(({ name }) => name === 'stopped')).toMatchObject({ cost: null });
			expect(report.costs).toMatchObject({
				per_day: 12 * (names.length - 1),
				idle_per_day: 12 * expected.length,
			});
			passMinutes(DAY);
		}
	}, 120_000);
});
