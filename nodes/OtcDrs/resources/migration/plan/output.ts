import type { IDataObject } from 'n8n-workflow';
import { toJson } from '../../../../shared/values/toJson';
import { withoutUndefined } from '../../../../shared/values/withoutUndefined';
import type { Planned } from './planned';

/** @returns what the output tells of the plan for one database. */
export function toPlanJson({ asked, decision, planId }: Planned): IDataObject {
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
		plan_id: planId,
		as_planned: asked.planId === undefined ? undefined : asked.planId === planId,
	}) as IDataObject;
}
