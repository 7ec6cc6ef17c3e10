import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { useMigrationRuns, outputOf } from './support/migrationRuns.mts';

const { simulator, run, started } = useMigrationRuns();

const OTHER_INSTANCE: INodeParameters = {
	targetInstance: { __rl: true, mode: 'id', value: '64e8d7a31afa476ca85609a17af83765in01' },
};

/** What would change the task: it is still that of somebody else after the run. */
const CHANGES = ['testConnections', 'modifyTasks', 'precheck', 'startTasks', 'stopOrDeleteTasks'];

describe('Migration → Run, with nothing chosen for settings that differ', () => {
	it.each<[string, IDataObject, INodeParameters]>([
		['target instance', {}, OTHER_INSTANCE],
		['source', { ip: '10.9.9.9' }, {}],
		['target instance and source', { ip: '10.9.9.9' }, OTHER_INSTANCE],
	])(
		'neither changes nor starts a task of the same name with another %s',
		async (_what, item, more) => {
			await run([{ name: 'shop-1', ...item }], { ...more, options: { stopAfter: 'create' } });
			const [stranger] = simulator.tasks.all();
			expect(stranger).toMatchObject({ name: 'shop-1', status: 'CONFIGURATION' });
			simulator.journal.clear();
			const [output] = outputOf(await run([{ name: 'shop-1' }]));
			expect(started()).toEqual([]);
			expect(CHANGES.filter((operation) => simulator.journal.count(operation) > 0)).toEqual([]);
			expect(output.error).toMatchObject({ stage: 'create', job_id: stranger.id });
		},
	);
});
