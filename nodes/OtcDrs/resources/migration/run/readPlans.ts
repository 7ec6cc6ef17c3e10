import type { ApiClient } from '../../../../shared/client/client';
import { findPlacements } from '../../../../shared/drs/placement';
import { failed, success, type Outcome } from '../../../../shared/failures/failure';
import { fieldProblem, toFailure } from '../../../../shared/failures/fieldProblems';
import type { Fields } from '../../../../shared/n8n/parameters/fields';
import { readEach, splitReadings, type Rejected } from '../../../../shared/n8n/readEach';
import { SCENARIOS, usualScenario } from '../../../../shared/drs/scenarios';
import { readRunCredentials } from '../../../fields/endpoint/read';
import type { OperationRun } from '../../../operations/operationRun';
import type { ItemSource } from '../../../operations/change';
import { gathered } from '../../../operations/perItem';
import { repeatedName } from '../../task/create/names';
import { readEngine } from '../../task/create/read';
import { completePlan, readDraft, type Plan, type PlanDraft } from './plan';

/** What one item asks for. */
export interface AskedPlan {
	item: number;
	plan: Plan;
	/** The ID of the plan that was agreed to. */
	planId?: string;
}

/** The same, before its instance has been looked up. */
interface AskedDraft extends Omit<AskedPlan, 'plan'> {
	draft: PlanDraft;
}

/** What the items of a run ask for. */
export interface ReadPlans {
	/** Those that can be done. */
	plans: AskedPlan[];
	rejected: Rejected[];
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

function readAsked(fields: Fields, item: number, source: ItemSource): Outcome<AskedDraft> {
	const useType = fields.group('options').option('dbUseType');
	const scenario =
		SCENARIOS.find(({ dbUseType }) => dbUseType === useType) ?? usualScenario(readEngine(fields));
	const draft = readDraft(fields, scenario, source);
	if (!draft.ok) return draft;
	const planId = readPlanId(fields);
	return planId.ok
		? success({ item, draft: draft.value, planId: planId.value })
		: failed({ ...planId.failure, jobName: draft.value.task.body.name });
}

/** Reads all items; one that repeats the name of an earlier one fails. */
function readDrafts(
	{ context, parameters }: OperationRun,
	source: ItemSource,
): Array<Outcome<AskedDraft>> {
	const firstOf = new Map<string, number>();
	return readEach(context, (item): Outcome<AskedDraft> => {
		const asked = gathered(parameters, item, (fields) => readAsked(fields, item, source));
		if (!asked.ok) return asked;
		const { key, body } = asked.value.draft.task;
		const first = firstOf.get(key);
		if (first !== undefined) {
			return failed(repeatedName(body.name, first, 'Give every item a unique name.'));
		}
		firstOf.set(key, item);
		return asked;
	});
}

/**
 * Reads the plans of all items, and looks up their instances.
 *
 * @param operationRun what the operation works with
 * @param client the client of the run
 * @throws NodeOperationError for the first bad item when the node is set to stop
 */
export async function readPlans(operationRun: OperationRun, client: ApiClient): Promise<ReadPlans> {
	const credentials = await readRunCredentials(operationRun);
	const drafts = readDrafts(operationRun, { credentials, now: operationRun.now() });
	const bodies = drafts.flatMap((asked) => (asked.ok ? [asked.value.draft.task.body] : []));
	const placements = (await findPlacements(client, bodies, credentials.region)).values();
	const completed = drafts.map((asked): Outcome<AskedPlan> => {
		if (!asked.ok) return asked;
		const { draft, ...rest } = asked.value;
		const plan = completePlan(draft, placements.next().value ?? { problems: [] });
		return plan.ok ? success({ ...rest, plan: plan.value }) : plan;
	});
	const readings = readEach(operationRun.context, (item) => completed[item]);
	const { asked: plans, rejected } = splitReadings(readings);
	return { plans, rejected };
}
