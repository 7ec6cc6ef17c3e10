import { isFailedStatus, STOPPED } from '../../../common/statuses';
import { waitForStatuses } from '../../../common/waitForStatuses';
import { deadlineIn, drop, type Stage } from '../migration';

const STAGE = 'wait';

const REACHED: Record<'replicating' | 'fullTransferComplete', readonly string[]> = {
	replicating: ['INCRE_TRANSFER_STARTED', 'CHILD_TRANSFER_STARTED'],
	fullTransferComplete: [
		'FULL_TRANSFER_COMPLETE',
		'INCRE_TRANSFER_STARTED',
		'CHILD_TRANSFER_COMPLETE',
	],
};

/** A full transfer never replicates: its end is all that there is to wait for. */
const targetOf = (
	waitFor: 'replicating' | 'fullTransferComplete',
	taskType: string | undefined,
): readonly string[] =>
	taskType === 'FULL_TRANS' ? REACHED.fullTransferComplete : REACHED[waitFor];

/** Waits until the tasks replicate, or until their full transfer is complete. */
export const wait: Stage = {
	name: STAGE,
	concerns: (_migration, { waitFor }) => waitFor !== 'nothing',
	async run({ client, settings, queries }, migrations) {
		if (settings.waitFor === 'nothing') return;
		for (const full of [true, false]) {
			const group = migrations.filter(
				({ plan }) => (plan.task.body.task_type === 'FULL_TRANS') === full,
			);
			const target = targetOf(settings.waitFor, full ? 'FULL_TRANS' : undefined);
			const settled = await waitForStatuses(
				client,
				group.map(({ id }) => id),
				{
					...queries,
					isSettled: (status) =>
						target.includes(status) || isFailedStatus(status) || STOPPED.includes(status),
					deadline: deadlineIn(client, settings.waitMinutes),
					goal: settings.waitFor === 'replicating' && !full ? 'replication' : 'its full transfer',
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
