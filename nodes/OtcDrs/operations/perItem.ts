import type { INodeExecutionData } from 'n8n-workflow';
import { failed, type Outcome } from '../../shared/failures/failure';
import type { SendingOptions } from '../../shared/batch/sending';
import { sendingOptionsOf, type SendingKind } from '../../shared/n8n/options';
import type { Fields } from '../../shared/n8n/parameters/fields';
import type { Reader } from '../../shared/n8n/parameters/reader';
import { readEach } from '../../shared/n8n/readEach';
import { toOutput, type OutputItem } from '../../shared/n8n/results';
import type { ApiClient } from '../../shared/client/client';
import type { OperationRun } from './operationRun';

/** How an operation works on all items of a run. */
export interface ItemWork<T> {
	/** Which sending options apply by default. */
	kind: SendingKind;
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
 * @param reader the parameters of the node
 * @param item the item's index
 * @param use makes what is asked for of the fields, or finds what is wrong
 * @returns what is asked for; or all fields that cannot be read, before what `use` has found
 */
export function gathered<T>(
	reader: Reader,
	item: number,
	use: (fields: Fields) => Outcome<T>,
): Outcome<T> {
	const outcome = reader.gather(item, use);
	return outcome.ok ? outcome.value : outcome;
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
	{ context, parameters, client }: OperationRun,
	{ kind, read, send }: ItemWork<T>,
): Promise<INodeExecutionData[]> {
	const readings = readEach(context, read);
	const good = [...readings.keys()].filter((item) => readings[item].ok);
	const asked = readings.flatMap((reading) => (reading.ok ? reading.value : []));
	let sent: ReadonlyArray<Outcome<OutputItem[]>> = [];
	if (good.length > 0) {
		const options = sendingOptionsOf(parameters, kind, good);
		sent = options.ok
			? await send(asked, client(options.value.retry), options.value)
			: asked.map(() => options);
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
