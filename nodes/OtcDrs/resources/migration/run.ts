import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failed, type Outcome } from '../../../shared/failures/failure';
import { forRegistry } from '../../../shared/n8n/parking/work';
import { readEach } from '../../../shared/n8n/readEach';
import { toOutput } from '../../../shared/n8n/results';
import type { Operation } from '../../operations/operation';
import type { OperationRun } from '../../operations/operationRun';
import { doInTurns } from '../../operations/parking';
import { readRunCredentials } from '../../fields/endpoint/read';
import { warnOfLimits } from '../task/create/warnOfLimits';
import { repeatedName } from '../task/create/names';
import { MIGRATION, SCENARIOS } from '../../../shared/drs/scenarios';
import { RUN_FIELDS } from './run/fields';
import type { MigrationState } from './run/migration';
import { readPlan, type Plan } from './run/plan';
import { readSettings } from './run/settings';
import { runWork, type RunPlan, type RunProgress } from './run/work';

/** Reads the plans of all items; an item that repeats the name of an earlier one fails. */
async function readPlans(operationRun: OperationRun): Promise<Array<Outcome<Plan>>> {
	const { context, reader } = operationRun;
	const credentials = await readRunCredentials(operationRun);
	const useType = reader.get<string>('dbUseType', 0, 'migration');
	const scenario = SCENARIOS.find(({ dbUseType }) => dbUseType === useType) ?? MIGRATION;
	const firstOf = new Map<string, number>();
	return readEach(context, (item) => {
		const plan = readPlan(reader, item, scenario, credentials);
		if (!plan.ok) return plan;
		const { key, body } = plan.value.task;
		const first = firstOf.get(key);
		if (first !== undefined) {
			return failed<Plan>(repeatedName(body.name, first, 'Give every item a unique name.'));
		}
		firstOf.set(key, item);
		return plan;
	});
}

/** @returns what tells somebody who watches a manual execution how far the run is; n8n shows it in the browser's console. */
const teller =
	(context: IExecuteFunctions) =>
	(words: string): void => {
		if (context.getMode() === 'manual') context.sendMessageToUI(words);
	};

async function execute(operationRun: OperationRun): Promise<INodeExecutionData[]> {
	const { context, reader } = operationRun;
	const settings = readSettings(reader);
	if (!settings.ok)
		return toOutput(
			context,
			context.getInputData().map(() => settings),
		);
	const readings = await readPlans(operationRun);
	const plan: RunPlan = {
		retry: settings.value.retry,
		settings: settings.value,
		plans: readings.flatMap((reading) => (reading.ok ? [reading.value] : [])),
		rejected: readings.flatMap((reading, item) =>
			reading.ok ? [] : [{ item, failure: reading.failure }],
		),
	};
	warnOfLimits(
		context,
		plan.plans.map(({ task }) => task.body),
	);
	const migrations = readings.flatMap((reading, item): MigrationState[] =>
		reading.ok ? [{ item, id: '', status: '', stages: {}, facts: {}, at: 'create' }] : [],
	);
	const progress: RunProgress = { since: Date.now(), waitTurns: 0, migrations };
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
	properties: RUN_FIELDS,
	work: forRegistry(runWork()),
	execute,
};
