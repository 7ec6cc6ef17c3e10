import type { INodeExecutionData } from 'n8n-workflow';
import { success, type Outcome } from '../../shared/failures/failure';
import type { SendingOptions } from '../../shared/batch/sending';
import { sendingOptionsOf, type SendingKind } from '../../shared/n8n/options';
import type { Fields } from '../../shared/n8n/parameters/fields';
import type { Reader } from '../../shared/n8n/parameters/reader';
import { divide, earlierTries, withSettled } from '../../shared/n8n/earlierTries';
import { readEach } from '../../shared/n8n/readEach';
import { toOutputOf, type OutputItem } from '../../shared/n8n/results';
import type { ApiClient } from '../../shared/client/client';
import type { OperationRun } from './operationRun';

/** How an operation works on all items of a run. */
export interface ItemWork<T> {
	/** Which sending options apply by default. */
	kind: SendingKind;
	/** Of an operation that changes the cloud: what was done is not done again when n8n tries the node again. */
	changes?: {
		/** Tells the things apart that one item asks for. */
		keyOf(asked: T): string;
		/** @returns the same, sent by an earlier try: nobody knows whether it was carried out */
		sentBefore(asked: T, sentAt: number): T;
	};
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
	{ kind, changes, read, send }: ItemWork<T>,
): Promise<INodeExecutionData[]> {
	const tries = changes && earlierTries(context);
	const readings = readEach(context, (item) => (tries?.hasServed(item) ? success([]) : read(item)));
	const { asked, settled } = divide(readings, tries, changes?.keyOf);
	let sent: ReadonlyArray<Outcome<OutputItem[]>> = [];
	if (asked.length > 0) {
		const items = [...new Set(asked.map(({ item }) => item))];
		const options = sendingOptionsOf(parameters, kind, items);
		const values = asked.map(({ value, sentAt }) =>
			changes && sentAt !== undefined ? changes.sentBefore(value, sentAt) : value,
		);
		sent = options.ok
			? await send(values, client(options.value.retry), options.value)
			: asked.map(() => options);
	}
	const results = withSettled(
		asked.map(({ item, value }, index) => ({
			item,
			key: changes?.keyOf(value),
			outcome: sent[index],
		})),
		settled,
	);
	tries?.remember(results);
	return toOutputOf(context, results);
}
