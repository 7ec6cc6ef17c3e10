import type { ApiClient } from '../../../../shared/client/client';
import { toJson } from '../../../../shared/values/toJson';
import type { Decision } from '../plan/decide';
import { planAll, type Planned } from '../plan/planned';
import { changedSince } from '../plan/planId';
import type { MigrationState } from './migration';
import type { AskedPlan } from './readPlans';

/** @returns the beginning of a database that is to be left as it is; only a wait may be left. */
const leave = (state: MigrationState, { task, differences, steps }: Decision): MigrationState => ({
	...state,
	id: task?.id ?? '',
	status: task?.status ?? '',
	facts: { already_existed: true, differences: differences.map(toJson) },
	at: steps.some(({ stage }) => stage === 'wait') ? 'wait' : 'end',
});

const begin = (state: MigrationState, planned: Planned): MigrationState => {
	const { asked, decision } = planned;
	const { action, reason, remedy, task } = decision;
	const { name } = asked.plan.task.body;
	const changed = changedSince(String(asked.planId), name, planned);
	if (changed) return { ...state, failure: { ...changed, stage: 'create' } };
	if (action === 'leave') return leave(state, decision);
	if (action !== 'blocked') return state;
	const failure = {
		message: reason,
		description: remedy,
		jobId: task?.id,
		stage: 'create',
	} as const;
	return { ...state, failure };
};

/**
 * Begins a run: every database stands before its creation, but for those that are bound to a plan. Of these, one whose
 * settings or whose task have changed since goes no further, and one that was planned to be left is left.
 *
 * @param client the client of the run; it is asked only where an item is bound to a plan
 * @param asked what the items ask for
 * @param concurrency calls at the same time
 * @returns the state of each database, in their order
 */
export async function beginAll(
	client: ApiClient,
	asked: readonly AskedPlan[],
	concurrency: number,
): Promise<MigrationState[]> {
	const states = asked.map(
		({ item }): MigrationState => ({
			item,
			id: '',
			status: '',
			stages: {},
			facts: {},
			at: 'create',
		}),
	);
	const bound = asked.flatMap(({ planId }, index) => (planId === undefined ? [] : [index]));
	if (bound.length === 0) return states;
	const planned = await planAll(
		client,
		bound.map((index) => asked[index]),
		concurrency,
	);
	bound.forEach((index, at) => {
		const one = planned[at];
		states[index] = one.ok
			? begin(states[index], one.value)
			: { ...states[index], failure: { ...one.failure, stage: 'create' } };
	});
	return states;
}
