import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failed, type Outcome } from '../../shared/failures/failure';
import type { SendingOptions } from '../../shared/batch/sending';
import { readSendingOptions, type DEFAULT_BATCH_SIZE } from '../../shared/n8n/options';
import type { ParameterReader } from '../../shared/n8n/ParameterReader';
import { readEach } from '../../shared/n8n/readEach';
import { toOutput } from '../../shared/n8n/results';
import { createApiClient, type ApiClient } from '../../shared/client/client';
import type { CredentialSnapshot } from '../../shared/client/send';

/** How a run is served. */
export interface ItemWork<T> {
	/** The parameters of the node. */
	reader: ParameterReader;
	/** The credential of the run. */
	credential: CredentialSnapshot;
	/** Which sending options apply by default. */
	kind: keyof typeof DEFAULT_BATCH_SIZE;
	/** Reads what one item asks for: one wish an output item. All parameters are read here, before anything is sent. */
	read(item: number): Outcome<readonly T[]>;
	/** Serves the wishes of all items together. @returns one outcome a wish, in their order */
	send(
		wishes: readonly T[],
		client: ApiClient,
		options: SendingOptions,
	): Promise<ReadonlyArray<Outcome<IDataObject[]>>>;
}

/**
 * Runs an operation: reads what all items ask for, serves that together, and hands every item what came of its own wishes.
 *
 * @param context the running node
 * @param service how the operation reads and serves
 * @returns the output items, in input order, paired with the item that asked for them
 * @throws NodeApiError or NodeOperationError for the first failed item when the node is set to stop
 */
export async function runPerItem<T>(
	context: IExecuteFunctions,
	{ reader, credential, kind, read, send }: ItemWork<T>,
): Promise<INodeExecutionData[]> {
	const asked = readEach(context, read);
	const lead = asked.findIndex(({ ok }) => ok);
	const wishes = asked.flatMap((outcome) => (outcome.ok ? outcome.value : []));
	let served: ReadonlyArray<Outcome<IDataObject[]>> = [];
	if (lead >= 0) {
		const options = readSendingOptions(reader.get<IDataObject>('options', lead, {}), kind);
		served = await send(wishes, createApiClient(context, credential, options.retry), options);
	}
	const outcomes: Array<Outcome<IDataObject[]>> = [];
	const items: number[] = [];
	let next = 0;
	for (const [item, outcome] of asked.entries()) {
		const own = outcome.ok
			? served.slice(next, (next += outcome.value.length))
			: [failed<IDataObject[]>(outcome.failure)];
		for (const result of own) {
			outcomes.push(result);
			items.push(item);
		}
	}
	return toOutput(context, outcomes, items);
}
