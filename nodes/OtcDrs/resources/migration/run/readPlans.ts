import type { IDataObject } from 'n8n-workflow';
import { failed, success, type Failure, type Outcome } from '../../../../shared/failures/failure';
import { fieldProblem, toFailure } from '../../../../shared/failures/fieldProblems';
import type { ParameterReader } from '../../../../shared/n8n/ParameterReader';
import { readText } from '../../../../shared/values/read';
import { readEach } from '../../../../shared/n8n/readEach';
import { MIGRATION, SCENARIOS } from '../../../../shared/drs/scenarios';
import { readRunCredentials } from '../../../fields/endpoint/read';
import type { OperationRun } from '../../../operations/operationRun';
import { repeatedName } from '../../task/create/names';
import { readPlan, type Plan } from './plan';

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
	rejected: Array<{ item: number; failure: Failure }>;
}

/** @returns the plan that an item is bound to; a text that resolves to nothing is refused, because then nothing would bind it. */
function readPlanId(reader: ParameterReader, item: number): Outcome<string | undefined> {
	const options = reader.get<IDataObject>('options', item, {});
	if (!('planId' in options)) return success(undefined);
	const planId = readText(options.planId);
	if (planId !== undefined) return success(planId);
	const remedy = 'Hand in the plan_id of Migration → Plan, or remove the option.';
	return failed(toFailure([fieldProblem('Only as Planned', 'is empty', remedy)]));
}

/**
 * Reads the plans of all items; an item that repeats the name of an earlier one fails.
 *
 * @throws NodeOperationError for the first bad item when the node is set to stop
 */
export async function readPlans(operationRun: OperationRun): Promise<ReadPlans> {
	const { context, reader } = operationRun;
	const credentials = await readRunCredentials(operationRun);
	const useType = reader.get<string>('dbUseType', 0, 'migration');
	const scenario = SCENARIOS.find(({ dbUseType }) => dbUseType === useType) ?? MIGRATION;
	const firstOf = new Map<string, number>();
	const readings = readEach(context, (item): Outcome<AskedPlan> => {
		const plan = readPlan(reader, item, scenario, credentials);
		if (!plan.ok) return plan;
		const planId = readPlanId(reader, item);
		if (!planId.ok) return failed({ ...planId.failure, jobName: plan.value.task.body.name });
		const { key, body } = plan.value.task;
		const first = firstOf.get(key);
		if (first !== undefined) {
			return failed(repeatedName(body.name, first, 'Give every item a unique name.'));
		}
		firstOf.set(key, item);
		return success({ item, plan: plan.value, planId: planId.value });
	});
	return {
		plans: readings.flatMap((reading) => (reading.ok ? [reading.value] : [])),
		rejected: readings.flatMap((reading, item) =>
			reading.ok ? [] : [{ item, failure: reading.failure }],
		),
	};
}
