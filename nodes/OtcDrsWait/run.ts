import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failed, type Failure } from '../shared/failures/failure';
import { explainThrown } from '../shared/n8n/explainThrown';
import { toOutput } from '../shared/n8n/results';
import { createApiClient } from '../shared/client/client';
import { readCredential } from '../shared/client/send';
import { isWaitItem, readEntries, type RejectedItem } from './items';
import { allFailed } from './outputs';
import { readSettings } from './settings';
import { forget, readMemory, type Memory } from './state';
import { waitDurably, waitInMemory } from './wait';

/** Stops the node, or lets all items fail if it is set to continue. */
function refuse(context: IExecuteFunctions, failure: Failure, item = 0): INodeExecutionData[][] {
	if (!context.continueOnFail()) toOutput(context, [failed(failure)], [item]);
	return allFailed(context.getInputData(), failure);
}

/**
 * Waits for the tasks of all items, or makes one check of a durable wait.
 *
 * @param context the running node
 * @returns the items of the four outputs
 * @throws NodeApiError or NodeOperationError when the wait cannot begin and the node is set to stop
 */
export async function waitForItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const read = readSettings(context);
	if (!read.ok) return refuse(context, read.failure);
	const settings = read.value;
	const memory: Memory = settings.isDurable ? readMemory(context) : {};
	const client = createApiClient(context, await readCredential(context), settings.retry);
	const entries = readEntries(context, memory, client.now());
	const rejected = entries.find((entry): entry is RejectedItem => !isWaitItem(entry));
	if (rejected && !context.continueOnFail()) {
		forget(memory, entries.filter(isWaitItem));
		return refuse(context, rejected.failure, rejected.index);
	}
	const wait = { client, settings, memory, entries };
	const waited = settings.isDurable
		? await waitDurably(wait, async (until) => await context.putExecutionToWait(new Date(until)))
		: await waitInMemory(wait);
	if (!waited.ok) return refuse(context, waited.failure);
	return waited.value;
}

/**
 * The same when the node is set to continue. n8n would lead an error into the first output, and so back into the node,
 * again and again; therefore no error leaves.
 */
export async function runAndContinue(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	try {
		return await waitForItems(context);
	} catch (error) {
		return allFailed(context.getInputData(), explainThrown(error));
	}
}
