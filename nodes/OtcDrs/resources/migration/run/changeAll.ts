import type { IDataObject } from 'n8n-workflow';
import { changeTasks, type Change } from '../../common/changeTasks';
import { drop, type Migration, type RunContext, type StageName } from './migration';

/**
 * Applies a change to all migrations, in batch calls; those that the service refuses drop out.
 *
 * @param context client and settings of the run
 * @param stage the stage that this is a part of
 * @param migrations whom to change
 * @param change the operation
 * @param bodyOf the entry of a task, without its ID
 */
export async function changeAll(
	{ client, settings }: RunContext,
	stage: StageName,
	migrations: readonly Migration[],
	change: Change,
	bodyOf: (migration: Migration) => IDataObject,
): Promise<void> {
	const outcomes = await changeTasks(
		client,
		change,
		migrations.map((migration) => ({ key: migration.id, body: bodyOf(migration) })),
		settings,
	);
	for (const migration of migrations) {
		const outcome = outcomes.get(migration.id);
		if (outcome && !outcome.ok) drop(migration, stage, outcome.failure);
	}
}
