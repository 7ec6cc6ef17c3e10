import { TARGETS } from '../../../common/targets';
import { waitForStatuses } from '../../../common/waitForAnswers';
import { deadlineIn, drop, type Stage } from '../migration';

const STAGE = 'wait';

/** Waits until the tasks replicate (those that transfer once: until they have), or until their full transfer is complete. */
export const wait: Stage = {
	name: STAGE,
	concerns: (_migration, { waitFor }) => waitFor !== 'nothing',
	async run({ client, settings, queries }, migrations) {
		if (settings.waitFor === 'nothing') return;
		for (const full of [true, false]) {
			const group = migrations.filter(
				({ plan }) => (plan.task.body.task_type === 'FULL_TRANS') === full,
			);
			const target = TARGETS[full ? 'fullTransferComplete' : settings.waitFor];
			const settled = await waitForStatuses(
				client,
				group.map(({ id }) => id),
				{
					...queries,
					isSettled: (status) => target.reached.includes(status) || target.failed.includes(status),
					deadline: deadlineIn(client, settings.waitMinutes),
					goal: target.goal,
				},
			);
			for (const migration of group) {
				const outcome = settled.get(migration.id);
				if (outcome?.ok) migration.status = String(outcome.value.status);
				else if (outcome) drop(migration, STAGE, outcome.failure);
			}
		}
	},
};
