import { GOALS, isMissed, type Goal } from '../../../../../shared/drs/goals';
import { waitForStatuses } from '../../../../../shared/drs/waitForTasks';
import { deadlineIn, drop, type Stage } from '../migration';

const STAGE = 'wait';

/** Waits until the tasks replicate (those that transfer once: until they have), or until their full transfer is complete. */
export const wait: Stage = {
	name: STAGE,
	concerns: (_migration, { waitFor }) => waitFor !== 'nothing',
	async run({ client, settings, queries }, migrations) {
		const { waitFor, waitMinutes } = settings;
		if (waitFor === 'nothing') return;
		const targets = new Map(
			migrations.map(({ id, plan }): [string, Goal] => [
				id,
				GOALS[plan.task.body.task_type === 'FULL_TRANS' ? 'fullTransferComplete' : waitFor],
			]),
		);
		const targetOf = (id: string): Goal => targets.get(id) ?? GOALS[waitFor];
		const settled = await waitForStatuses(client, [...targets.keys()], {
			...queries,
			isSettled: (status, id) =>
				targetOf(id).reached.includes(status) || isMissed(targetOf(id), status),
			deadline: deadlineIn(client, waitMinutes),
			goal: (id) => targetOf(id).goal,
		});
		for (const migration of migrations) {
			const outcome = settled.get(migration.id);
			if (outcome?.ok) migration.status = String(outcome.value.status);
			else if (outcome) drop(migration, STAGE, outcome.failure);
		}
	},
};
