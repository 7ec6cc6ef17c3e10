import {
	NodeOperationError,
	type IDataObject,
	type INodeExecutionData,
	type IPollFunctions,
} from 'n8n-workflow';
import { stoppingError } from '../shared/n8n/results';
import { createApiClient, type ApiClient } from '../shared/client/client';
import { readCredential } from '../shared/client/send';
import { withinBudget } from './budget';
import { baseline, compare, type TaskEvent } from './compare';
import { fetchReasons, fetchTasks } from './fetchTasks';
import { toItem } from './output';
import { sampleOf } from './sample';
import { fingerprintOf, readSettings, type TriggerSettings } from './settings';
import { readMemory, storedMemory } from './snapshot';
import { statusOf } from './statusOf';

/** The next poll comes soon: few attempts, short pauses. */
const POLL_POLICY = { maxAttempts: 3, maxWaitSeconds: 5 };

const isWanted =
	({ events, statuses }: TriggerSettings) =>
	({ event, task }: TaskEvent): boolean =>
		events.includes(event) && (statuses.length === 0 || statuses.includes(statusOf(task)));

async function toItems(
	client: ApiClient,
	events: readonly TaskEvent[],
): Promise<INodeExecutionData[]> {
	const reasons = await fetchReasons(client, events);
	return events.map((event) => toItem(event, reasons.get(String(event.task.id)), client.now()));
}

/** For "Fetch Test Event": one event, as it would look like; nothing is remembered. */
async function sample(
	context: IPollFunctions,
	client: ApiClient,
	settings: TriggerSettings,
): Promise<INodeExecutionData[][]> {
	const event = sampleOf(await fetchTasks(context, client, settings), settings);
	if (event === undefined) {
		throw new NodeOperationError(context.getNode(), 'There is no task that matches the filters', {
			description:
				'Create a task, or remove filters. An active trigger waits for the first matching task.',
		});
	}
	return [await toItems(client, [event])];
}

/** What n8n stores of this trigger, in the workflow's data: what it stores of a node is lost when the node is renamed. */
function storageOf(context: IPollFunctions) {
	const data = context.getWorkflowStaticData('global');
	const key = `otcDrsTrigger ${context.getNode().id}`;
	return {
		read: () => data[key] as IDataObject | undefined,
		/** Replaced as a whole: n8n does not notice a change inside. */
		write: (value: IDataObject): void => void (data[key] = value),
	};
}

/** Looks what has happened since the last time, and remembers what it saw when all of it has succeeded. */
async function pollForEvents(
	context: IPollFunctions,
	client: ApiClient,
	settings: TriggerSettings,
): Promise<INodeExecutionData[][] | null> {
	const storage = storageOf(context);
	const stored = storage.read();
	const memory = readMemory(stored ?? {});
	const { tasks, delays } = await fetchTasks(context, client, settings);
	const fingerprint = fingerprintOf(settings, client.projectId());
	const known =
		memory?.fingerprint === fingerprint
			? memory
			: baseline(fingerprint, tasks, delays, settings.threshold);
	const result = compare(known, tasks, delays, settings.threshold);
	const items = await toItems(client, result.events.filter(isWanted(settings)));
	/** A poll that began later may have ended meanwhile: it has told of everything already. */
	if (storage.read() !== stored) return null;
	storage.write(storedMemory(result.memory));
	return items.length === 0 ? null : [items];
}

/**
 * Polls once.
 *
 * @param context the running trigger
 * @returns an item for each event; null when nothing has happened; in a manual run, a sample
 * @throws NodeApiError or NodeOperationError when a look fails. It has changed nothing then: the next one tells of
 * everything since the last that succeeded.
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const read = readSettings(context);
	if (!read.ok) throw stoppingError(context.getNode(), read.failure);
	const settings = read.value;
	const client = withinBudget(
		createApiClient(context, await readCredential(context), POLL_POLICY),
		context,
	);
	return context.getMode() === 'manual'
		? await sample(context, client, settings)
		: await pollForEvents(context, client, settings);
}
