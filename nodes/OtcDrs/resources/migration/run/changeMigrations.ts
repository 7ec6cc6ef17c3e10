import type { IDataObject } from 'n8n-workflow';
import type { Failure } from '../../../../shared/failures/failure';
import { changeTasks, type Change } from '../../../../shared/drs/change';
import { taskLabel, WRONG_STATUS } from '../../../../shared/drs/explainStatus';
import { queryTasks } from '../../../../shared/drs/query';
import { STARTED } from '../../../../shared/drs/statuses';
import { partsOf } from './parts';
import { drop, type Migration, type Part, type RunContext } from './migration';
import type { StageName } from './stageNames';
import { STATUS } from '../../../../shared/drs/queries/status';

/** Reads the statuses of tasks again; one that cannot be read stays as it was. @returns whose status was read */
export async function refreshStatuses(
	{ client, queries }: RunContext,
	migrations: readonly Migration[],
): Promise<Set<Migration>> {
	const statuses = await queryTasks(
		client,
		STATUS,
		migrations.map(({ id }) => id),
		queries,
	);
	const read = new Set<Migration>();
	for (const migration of migrations) {
		const task = statuses.get(migration.id);
		if (!task?.ok) continue;
		migration.status = String(task.value.status);
		read.add(migration);
	}
	return read;
}

/**
 * Drops migrations that the service refused. Those that another run has started meanwhile are not dropped: they are further
 * than they had to get, and continue from there.
 *
 * @param context client and settings of the run
 * @param stage the stage in which they were refused
 * @param refused the migrations, and why
 */
export async function dropRefused(
	context: RunContext,
	stage: StageName,
	refused: ReadonlyMap<Migration, Failure>,
): Promise<void> {
	const outpaced = [...refused].filter(([, { errorCode }]) => errorCode === WRONG_STATUS);
	await refreshStatuses(
		context,
		outpaced.map(([migration]) => migration),
	);
	const goesOn = new Set(
		outpaced.flatMap(([migration]) => (STARTED.includes(migration.status) ? [migration] : [])),
	);
	for (const [migration, failure] of refused) {
		if (!goesOn.has(migration)) drop(migration, stage, failure);
	}
}

/** @returns a failure of a task, with the name of the task in its message */
function withName(failure: Failure, id: string, { plan }: Migration): Failure {
	const plain = `${taskLabel(id)}:`;
	if (!failure.message.startsWith(plain)) return failure;
	const rest = failure.message.slice(plain.length);
	return { ...failure, message: `${taskLabel(id, plan.task.body.name)}:${rest}` };
}

/**
 * Applies a change to migrations, in batch calls.
 *
 * @param context client and settings of the run
 * @param migrations to change
 * @param change the operation
 * @param bodyOf the entry of a task or of a subtask in its place, without its ID
 * @returns the migrations that the service refused, and why
 */
export async function changeMigrations(
	{ client, settings }: RunContext,
	migrations: readonly Migration[],
	change: Change,
	bodyOf: (migration: Migration, part: Part) => IDataObject,
): Promise<Map<Migration, Failure>> {
	const outcomes = await changeTasks(
		client,
		change,
		migrations.flatMap((migration) =>
			partsOf(migration).map((part) => ({ id: part.id, body: bodyOf(migration, part) })),
		),
		settings,
	);
	return new Map(
		migrations.flatMap((migration): Array<[Migration, Failure]> => {
			const refusals = partsOf(migration).flatMap(({ id }) => {
				const outcome = outcomes.of(id);
				return outcome.ok ? [] : [withName(outcome.failure, id, migration)];
			});
			return refusals.length > 0 ? [[migration, refusals[0]]] : [];
		}),
	);
}

/**
 * The same; those that the service refuses drop out, see `dropRefused`.
 *
 * @returns the migrations that were changed, with which the stage continues
 */
export async function changeOrDrop(
	context: RunContext,
	stage: StageName,
	migrations: readonly Migration[],
	change: Change,
	bodyOf: (migration: Migration, part: Part) => IDataObject,
): Promise<Migration[]> {
	const refused = await changeMigrations(context, migrations, change, bodyOf);
	await dropRefused(context, stage, refused);
	return migrations.filter((migration) => !refused.has(migration));
}
