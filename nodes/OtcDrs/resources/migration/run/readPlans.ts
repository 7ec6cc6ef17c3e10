import { failed, success, type Outcome } from '../../../../shared/failures/failure';
import { fieldProblem, toFailure } from '../../../../shared/failures/fieldProblems';
import type { Fields } from '../../../../shared/n8n/parameters/fields';
import { divide, type EarlierTries } from '../../../../shared/n8n/earlierTries';
import { readEach } from '../../../../shared/n8n/readEach';
import type { ItemResult } from '../../../../shared/n8n/results';
import { MIGRATION, SCENARIOS } from '../../../../shared/drs/scenarios';
import { readRunCredentials } from '../../../fields/endpoint/read';
import type { OperationRun } from '../../../operations/operationRun';
import type { ItemSource } from '../../../operations/change';
import { gathered } from '../../../operations/perItem';
import { repeatedName } from '../../task/create/names';
import { readPlan, type Plan } from './plan';

/** The key of the one thing that an item asks for. */
export const THE_TASK = 'task';

/** What one item asks for. */
export interface AskedPlan {
	item: number;
	plan: Plan;
	/** The ID of the plan that was agreed to. */
	planId?: string;
}

/** What the items of a run ask for. */
export interface ReadPlans {
	/** Those that can be done. */
	plans: AskedPlan[];
	/** What became of the others: those that cannot be read, and those that an earlier try has done. */
	settled: ItemResult[];
}

/** @returns the plan that an item is bound to; a text that resolves to nothing is refused, because then nothing would bind it. */
function readPlanId(fields: Fields): Outcome<string | undefined> {
	const options = fields.group('options');
	if (!options.isAdded('planId')) return success(undefined);
	const planId = options.text('planId');
	if (planId !== undefined) return success(planId);
	const remedy = 'Hand in the plan_id of Migration → Plan, or remove the option.';
	return failed(toFailure([fieldProblem('Options → Only as Planned', 'is empty', remedy)]));
}

function readAsked(fields: Fields, item: number, source: ItemSource): Outcome<AskedPlan> {
	const useType = fields.option('dbUseType');
	const scenario = SCENARIOS.find(({ dbUseType }) => dbUseType === useType) ?? MIGRATION;
	const plan = readPlan(fields, scenario, source);
	if (!plan.ok) return plan;
	const planId = readPlanId(fields);
	return planId.ok
		? success({ item, plan: plan.value, planId: planId.value })
		: failed({ ...planId.failure, jobName: plan.value.task.body.name });
}

/**
 * Reads the plans of all items; an item that repeats the name of an earlier one fails.
 *
 * @param operationRun what the operation works with
 * @param tries what earlier tries of this execution did, for an operation that changes something
 * @throws NodeOperationError for the first bad item when the node is set to stop
 */
export async function readPlans(
	operationRun: OperationRun,
	tries?: EarlierTries,
): Promise<ReadPlans> {
	const { context, parameters } = operationRun;
	const now = operationRun.now();
	const credentials = await readRunCredentials(operationRun);
	const firstOf = new Map<string, number>();
	const readings = readEach(context, (item): Outcome<AskedPlan[]> => {
		const asked = gathered(parameters, item, (fields) =>
			readAsked(fields, item, { credentials, now }),
		);
		if (!asked.ok) return tries?.hasServed(item) ? success([]) : asked;
		const { key, body } = asked.value.plan.task;
		const first = firstOf.get(key);
		if (first !== undefined) {
			return failed(repeatedName(body.name, first, 'Give every item a unique name.'));
		}
		firstOf.set(key, item);
		return success([asked.value]);
	});
	const { asked, settled } = divide(readings, tries, () => THE_TASK);
	return { plans: asked.map(({ value }) => value), settled };
}
