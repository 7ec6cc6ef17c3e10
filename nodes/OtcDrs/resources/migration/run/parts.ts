import { mapConcurrently } from '../../../../shared/batch/concurrency';
import { findTaskByName } from '../../../../shared/drs/findTask';
import { DETAILS } from '../../../../shared/drs/queries/details';
import { queryTasks } from '../../../../shared/drs/query';
import { recordsIn } from '../../../../shared/values/json';
import { readText } from '../../../../shared/values/read';
import { drop, onTheWay, type Migration, type Part, type RunContext } from './migration';

/** @returns whether its subtasks are configured and started in place of the task: a dual-active recovery (drs_03_0107) */
const hasSubtasks = ({ plan: { task } }: Migration): boolean =>
	task.body.db_use_type === 'cloudDataGuard' && task.body.multi_write === true;

/** @returns the tasks that are configured and started for a migration */
export const partsOf = ({ id, parts }: Migration): readonly Part[] =>
	parts ?? [{ id, isReversed: false }];

/** Finds the subtasks of a task; the list has them, anyone who created the task. @returns their IDs */
async function findSubtasks({ client }: RunContext, migration: Migration): Promise<string[]> {
	const { plan, id } = migration;
	const found = await findTaskByName(client, plan.task.body);
	if (!found.ok) {
		drop(migration, 'create', found.failure);
		return [];
	}
	const children = recordsIn(found.value.task?.children).flatMap(
		(child) => readText(child.id) ?? [],
	);
	if (children.length === 0) {
		drop(migration, 'create', {
			message: `Task "${plan.task.body.name}": its subtasks are not in the list`,
			description:
				'A dual-active recovery is configured and started by its subtasks. Run again later: the run continues from here.',
			jobId: id,
			isTransient: true,
		});
	}
	return children;
}

/**
 * Looks up the subtasks of dual-active recoveries, and which way each replicates.
 *
 * @param context client and settings of the run
 * @param migrations those whose tasks have been created; whose subtasks cannot be read drops out
 */
export async function findParts(
	context: RunContext,
	migrations: readonly Migration[],
): Promise<void> {
	const parents = migrations.filter((one) => one.parts === undefined && hasSubtasks(one));
	const found = await mapConcurrently(
		parents,
		context.settings.concurrency,
		async (migration) => await findSubtasks(context, migration),
	);
	const queries = { ...context.queries, areListed: true };
	const details = await queryTasks(context.client, DETAILS, found.flat(), queries);
	parents.forEach((migration, index) => {
		if (onTheWay([migration]).length === 0) return;
		const { plan, facts } = migration;
		const parts: Part[] = [];
		for (const id of found[index]) {
			const child = details.of(id);
			if (!child.ok) {
				drop(migration, 'create', child.failure);
				return;
			}
			const direction = readText(child.value.job_direction);
			const isReversed = direction !== undefined && direction !== plan.task.body.job_direction;
			parts.push({ id, isReversed });
		}
		migration.parts = parts;
		facts.child_ids = parts.map(({ id }) => id);
	});
}
