import { RUN } from '../support/migrationRun.mts';
import { useCloud } from '../support/cloud.mts';
import { runNode } from '../support/otc.mts';

const { simulator, engine } = useCloud();

const NAMES = ['shop-1', 'shop-2', 'shop-3'];

describe('Migration → Run with its default options, while the tasks are created', () => {
	it.each(['outage', 'serverError', 'dropBefore', 'tooManyRequests'] as const)(
		'goes on after 30 seconds of %s',
		async (kind) => {
			simulator.faults.add({ operation: 'getTaskStatuses', kind, forMs: 30_000 });
			const items = NAMES.map((name) => ({ name }));
			const run = await runNode(engine, RUN, items, 'continueRegularOutput');
			const told = run.items('OTC DRS').map(({ json }) => json.stage ?? json.error);
			const met = simulator.journal.of('getTaskStatuses').filter(({ fault }) => fault === kind);
			expect(met.length).toBeGreaterThan(0);
			expect(told).toEqual(NAMES.map(() => 'start'));
			expect(simulator.tasks.all()).toHaveLength(NAMES.length);
			expect(simulator.journal.count('startTasks')).toBe(1);
		},
	);
});
