import type { ApiClient } from '../../../../shared/client/client';
import { findPlacements } from '../../../../shared/drs/placement';
import { failed, success, type Outcome } from '../../../../shared/failures/failure';
import { fieldProblem, toFailure } from '../../../../shared/failures/fieldProblems';
import type { Fields } from '../../../../shared/n8n/parameters/fields';
import { divide, withSettled, type EarlierTries } from '../../../../shared/n8n/earlierTries';
import { readEach, refine } from '../../../../shared/n8n/readEach';
import type { ItemResult } from '../../../../shared/n8n/results';
import { SCENARIOS, usualScenario } from '../../../../shared/drs/scenarios';
import { readRunCredentials } from '../../../fields/endpoint/read';
import type { OperationRun } from '../../../operations/operationRun';
import type { ItemSource } from '../../../operations/change';
import { gathered } from '../../../operations/perItem';
import { repeatedNames, THE_TASK } from '../../task/create/names';
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

/** Reads all items; one that repeats the name of an earlier one fails. One that an earlier try has served asks for nothing. */
function readDrafts(
	{ context, parameters }: OperationRun,
	source: ItemSource,
	tries?: EarlierTries,
): Array<Outcome<AskedDraft[]>> {
	const findRepeated = repeatedNames('Give every item a unique name.');
	return readEach(context, (item): Outcome<AskedDraft[]> => {
		const asked = gathered(parameters, item, (fields) => readAsked(fields, item, source));
		if (!asked.ok) return tries?.hasServed(item) ? success([]) : asked;
		const repeated = findRepeated(item, asked.value.draft.task);
		return repeated === undefined ? success([asked.value]) : failed(repeated);
	});
}

/** @returns the plans whose instance and subnet fit, with the address of the instance */
async function completeAll(
	client: ApiClient,
	drafts: readonly AskedDraft[],
	region: string,
): Promise<Array<Outcome<AskedPlan>>> {
	const bodies = drafts.map(({ draft }) => draft.task.body);
	const placements = await findPlacements(client, bodies, region);
	return drafts.map(({ draft, ...rest }, index) => {
		const plan = completePlan(draft, placements[index]);
		return plan.ok ? success({ ...rest, plan: plan.value }) : plan;
	});
}

/**
 * Reads the plans of all items, and looks up their instances.
 *
 * @param operationRun what the operation works with
 * @param client the client of the run
 * @param tries what earlier tries of this execution did, for an operation that changes something
 * @throws NodeOperationError for the first bad item when the node is set to stop
 */
export async function readPlans(
	operationRun: OperationRun,
	client: ApiClient,
	tries?: EarlierTries,
): Promise<ReadPlans> {
	const credentials = await readRunCredentials(operationRun);
	const source = { credentials, now: operationRun.now() };
	const { asked, settled } = divide(readDrafts(operationRun, source, tries), tries, () => THE_TASK);
	const completed = await completeAll(
		client,
		asked.map(({ value }) => value),
		credentials.region,
	);
	const { fitting, refused } = refine(operationRun.context, asked, completed);
	return { plans: fitting.map(({ value }) => value), settled: withSettled(refused, settled) };
}
