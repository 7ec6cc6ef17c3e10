import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { failed, type Outcome } from '../../shared/failures/failure';
import type { SendingOptions } from '../../shared/batch/sending';
import { readSendingOptions, type DEFAULT_BATCH_SIZE } from '../../shared/n8n/options';
import { readEach } from '../../shared/n8n/readEach';
import { toOutput, type OutputItem } from '../../shared/n8n/results';
import type { ApiClient } from '../../shared/client/client';
import type { OperationRun } from './operationRun';

/** How an operation works on all items of a run. */
export interface ItemWork<T> {
	/** Which sending options apply by default. */
	kind: keyof typeof DEFAULT_BATCH_SIZE;
	/** Reads what one item asks for. All parameters are read here, before anything is sent. */
	read(item: number): Outcome<readonly T[]>;
	/** Sends what all items ask for together. @returns one outcome for each thing asked for, in their order */
	send(
		asked: readonly T[],
		client: ApiClient,
		options: SendingOptions,
	): Promise<ReadonlyArray<Outcome<OutputItem[]>>>;
}

/**
 * Runs an operation: reads what all items ask for, sends that together, and hands every item what came of its own part.
 *
 * @param run what the operation works with
 * @param work how the operation reads and sends
 * @returns the output items, in input order, paired with the item that asked for them
 * @throws NodeApiError or NodeOperationError for the first failed item when the node is set to stop
 */
export async function runPerItem<T>(
	{ context, reader, client }: OperationRun,
	{ kind, read, send }: ItemWork<T>,
): Promise<INodeExecutionData[]> {
	const readings = readEach(context, read);
	const firstGood = readings.findIndex(({ ok }) => ok);
	const asked = readings.flatMap((reading) => (reading.ok ? reading.value : []));
	let sent: ReadonlyArray<Outcome<OutputItem[]>> = [];
	if (firstGood >= 0) {
		const options = readSendingOptions(reader.get<IDataObject>('options', firstGood, {}), kind);
		sent = await send(asked, client(options.retry), options);
	}
	const outcomes: Array<Outcome<OutputItem[]>> = [];
	const items: number[] = [];
	let next = 0;
	for (const [item, reading] of readings.entries()) {
		const own = reading.ok
			? sent.slice(next, (next += reading.value.length))
			: [failed<OutputItem[]>(reading.failure)];
		for (const result of own) {
			outcomes.push(result);
			items.push(item);
		}
	}
	return toOutput(context, outcomes, items);
}
