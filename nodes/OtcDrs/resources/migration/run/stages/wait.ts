import { GOALS, isMissed, type Goal } from '../../../../../shared/drs/goals';
import { holdUnsettled } from '../holdUnsettled';
import { reading, type Migration, type Stage } from '../migration';
import { STATUS } from '../../../../../shared/drs/queries/status';

const STAGE = 'wait';

/** @returns what a migration is to reach: one that transfers once cannot replicate. */
const goalOf = ({ plan: { settings, task } }: Migration): Goal =>
	GOALS[
		task.body.task_type === 'FULL_TRANS' || settings.waitFor === 'nothing'
			? 'fullTransferComplete'
			: settings.waitFor
	];

/** Waits until the tasks replicate (those that transfer once: until they have), or until their full transfer is complete. */
export const wait: Stage = {
	name: STAGE,
	concerns: (_task, { waitFor }) => waitFor !== 'nothing',
	requests: () => [reading(STATUS.path)],
	async run(context, migrations) {
		await holdUnsettled(context, STAGE, migrations, {
			goal: (migration) => goalOf(migration).goal,
			isSettled(migration) {
				const goal = goalOf(migration);
				return goal.reached.includes(migration.status) || isMissed(goal, migration.status);
			},
		});
	},
};
