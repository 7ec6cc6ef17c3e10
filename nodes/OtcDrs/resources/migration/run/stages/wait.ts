import { GOALS, type Goal } from '../../../../../shared/drs/goals';
import { holdUnsettled } from '../holdUnsettled';
import type { Migration, RunSettings, Stage } from '../migration';

const STAGE = 'wait';

/** @returns what a migration is to reach: one that transfers once cannot replicate. */
const goalOf = ({ plan }: Migration, waitFor: Exclude<RunSettings['waitFor'], 'nothing'>): Goal =>
	GOALS[plan.task.body.task_type === 'FULL_TRANS' ? 'fullTransferComplete' : waitFor];

/** Waits until the tasks replicate (those that transfer once: until they have), or until their full transfer is complete. */
export const wait: Stage = {
	name: STAGE,
	concerns: (_migration, { waitFor }) => waitFor !== 'nothing',
	async run(context, migrations) {
		const { waitFor } = context.settings;
		if (waitFor === 'nothing') return;
		await holdUnsettled(context, STAGE, migrations, {
			goal: (migration) => goalOf(migration, waitFor).goal,
			isSettled(migration) {
				const { reached, failed } = goalOf(migration, waitFor);
				return [...reached, ...failed].includes(migration.status);
			},
		});
	},
};
