import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INodeExecutionData,
	type IPollFunctions,
	type JsonObject,
} from 'n8n-workflow';
import { groupsFor, listTasks } from '../OtcDrs/resources/common/listTasks';
import { queryTasks } from '../OtcDrs/resources/common/queryTasks';
import { isFailedStatus } from '../OtcDrs/resources/common/statuses';
import type { Failure, Outcome } from '../shared/errors/failure';
import { compact } from '../shared/items/compact';
import { DEFAULT_CONCURRENCY, MAX_BATCH_SIZE } from '../shared/items/options';
import { errorJson } from '../shared/items/results';
import { createApiClient, type ApiClient } from '../shared/transport/client';
import { readCredential } from '../shared/transport/send';
import { baseline, compare, type TaskEvent } from './compare';
import { toItem } from './output';
import { fingerprintOf, readSettings, type TriggerSettings } from './settings';
import { readMemory, writeMemory } from './snapshot';

/** The next poll comes soon: few attempts, short pauses. */
const POLL_POLICY = { maxAttempts: 3, maxWaitSeconds: 5 };
const QUERIES = { batchSize: MAX_BATCH_SIZE, concurrency: DEFAULT_CONCURRENCY };
const MS = 1_000;

async function fetchTasks(
	client: ApiClient,
	{ scenario, engine, name }: TriggerSettings,
): Promise<Outcome<IDataObject[]>> {
	return await listTasks(client, groupsFor(scenario, engine), compact({ name }) as IDataObject, {
		most: Infinity,
		concurrency: DEFAULT_CONCURRENCY,
	});
}

/** Asks how far the replicating tasks lag behind; a task of which the service does not say is left out. */
async function fetchDelays(
	client: ApiClient,
	{ events }: TriggerSettings,
	tasks: readonly IDataObject[],
): Promise<Map<string, number>> {
	if (!events.includes('delayExceeded')) return new Map();
	const replicating = tasks.filter(({ status }) => status === 'INCRE_TRANSFER_STARTED');
	const ids = [...new Set(replicating.map(({ id }) => String(id)))];
	const progress = await queryTasks(client, 'progress', ids, QUERIES);
	return new Map(
		[...progress].flatMap(([id, outcome]): Array<[string, number]> => {
			const delay = outcome.ok ? outcome.value.incre_trans_delay : undefined;
			return delay === undefined || delay === '' || Number.isNaN(Number(delay))
				? []
				: [[id, Number(delay) / MS]];
		}),
	);
}

/** Asks why tasks failed. An event is never lost because this could not be found out. */
async function fetchReasons(
	client: ApiClient,
	events: readonly TaskEvent[],
): Promise<Map<string, string>> {
	const failed = events.filter(({ task }) => isFailedStatus(String(task.status)));
	const ids = [...new Set(failed.map(({ task }) => String(task.id)))];
	const details = await queryTasks(client, 'details', ids, QUERIES);
	return new Map(
		[...details].flatMap(([id, outcome]): Array<[string, string]> => {
			const reason = outcome.ok
				? (outcome.value.failed_reason ?? outcome.value.error_message ?? outcome.value.error_msg)
				: undefined;
			return typeof reason === 'string' && reason !== '' ? [[id, reason]] : [];
		}),
	);
}

function stop(context: IPollFunctions, failure: Failure): never {
	const { message, description } = failure;
	if (failure.httpStatus === undefined && failure.errorCode === undefined)
		throw new NodeOperationError(context.getNode(), message, { description });
	throw new NodeApiError(context.getNode(), errorJson(failure) as JsonObject, {
		message,
		description,
		httpCode: String(failure.httpStatus ?? ''),
	});
}

/** What the service lists, and how far replications lag behind; nothing is made of half a list. */
async function look(
	context: IPollFunctions,
	client: ApiClient,
	settings: TriggerSettings,
): Promise<{ tasks: IDataObject[]; delays: Map<string, number> }> {
	const tasks = await fetchTasks(client, settings);
	if (!tasks.ok) return stop(context, tasks.failure);
	return { tasks: tasks.value, delays: await fetchDelays(client, settings, tasks.value) };
}

const isWanted =
	({ events, statuses }: TriggerSettings) =>
	({ event, task }: TaskEvent): boolean =>
		events.includes(event) && (statuses.length === 0 || statuses.includes(String(task.status)));

async function toItems(
	client: ApiClient,
	events: readonly TaskEvent[],
): Promise<INodeExecutionData[]> {
	const reasons = await fetchReasons(client, events);
	return events.map((event) => toItem(event, reasons.get(String(event.task.id)), client.now()));
}

/** For "Fetch Test Event": the newest task that fits, as the first of the chosen events; nothing is remembered. */
async function sample(
	context: IPollFunctions,
	client: ApiClient,
	settings: TriggerSettings,
): Promise<INodeExecutionData[][]> {
	const { tasks, delays } = await look(context, client, settings);
	const { statuses, events } = settings;
	const task = tasks.find(
		({ status }) => statuses.length === 0 || statuses.includes(String(status)),
	);
	if (task === undefined) {
		throw new NodeOperationError(context.getNode(), 'There is no task that fits the filters', {
			description:
				'Create a task, or loosen the filters. When the trigger is active it waits for the first one.',
		});
	}
	const event = { event: events[0], task, delay: delays.get(String(task.id)) };
	return [await toItems(client, [event])];
}

/**
 * Looks what has happened since the last time.
 *
 * @returns an item for each event; null when nothing has happened. A look that fails throws and changes nothing, so that
 * the next one tells of everything since the last that succeeded.
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const settings = readSettings(context);
	if (settings.events.length === 0) {
		throw new NodeOperationError(context.getNode(), 'Events: is empty', {
			description: 'Choose at least one event.',
		});
	}
	const credential = await readCredential(context);
	const client = createApiClient(context, credential, POLL_POLICY);
	if (context.getMode() === 'manual') return await sample(context, client, settings);

	const data = context.getWorkflowStaticData('node');
	const revision = data.revision;
	const memory = readMemory(data);
	const fingerprint = fingerprintOf(settings, credential);
	const { tasks, delays } = await look(context, client, settings);
	/** A slower look that began earlier may have ended meanwhile: it has told of everything already. */
	if (data.revision !== revision) return null;
	if (memory?.fingerprint !== fingerprint) {
		writeMemory(data, baseline(fingerprint, tasks, delays, settings.threshold));
		return null;
	}
	const result = compare(memory, tasks, delays, settings.threshold);
	writeMemory(data, result.memory);
	const events = result.events.filter(isWanted(settings));
	return events.length === 0 ? null : [await toItems(client, events)];
}
