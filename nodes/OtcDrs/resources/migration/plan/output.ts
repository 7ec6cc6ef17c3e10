import type { IDataObject } from 'n8n-workflow';
import { costOf } from '../../../../shared/drs/cost';
import { toJson } from '../../../../shared/values/toJson';
import { withoutUndefined } from '../../../../shared/values/withoutUndefined';
import type { CostSettings } from '../report/costs';
import type { Planned } from './planned';

/**
 * @param planned what is to be done with the task, if there is one
 * @param settings the price of a task
 * @returns how long the task has existed, what it has cost, and what it costs per day from its creation on
 */
export function costOfPlan(
	{ decision, at }: Planned,
	{ pricePerHour }: CostSettings,
): ReturnType<typeof costOf> {
	if (decision.action === 'blocked' && !decision.details) {
		return { ageHours: null, soFar: null, perDay: null };
	}
	return costOf(decision.details ?? {}, at, pricePerHour);
}

/** @returns what the output tells of the plan for one database. */
export function toPlanJson(planned: Planned, costs: CostSettings): IDataObject {
	const { asked, decision, planId } = planned;
	const { ageHours, soFar, perDay } = costOfPlan(planned, costs);
	const { action, reason, remedy, task, differences, steps, warnings, unreadable } = decision;
	return withoutUndefined({
		id: task?.id,
		name: asked.plan.task.body.name,
		status: task?.status,
		action,
		reason,
		remedy,
		differences: differences.map(toJson),
		steps: steps.map(({ stage, requests }) => ({
			stage,
			requests: requests.map(({ path }) => path),
			changes: requests.some(({ changes }) => changes),
		})),
		calls: steps.reduce((sum, { requests }) => sum + requests.length, 0),
		warnings,
		not_readable: unreadable,
		age_hours: ageHours ?? undefined,
		cost: soFar ?? undefined,
		cost_per_day: perDay ?? undefined,
		currency: perDay === null ? undefined : costs.currency,
		plan_id: planId,
		as_planned: asked.planId === undefined ? undefined : asked.planId === planId,
	}) as IDataObject;
}
