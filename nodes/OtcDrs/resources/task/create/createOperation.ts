import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodePropertyOptions,
} from 'n8n-workflow';
import type { ApiClient } from '../../../../shared/client/client';
import { checkSubnet, findPlacements, withSubnet } from '../../../../shared/drs/placement';
import { failed, success, type Outcome } from '../../../../shared/failures/failure';
import { toFailure } from '../../../../shared/failures/fieldProblems';
import {
	divide,
	earlierTries,
	withSettled,
	type EarlierTries,
} from '../../../../shared/n8n/earlierTries';
import { showFor } from '../../../../shared/n8n/fields';
import { sendingOptionsOf } from '../../../../shared/n8n/options';
import type { Reader } from '../../../../shared/n8n/parameters/reader';
import { readEach, refine } from '../../../../shared/n8n/readEach';
import { toAllFailed, toOutputOf } from '../../../../shared/n8n/results';
import type { Operation } from '../../../operations/operation';
import { gathered } from '../../../operations/perItem';
import type { OperationRun } from '../../../operations/operationRun';
import { additionalFields } from './fields/additional';
import { endpointFields } from '../../../fields/endpoint/fields';
import { generalFields } from './fields/general';
import { CREATE_OPTIONS } from './fields/options';
import { readRunCredentials, type RunCredentials } from '../../../fields/endpoint/read';
import { createAll } from './createAll';
import { repeatedNames, THE_TASK } from './names';
import { prepareTask, type TaskForm } from './prepare';
import { warnOfLimits } from './warnOfLimits';
import { findEngine, type Scenario } from '../../../../shared/drs/scenarios';
import type { CreateEntry } from '../../../../shared/drs/createEntry';
import type { CreateOptions, RequestFormat } from '../../../../shared/drs/createTasks';

/** @returns the options of a run, which are the same for all items; or those that differ. */
function readOptions(reader: Reader): Outcome<CreateOptions> {
	const sending = sendingOptionsOf(reader, 'change');
	if (!sending.ok) return sending;
	const settings = reader.same(['options.requestFormat']);
	if (!settings.ok) return settings;
	return success({
		...sending.value,
		requestFormat: settings.value.option<RequestFormat>('options.requestFormat') ?? 'batch',
	});
}

function warnOfUndocumentedEngines(
	context: IExecuteFunctions,
	bodies: ReadonlyArray<CreateEntry['body']>,
): void {
	const engines = bodies.map(({ engine_type }) => String(engine_type));
	const unknown = [...new Set(engines)].filter((engine) => findEngine(engine) === undefined);
	if (unknown.length === 0) return;
	context.addExecutionHints({
		type: 'warning',
		location: 'outputPane',
		message: `The API reference does not list the engine ${unknown.join(', ')}. The request was sent unchanged.`,
	});
}

/**
 * Reads the tasks of all items. An item that repeats the name of an earlier one fails, unless it is to get the existing task.
 *
 * @throws NodeOperationError for the first bad item when the node is set to stop
 */
function readTasks(
	{ context, parameters }: OperationRun,
	scenario: Scenario,
	{ requestFormat }: CreateOptions,
	tries: EarlierTries,
	credentials: RunCredentials,
): Array<Outcome<CreateEntry[]>> {
	const form: TaskForm = { requestFormat, collection: 'additionalFields' };
	const findRepeated = repeatedNames(UNIQUE);
	return readEach(context, (item): Outcome<CreateEntry[]> => {
		const prepared = gathered(parameters, item, (fields): Outcome<CreateEntry> => {
			const task = prepareTask(fields, scenario, form, credentials);
			const ifTaskExists = fields.group('options').option<'fail' | 'return'>('ifTaskExists');
			return task.ok ? success({ ...task.value, ifTaskExists }) : task;
		});
		if (!prepared.ok) return tries.hasServed(item) ? success([]) : prepared;
		const repeated = findRepeated(item, prepared.value);
		return repeated !== undefined && prepared.value.ifTaskExists !== 'return'
			? failed(repeated)
			: success([prepared.value]);
	});
}

const UNIQUE = 'Give every item a unique name, or set "If Task Exists" to "Return Existing Task".';

/** @returns the tasks that earlier tries made, by the names that the items have */
const knownTasks = (
	readings: ReadonlyArray<Outcome<CreateEntry[]>>,
	tries: EarlierTries,
): Map<string, IDataObject> =>
	new Map(
		readings.flatMap((reading, item) => {
			const made = tries
				.resultsOf(item)
				.flatMap(({ outcome }) => (outcome.ok ? outcome.value : []));
			return reading.ok && made.length > 0
				? reading.value.map(({ key }): [string, IDataObject] => [key, made[0].json])
				: [];
		}),
	);

/** @returns each task, in the subnet of its instance if none was chosen; or what does not fit its instance and subnet */
async function findPlaces(
	client: ApiClient,
	entries: readonly CreateEntry[],
	region: string,
	requestFormat: RequestFormat,
): Promise<Array<Outcome<CreateEntry>>> {
	const bodies = entries.map(({ body }) => body);
	const placements = await findPlacements(client, bodies, region);
	return placements.map((placement, index) => {
		const entry = entries[index];
		const isFlat = requestFormat === 'single';
		const body = isFlat ? entry.body : withSubnet(entry.body, placement);
		const problems = [...placement.problems, ...(isFlat ? [] : checkSubnet(body, placement))];
		return problems.length > 0 ? failed(toFailure(problems)) : success({ ...entry, body });
	});
}

async function execute(run: OperationRun, scenario: Scenario): Promise<INodeExecutionData[]> {
	const { context, parameters } = run;
	const read = readOptions(parameters);
	if (!read.ok) return toAllFailed(context, read.failure);
	const options = read.value;
	const tries = earlierTries(context);
	const credentials = await readRunCredentials(run);
	const readings = readTasks(run, scenario, options, tries, credentials);
	const { asked, settled } = divide(readings, tries, () => THE_TASK);
	const wanted = asked.map(({ value }) => value);
	const bodies = wanted.map(({ body }) => body);
	warnOfUndocumentedEngines(context, bodies);
	warnOfLimits(context, bodies);
	const client = run.client(options.retry);
	const places = await findPlaces(client, wanted, credentials.region, options.requestFormat);
	const { fitting, refused } = refine(context, asked, places);
	const entries = fitting.map(({ value, sentAt }) => ({ ...value, sentAt }));
	const created = await createAll(client, entries, options, knownTasks(readings, tries));
	const results = withSettled(
		fitting.map(({ item }, index) => {
			const task = created[index];
			return { item, key: THE_TASK, outcome: task.ok ? success([{ json: task.value }]) : task };
		}),
		withSettled(refused, settled),
	);
	tries.remember(results);
	return toOutputOf(context, results);
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
