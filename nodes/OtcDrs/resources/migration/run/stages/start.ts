import { queryTasks } from '../../../common/queryTasks';
import { start as startTask } from '../../../task/start';
import { changeAll } from '../changeAll';
import { onTheWay, type Stage } from '../migration';

const STAGE = 'start';

/** Starts the tasks, now or at the given time, and looks what became of them. */
export const start: Stage = {
	name: STAGE,
	concerns: ({ status }) => ['CONFIGURATION', 'START_JOB_FAILED'].includes(status),
	async run(context, migrations) {
		await changeAll(context, STAGE, migrations, startTask.change, ({ plan }) => plan.startBody);
		const started = onTheWay(migrations);
		const statuses = await queryTasks(
			context.client,
			'status',
			started.map(({ id }) => id),
			context.queries,
		);
		for (const migration of started) {
			const task = statuses.get(migration.id);
			if (task?.ok) migration.status = String(task.value.status);
		}
	},
};
