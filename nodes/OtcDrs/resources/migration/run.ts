import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failed, type Outcome } from '../../../shared/failures/failure';
import { MAX_BATCH_SIZE } from '../../../shared/batch/sending';
import { readEach } from '../../../shared/n8n/readEach';
import { toOutput } from '../../../shared/n8n/results';
import type { Operation } from '../../operations/operation';
import { gathered } from '../../operations/perItem';
import type { OperationRun } from '../../operations/operationRun';
import { readRunCredentials } from '../../fields/endpoint/read';
import { repeatedName } from '../task/create/names';
import { MIGRATION, SCENARIOS } from '../../../shared/drs/scenarios';
import { RUN_FIELDS } from './run/fields';
import { cleanUp, dropFailed } from './run/finish';
import {
	onTheWay,
	STAGE_LABELS,
	type Migration,
	type RunContext,
	type Stage,
	type StageName,
} from './run/migration';
import { toOutcome } from './run/output';
import { readPlan, type Plan } from './run/plan';
import { readSettings } from './run/settings';
import { configuration } from './run/stages/configuration';
import { connectionTest } from './run/stages/connectionTest';
import { create } from './run/stages/create';
import { precheck } from './run/stages/precheck';
import { start } from './run/stages/start';
import { wait } from './run/stages/wait';

/** The stages in their order. */
const STAGES: readonly Stage[] = [create, connectionTest, configuration, precheck, start, wait];

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

/** Tells somebody who watches a manual execution how far the run is; n8n shows it in the browser's console. */
function showProgress(
	context: IExecuteFunctions,
	stage: StageName,
	migrations: readonly Migration[],
): void {
	if (context.getMode() !== 'manual') return;
	const left = onTheWay(migrations).length;
	context.sendMessageToUI(
		`${STAGE_LABELS[stage]}: ${left} of ${migrations.length} databases on their way`,
	);
}

async function runStages(
	context: IExecuteFunctions,
	runMigration: RunContext,
	migrations: readonly Migration[],
): Promise<void> {
	const { client, settings } = runMigration;
	for (const stage of STAGES) {
		const concerned = onTheWay(migrations).filter((migration) =>
			stage.concerns(migration, settings),
		);
		const began = client.now();
		if (concerned.length > 0) await stage.run(runMigration, concerned);
		const seconds = Math.round((client.now() - began) / 100) / 10;
		for (const migration of concerned) {
			migration.stages[stage.name] = { started_at: new Date(began).toISOString(), seconds };
		}
		showProgress(context, stage.name, migrations);
		if (settings.stopAfter === stage.name) break;
	}
	await dropFailed(runMigration, migrations);
	await cleanUp(runMigration, migrations);
}

async function execute(operationRun: OperationRun): Promise<INodeExecutionData[]> {
	const { context, parameters, client } = operationRun;
	const settings = readSettings(parameters);
	if (!settings.ok)
		return toOutput(
			context,
			context.getInputData().map(() => settings),
		);
	const plans = await readPlans(operationRun);
	const { retry, concurrency } = settings.value;
	const runContext: RunContext = {
		client: client(retry),
		settings: settings.value,
		queries: { batchSize: MAX_BATCH_SIZE, concurrency },
	};
	const migrations = plans.flatMap((plan, item): Migration[] =>
		plan.ok ? [{ item, plan: plan.value, id: '', status: '', stages: {}, facts: {} }] : [],
	);
	await runStages(context, runContext, migrations);
	const byItem = new Map(migrations.map((migration) => [migration.item, migration]));
	return toOutput(
		context,
		plans.map((plan, item) => (plan.ok ? toOutcome(byItem.get(item) as Migration) : plan)),
	);
}

/**
 * Migration → Run: from nothing to replicating, for all items in step. Task names are keys: another run finds the tasks
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
	execute,
};
