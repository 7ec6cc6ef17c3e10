import { STATUS } from '../../../../shared/drs/queries/status';
import { queryTasks } from '../../../../shared/drs/query';
import { drop, hold, type Migration, type RunContext } from './migration';
import type { StageName } from './stageNames';

/**
 * Asks for the statuses of tasks, and holds the migrations whose task has not come far enough.
 *
 * @param context client and settings of the run
 * @param stage the stage in which they wait
 * @param migrations to query; their statuses are brought up to date
 * @param wait what is waited for, in the words of a message, and whether it has come
 */
export async function holdUnsettled(
	{ client, queries }: RunContext,
	stage: StageName,
	migrations: readonly Migration[],
	wait: { goal(migration: Migration): string; isSettled(migration: Migration): boolean },
): Promise<void> {
	const ids = migrations.map(({ id }) => id);
	const tasks = await queryTasks(client, STATUS, ids, queries);
	for (const migration of migrations) {
		const { id } = migration;
		const task = tasks.of(id);
		if (!task.ok) {
			drop(migration, stage, task.failure);
			continue;
		}
		migration.status = String(task.value.status);
		if (wait.isSettled(migration)) continue;
		hold(migration, stage, {
			message: `Task ${id}: still in status ${migration.status} while waiting for ${wait.goal(migration)}`,
			description:
				'The time limit is reached. The task continues in the cloud. Run it again later, or raise the time limit.',
			jobId: id,
		});
	}
}
