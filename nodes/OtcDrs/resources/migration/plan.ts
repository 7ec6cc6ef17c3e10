import type { INodeExecutionData } from 'n8n-workflow';
import { failed, success } from '../../../shared/failures/failure';
import { isTool } from '../../../shared/n8n/isTool';
import { sendingOptionsOf } from '../../../shared/n8n/options';
import { toAllFailed, toOutput } from '../../../shared/n8n/results';
import type { Operation } from '../../operations/operation';
import type { OperationRun } from '../../operations/operationRun';
import { PLAN_FIELDS } from './plan/fields';
import { toPlanJson } from './plan/output';
import { planAll, type Planned } from './plan/planned';
import { toSummary, type PlannedItem } from './plan/summary';
import { currencyOf, type CostSettings } from './report/costs';
import { readPlans } from './run/readPlans';

async function execute(operationRun: OperationRun): Promise<INodeExecutionData[]> {
	const { context, parameters, itemCount } = operationRun;
	const settings = sendingOptionsOf(parameters, 'change');
	if (!settings.ok) return toAllFailed(context, settings.failure);
	const read = parameters.same(['planOutput', 'options.pricePerHour', 'options.currency']);
	if (!read.ok) return toAllFailed(context, read.failure);
	const isSummary = read.value.option('planOutput') === 'summary';
	const costs: CostSettings = {
		currency: currencyOf(read.value.text('options.currency')),
		pricePerHour: read.value.isSet('options.pricePerHour')
			? read.value.number('options.pricePerHour')
			: undefined,
	};
	const client = operationRun.client(settings.value.retry);
	const { plans, settled } = await readPlans(operationRun, client);
	const outcomes = await planAll(client, plans, settings.value.concurrency);
	const items: PlannedItem[] = [
		...plans.map(({ item }, index) => ({ item, planned: outcomes[index] })),
		...settled.flatMap(({ item, outcome }) =>
			outcome.ok ? [] : [{ item, planned: failed<Planned>(outcome.failure) }],
		),
	].sort((a, b) => a.item - b.item);
	if (isSummary) {
		const look = {
			generatedAt: client.now(),
			timeZone: context.getTimezone(),
			costs,
			hasForms: !isTool(context),
		};
		const pairedItem = Array.from({ length: itemCount }, (_, item) => ({ item }));
		return [{ json: toSummary(items, settings.value.batchSize, look), pairedItem }];
	}
	return toOutput(
		context,
		items.map(({ planned }) =>
			planned.ok ? success([{ json: toPlanJson(planned.value, costs) }]) : planned,
		),
		items.map(({ item }) => item),
	);
}

/** Migration → Plan: what a run would do with each database, before anything is changed. */
export const plan: Operation = {
	option: {
		name: 'Plan',
		value: 'plan',
		action: 'Plan migrations without changing anything',
		description:
			'Show what Run would do with each database and why: create, continue, start, leave or blocked, with the settings that differ; nothing is changed',
	},
	properties: PLAN_FIELDS,
	execute,
};
