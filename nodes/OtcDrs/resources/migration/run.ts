import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failed, type Outcome } from '../../../shared/failures/failure';
import { forRegistry } from '../../../shared/n8n/parking/work';
import { readEach } from '../../../shared/n8n/readEach';
import { toOutput } from '../../../shared/n8n/results';
import type { Operation } from '../../operations/operation';
import { gathered } from '../../operations/perItem';
import type { OperationRun } from '../../operations/operationRun';
import { doInTurns } from '../../operations/parking';
import { readRunCredentials } from '../../fields/endpoint/read';
import { repeatedName } from '../task/create/names';
import { MIGRATION, SCENARIOS } from '../../../shared/drs/scenarios';
import { RUN_FIELDS } from './run/fields';
import type { MigrationState } from './run/migration';
import { readPlan, type Plan } from './run/plan';
import { readSettings } from './run/settings';
import { runWork, type RunPlan, type RunProgress } from './run/work';

/** Reads the plans of all items; an item that repeats the name of an earlier one fails. */
async function readPlans(operationRun: OperationRun): Promise<Array<Outcome<Plan>>> {
	const { context, parameters } = operationRun;
	const now = operationRun.now();
	const credentials = await readRunCredentials(operationRun);
	const firstOf = new Map<string, number>();
	return readEach(context, (item) => {
		const plan = gathered(parameters, item, (fields) => {
			const useType = fields.option('dbUseType');
			const scenario = SCENARIOS.find(({ dbUseType }) => dbUseType === useType) ?? MIGRATION;
			return readPlan(fields, scenario, { credentials, now });
		});
		if (!plan.ok) return plan;
		const { key, body } = plan.value.task;
		const first = firstOf.get(key);
		if (first !== undefined) {
			return failed<Plan>(repeatedName(body.name, first, 'Give every item a name of its own.'));
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
	const { context, parameters } = operationRun;
	const settings = readSettings(parameters);
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
	const migrations = readings.flatMap((reading, item): MigrationState[] =>
		reading.ok ? [{ item, id: '', status: '', stages: {}, facts: {}, at: 'create' }] : [],
	);
	const progress: RunProgress = { since: operationRun.now(), waitTurns: 0, migrations };
	return await doInTurns(operationRun, runWork(teller(context)), plan, progress);
}

/**
 * Migration → Run: from nothing to replicating, each item at its own pace. Task names are keys: another run finds the tasks
 * that are there and goes on from the status that each is in.
 */
export const run: Operation = {
	option: {
		name: 'Run',
		value: 'run',
		action: 'Run migrations from creation to replication',
		description:
			'Create tasks, test their connections, configure, pre-check and start them, all together; a second run goes on where the first one ended',
	},
	properties: RUN_FIELDS,
	work: forRegistry(runWork()),
	execute,
};
