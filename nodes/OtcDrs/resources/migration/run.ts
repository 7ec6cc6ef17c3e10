import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { earlierTries } from '../../../shared/n8n/earlierTries';
import { sendingOptionsOf } from '../../../shared/n8n/options';
import { forRegistry } from '../../../shared/n8n/parking/work';
import { toAllFailed } from '../../../shared/n8n/results';
import type { Operation } from '../../operations/operation';
import type { OperationRun } from '../../operations/operationRun';
import { doInTurns } from '../../operations/parking';
import { warnOfLimits } from '../task/create/warnOfLimits';
import { beginAll } from './run/asPlanned';
import { runFields } from './run/fields';
import { readPlans } from './run/readPlans';
import { runWork, type RunPlan, type RunProgress } from './run/work';

/** @returns what tells somebody who watches a manual execution how far the run is; n8n shows it in the browser's console. */
const teller =
	(context: IExecuteFunctions) =>
	(words: string): void => {
		if (context.getMode() === 'manual') context.sendMessageToUI(words);
	};

async function execute(operationRun: OperationRun): Promise<INodeExecutionData[]> {
	const { context, parameters } = operationRun;
	const settings = sendingOptionsOf(parameters, 'change');
	if (!settings.ok) return toAllFailed(context, settings.failure);
	const { retry, concurrency } = settings.value;
	const client = operationRun.client(retry);
	const { plans: asked, settled } = await readPlans(operationRun, client, earlierTries(context));
	const migrations = await beginAll(client, asked, concurrency);
	const plan: RunPlan = {
		retry,
		settings: settings.value,
		plans: asked.map((one) => ({ ...one.plan, isBound: one.planId !== undefined })),
		settled,
	};
	warnOfLimits(
		context,
		plan.plans.map(({ task }) => task.body),
	);
	const progress: RunProgress = { since: operationRun.now(), migrations };
	return await doInTurns(operationRun, runWork(teller(context)), plan, progress);
}

/**
 * Migration → Run: from creation to replication, each item at its own pace. Task names are keys: another run finds the tasks
 * that are there and continues from the status of each.
 */
export const run: Operation = {
	option: {
		name: 'Run',
		value: 'run',
		action: 'Migrate databases in one step',
		description:
			'Migrate databases in one step: create, test, configure, pre-check and start (safe to run again)',
	},
	properties: runFields('run'),
	work: forRegistry(runWork()),
	execute,
};
