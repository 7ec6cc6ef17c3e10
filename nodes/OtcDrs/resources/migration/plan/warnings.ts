import { manualLimits } from '../../../../shared/drs/constraints/manualLimits';
import type { Plan } from '../run/plan';

/** What the reference or the user manual says about a combination, in words; undefined where it says nothing. */
type Rule = (plan: Plan) => string | undefined;

const asksFor = (name: string, { configurations }: Plan): boolean =>
	configurations.some((one) => one.name === name);

/** The rules, each with the page that it is from. Those that the service refuses for certain are errors of the fields. */
const RULES: readonly Rule[] = [
	/** drs_03_0130. */
	(plan) =>
		asksFor('setFlowControl', plan) && plan.task.body.task_type === 'INCR_TRANS'
			? 'Flow control has no effect in the task mode "Incremental".'
			: undefined,
	/** drs_03_0141. */
	({ alignParameters, task: { body } }) =>
		alignParameters && (body.job_direction !== 'up' || !body.engine_type.includes('mysql'))
			? 'Database parameters can be compared for MySQL to the cloud only.'
			: undefined,
	/** User manual: a task in Configuration loses its resources. */
	({ settings: { stopAfter } }) =>
		stopAfter === undefined
			? undefined
			: 'A task that stays in "To Be Configured" for three days loses its resources, and gets new ones when it is configured again.',
	({ task: { body }, settings: { waitFor } }) =>
		body.task_type === 'FULL_TRANS' && waitFor === 'replicating'
			? 'A full transfer does not replicate: the run waits for its end.'
			: undefined,
];

/**
 * @param plan what the item asks for
 * @returns what the reference and the user manual say about this combination, a sentence each
 */
export const warningsFor = (plan: Plan): string[] => [
	...manualLimits(plan.task.body).map((words) => `The user manual says: ${words}.`),
	...RULES.flatMap((rule) => rule(plan) ?? []),
];
