import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodePropertyOptions,
} from 'n8n-workflow';
import { failed, success, type Outcome } from '../../../../shared/errors/failure';
import { showFor } from '../../../../shared/items/fields';
import { readSendingOptions } from '../../../../shared/items/options';
import { ParameterReader } from '../../../../shared/items/ParameterReader';
import { toOutput } from '../../../../shared/items/results';
import { createApiClient, type ApiClient } from '../../../../shared/transport/client';
import { readCredential } from '../../../../shared/transport/send';
import type { Operation } from '../../../operation';
import { additionalFields } from './fields/additional';
import { endpointFields } from '../../common/endpoint/fields';
import { generalFields } from './fields/general';
import { CREATE_OPTIONS } from './fields/options';
import { readRunCredentials } from '../../common/endpoint/read';
import { partByName, prepareTask, repeatedName } from './prepareTask';
import { findEngine, type Scenario } from './scenario';
import { createTasks, type CreateEntry, type CreateOptions } from './sendTasks';

function readOptions(reader: ParameterReader): CreateOptions {
	const options = reader.get<IDataObject>('options', 0, {});
	return {
		...readSendingOptions(options, 'change'),
		ifTaskExists: options.ifTaskExists === 'return' ? 'return' : 'fail',
		requestFormat: options.requestFormat === 'single' ? 'single' : 'batch',
	};
}

const toItem = (outcome: Outcome<IDataObject>): Outcome<IDataObject[]> =>
	outcome.ok ? success([outcome.value]) : outcome;

/** Creates the prepared tasks; an item that repeats the name of an earlier one gets what "If Task Exists" says. */
async function createAll(
	client: ApiClient,
	prepared: ReadonlyArray<Outcome<CreateEntry>>,
	options: CreateOptions,
): Promise<Array<Outcome<IDataObject[]>>> {
	const { first, repeated } = partByName(prepared);
	const entryOf = (item: number): CreateEntry =>
		(prepared[item] as { ok: true; value: CreateEntry }).value;
	const created = await createTasks(client, [...first.values()].map(entryOf), options);
	const results = prepared.map((outcome) =>
		toItem(outcome.ok ? (created.get(outcome.value.key) as Outcome<IDataObject>) : outcome),
	);
	for (const item of repeated) {
		const entry = entryOf(item);
		if (options.ifTaskExists === 'return') {
			const again = await createTasks(client, [entry], options);
			results[item] = toItem(again.get(entry.key) as Outcome<IDataObject>);
		} else {
			results[item] = failed(
				repeatedName(
					entry.body.name,
					first.get(entry.key),
					'Give every item a name of its own, or set "If Task Exists" to "Return Existing Task".',
				),
			);
		}
	}
	return results;
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
		message: `The API reference does not name the engine ${unknown.join(', ')}. The request was sent as it is.`,
	});
}

async function execute(
	context: IExecuteFunctions,
	scenario: Scenario,
): Promise<INodeExecutionData[]> {
	const reader = new ParameterReader(context);
	const count = context.getInputData().length;
	const options = readOptions(reader);
	const otcApi = await readCredential(context);
	const credentials = await readRunCredentials(context, reader, count, otcApi.data);
	const prepared = Array.from({ length: count }, (_, item) =>
		prepareTask(reader, item, scenario, options.requestFormat, credentials),
	);
	if (!context.continueOnFail() && prepared.some((outcome) => !outcome.ok)) {
		return toOutput(
			context,
			prepared.map((outcome) => (outcome.ok ? success([]) : outcome)),
		);
	}
	warnOfUndocumentedEngines(context, prepared);
	const client = createApiClient(context, otcApi, options.retry);
	return toOutput(context, await createAll(client, prepared, options));
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
			...generalFields(scenario),
			...endpointFields('source'),
			...endpointFields('target'),
			additionalFields(scenario),
			CREATE_OPTIONS,
		]),
		execute: async (context) => await execute(context, scenario),
	};
}
