import type { ApiClient } from '../../../../shared/client/client';
import { failed, success, type Outcome } from '../../../../shared/failures/failure';
import type { AskedPlan } from '../run/readPlans';
import { decide, type Decision } from './decide';
import { planIdOf } from './planId';
import { survey } from './survey';

/** The plan for one database. */
export interface Planned {
	asked: AskedPlan;
	decision: Decision;
	planId: string;
	/** When the plan was made, in ms since 1970. */
	at: number;
}

/**
 * Finds out what a run would do with each database. Nothing is changed.
 *
 * @param client the client of the run
 * @param asked what the items ask for
 * @param concurrency calls at the same time
 * @returns the plan for each, in their order, or why there is none
 */
export async function planAll(
	client: ApiClient,
	asked: readonly AskedPlan[],
	concurrency: number,
): Promise<Array<Outcome<Planned>>> {
	const plans = asked.map(({ plan }) => plan);
	const worlds = await survey(client, plans, concurrency);
	return worlds.map((world, index) => {
		const { plan } = asked[index];
		if (!world.ok) return failed({ ...world.failure, jobName: plan.task.body.name });
		const decision = decide(plan, world.value);
		return success({
			asked: asked[index],
			decision,
			planId: planIdOf(plan, decision),
			at: client.now(),
		});
	});
}
