import type { IExecuteFunctions, INodeExecutionData, INodePropertyOptions } from 'n8n-workflow';
import type { ApiClient } from '../../../../shared/client/client';
import { findPlacements } from '../../../../shared/drs/placement';
import { failed, success, type Outcome } from '../../../../shared/failures/failure';
import { toFailure } from '../../../../shared/failures/fieldProblems';
import { showFor } from '../../../../shared/n8n/fields';
import { sendingOptionsOf } from '../../../../shared/n8n/options';
import type { Reader } from '../../../../shared/n8n/parameters/reader';
import { readEach } from '../../../../shared/n8n/readEach';
import { toAllFailed, toOutput } from '../../../../shared/n8n/results';
import type { Operation } from '../../../operations/operation';
import { gathered } from '../../../operations/perItem';
import type { OperationRun } from '../../../operations/operationRun';
import { additionalFields } from './fields/additional';
import { endpointFields } from '../../../fields/endpoint/fields';
import { generalFields } from './fields/general';
import { CREATE_OPTIONS } from './fields/options';
import { readRunCredentials } from '../../../fields/endpoint/read';
import { createAll } from './createAll';
import { prepareTask, type TaskForm } from './prepare';
import { warnOfLimits } from './warnOfLimits';
import { findEngine, type Scenario } from '../../../../shared/drs/scenarios';
import type { CreateEntry } from '../../../../shared/drs/createEntry';
import type { CreateOptions, RequestFormat } from '../../../../shared/drs/createTasks';

/** @returns the options of a run, which are the same for all items; or those that differ. */
function readOptions(reader: Reader): Outcome<CreateOptions> {
	const sending = sendingOptionsOf(reader, 'change');
	if (!sending.ok) return sending;
	const settings = reader.same(['options.ifTaskExists', 'options.requestFormat']);
	if (!settings.ok) return settings;
	return success({
		...sending.value,
		ifTaskExists: settings.value.option<'fail' | 'return'>('options.ifTaskExists') ?? 'fail',
		requestFormat: settings.value.option<RequestFormat>('options.requestFormat') ?? 'batch',
	});
}

function warnOfUndocumentedEngines(
	context: IExecuteFunctions,
	prepared: ReadonlyArray<Outcome<CreateEntry>>,
): void {
	const engines = prepared.flatMap((outcome) =>
		outcome.ok ? [String(outcome.value.body.engine_type)] : [],
	);
	const unknown = [...new Set(engines)].filter((engine) => findEngine(engine) === undefined);
	if (unknown.length === 0) return;
	context.addExecutionHints({
		type: 'warning',
		location: 'outputPane',
		message: `The API reference does not list the engine ${unknown.join(', ')}. The request was sent unchanged.`,
	});
}

/** @returns the tasks; those whose instance or subnet does not fit as failures */
async function refuseMisplaced(
	client: ApiClient,
	prepared: ReadonlyArray<Outcome<CreateEntry>>,
	region: string,
): Promise<Array<Outcome<CreateEntry>>> {
	const bodies = prepared.flatMap((outcome) => (outcome.ok ? [outcome.value.body] : []));
	const placements = (await findPlacements(client, bodies, region)).values();
	return prepared.map((outcome) => {
		const problems = outcome.ok ? (placements.next().value?.problems ?? []) : [];
		return problems.length > 0 ? failed(toFailure(problems)) : outcome;
	});
}

async function execute(run: OperationRun, scenario: Scenario): Promise<INodeExecutionData[]> {
	const { context, parameters } = run;
	const read = readOptions(parameters);
	if (!read.ok) return toAllFailed(context, read.failure);
	const options = read.value;
	const form: TaskForm = {
		requestFormat: options.requestFormat,
		collection: 'additionalFields',
	};
	const credentials = await readRunCredentials(run);
	const prepared = readEach(context, (item) =>
		gathered(parameters, item, (fields) => prepareTask(fields, scenario, form, credentials)),
	);
	warnOfUndocumentedEngines(context, prepared);
	warnOfLimits(
		context,
		prepared.flatMap((outcome) => (outcome.ok ? [outcome.value.body] : [])),
	);
	const client = run.client(options.retry);
	const placed = await refuseMisplaced(client, prepared, credentials.region);
	const fitting = readEach(context, (item) => placed[item]);
	return toOutput(context, await createAll(client, fitting, options));
}

/**
 * Makes the operation that creates tasks of one scenario: its fields, its request, its answer.
 * Nothing is sent before all items have been checked, so that a stop by a bad field leaves nothing half done.
 *
 * @param scenario migration, synchronization or disaster recovery
 * @param option how the operation is shown in the list
 */
export function createOperation(
	scenario: Scenario,
	option: Omit<INodePropertyOptions, 'value'>,
): Operation {
	return {
		option: { ...option, value: scenario.operation },
		properties: showFor({ resource: 'task', operations: [scenario.operation] }, [
			...generalFields(scenario.engines, 'additionalFields'),
			endpointFields('source'),
			endpointFields('target'),
			additionalFields(scenario),
			CREATE_OPTIONS,
		]),
		execute: async (run) => await execute(run, scenario),
	};
}
