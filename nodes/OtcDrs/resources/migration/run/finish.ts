import { changeTasks } from '../../../../shared/drs/change';
import { GONE, isFailedStatus, STOPPED } from '../../../../shared/drs/statuses';
import { DELETE } from '../../../../shared/drs/changes/lifeCycle';
import { deadEndOf } from '../../../../shared/drs/deadEnds';
import { fetchFailedReasons } from '../../../../shared/drs/failedReason';
import { drop, onTheWay, type Migration, type RunContext } from './migration';

/** Whether a task was stopped or deleted, so that nothing brings it any further. */
const hasEnded = (status: string): boolean => STOPPED.includes(status) || GONE.includes(status);

/** Drops the migrations whose task has failed or was stopped, with the reason that the service gives. */
export async function dropFailed(
	context: RunContext,
	migrations: readonly Migration[],
): Promise<void> {
	const broken = onTheWay(migrations).filter(
		({ status }) => isFailedStatus(status) || hasEnded(status),
	);
	const reasons = await fetchFailedReasons(
		context.client,
		broken.map(({ id }) => id),
		context.queries,
	);
	for (const migration of broken) {
		const { id, plan, status } = migration;
		drop(migration, 'wait', {
			message: `Task "${plan.task.body.name}": is in ${status}: ${reasons.get(id) ?? 'the service gave no reason'}`,
			description:
				deadEndOf(status)?.remedy ??
				'Fix the cause, then resume the task with Task → Resume or Retry.',
			jobId: id,
		});
	}
}

/** Deletes the tasks whose creation failed, so that the next run can create them again. */
export async function cleanUp(
	{ client, settings }: RunContext,
	migrations: readonly Migration[],
): Promise<void> {
	const remains = migrations.filter(({ isRemains, plan }) => isRemains && plan.settings.cleanUp);
	const deleted = await changeTasks(
		client,
		DELETE,
		remains.map(({ id }) => ({ id, body: { delete_type: 'delete' } })),
		settings,
	);
	for (const migration of remains) {
		if (migration.failure === undefined || !deleted.of(migration.id).ok) continue;
		migration.failure.description =
			'The task was deleted. Fix the cause and run again to create it again.';
	}
}
