import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
	type JsonObject,
} from 'n8n-workflow';
import { failed, type Failure, type Outcome } from '../failures/failure';
import { withoutUndefined } from '../values/withoutUndefined';
import { readText } from '../values/read';
import { withoutSecrets } from '../http/withoutSecrets';

/** @returns the failure in the form in which a failed item carries it with "On Error → Continue". */
export function errorJson(failure: Failure): IDataObject {
	return withoutUndefined({
		message: failure.message,
		description: failure.description,
		error_code: failure.errorCode,
		http_status: failure.httpStatus,
		request_id: failure.requestId,
		job_id: failure.jobId,
		job_name: failure.jobName,
		...failure.details,
	});
}

/** What an output item holds: its data, and files if it has any. */
export type OutputItem = Pick<INodeExecutionData, 'json' | 'binary'>;

/** What became of something that an input item asked for: its result, or why there is none. */
export interface ItemResult {
	item: number;
	/**
	 * Of something that changes the cloud: tells it from all else that the item asks for. What was done is not done again when n8n
	 * tries the node again.
	 */
	key?: string;
	outcome: Outcome<OutputItem[]>;
}

const MAX_NAMED = 20;

/** @returns a sentence about what was done although the node stops, so that nothing is lost. */
function doneSentence(outcomes: ReadonlyArray<Outcome<OutputItem[]>>): string {
	const done = outcomes.flatMap((outcome) => (outcome.ok ? outcome.value : []));
	if (done.length === 0) return '';
	const named = done
		.slice(0, MAX_NAMED)
		.map(({ json: { name, id, job_id: jobId, precheck_id: precheckId } }) =>
			[readText(name), readText(id, jobId, precheckId)]
				.filter((part) => part !== undefined)
				.join(' '),
		);
	const rest = done.length - named.length;
	return ` Done before the stop: ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}. With "On Error → Continue", the node returns these items.`;
}

/**
 * @param node the running node
 * @param failure why it stops
 * @param more the item that failed, and a sentence for the end of the description
 * @returns the error that stops the node
 */
export function stoppingError(
	node: INode,
	failure: Failure,
	{ itemIndex, sentence = '' }: { itemIndex?: number; sentence?: string } = {},
): NodeApiError | NodeOperationError {
	const requestId = failure.requestId ? ` Request ID: ${failure.requestId}.` : '';
	const description = `${failure.description ?? ''}${requestId}${sentence}`.trim();
	if (failure.httpStatus === undefined && failure.errorCode === undefined) {
		return new NodeOperationError(node, failure.message, { itemIndex, description });
	}
	return new NodeApiError(node, errorJson(failure) as JsonObject, {
		itemIndex,
		message: failure.message,
		description,
		httpCode: String(failure.httpStatus ?? ''),
	});
}

/** A failure of a field says at which item, where there are several; one of the service names the task already. */
const nameItem = (failure: Failure, item: number, count: number): Failure =>
	count === 1 || failure.httpStatus !== undefined || failure.jobId !== undefined
		? failure
		: { ...failure, message: `${failure.message} [item ${item}]` };

/** The node whose output it is, how many items it has, and whether it continues with failed ones. */
export interface OutputOf {
	node: INode;
	count: number;
	continues: boolean;
}

/** The same as `toOutput`, for a node that may run in another execution. */
export function toItems(
	{ node, count, continues }: OutputOf,
	outcomes: ReadonlyArray<Outcome<OutputItem[]>>,
	itemIndexes: readonly number[],
): INodeExecutionData[] {
	const failedIndex = outcomes.findIndex((outcome) => !outcome.ok);
	const first = outcomes[failedIndex];
	if (first && !first.ok && !continues) {
		const itemIndex = itemIndexes[failedIndex];
		const failure = nameItem(first.failure, itemIndex, count);
		const sentence = doneSentence(outcomes);
		throw stoppingError(node, failure, { itemIndex, sentence });
	}
	return outcomes.flatMap((outcome, index) => {
		const item = itemIndexes[index];
		const pairedItem = { item };
		return outcome.ok
			? outcome.value.map(({ json, ...files }) => ({
					json: withoutSecrets(json),
					...files,
					pairedItem,
				}))
			: [{ json: { error: errorJson(nameItem(outcome.failure, item, count)) }, pairedItem }];
	});
}

/**
 * Turns the outcomes of all items into the node's output, in input order, each paired with its item. Passwords and
 * certificates that a service might return never leave the node.
 *
 * @param context the running node
 * @param outcomes what became of the items, in input order; one outcome may give several output items
 * @param itemIndexes the input item of each outcome; by default there is one outcome per item
 * @returns the output items; a failed item carries `error` when the node is set to continue
 * @throws NodeApiError or NodeOperationError for the first failed item when the node is set to stop
 */
export function toOutput(
	context: IExecuteFunctions,
	outcomes: ReadonlyArray<Outcome<OutputItem[]>>,
	itemIndexes: readonly number[] = outcomes.map((_, index) => index),
): INodeExecutionData[] {
	const of = {
		node: context.getNode(),
		count: context.getInputData().length,
		continues: context.continueOnFail(),
	};
	return toItems(of, outcomes, itemIndexes);
}

/** The same from results, each with its item. */
export const toOutputOf = (
	context: IExecuteFunctions,
	results: readonly ItemResult[],
): INodeExecutionData[] =>
	toOutput(
		context,
		results.map(({ outcome }) => outcome),
		results.map(({ item }) => item),
	);

/**
 * The output of a run that cannot do anything for any of its items.
 *
 * @param context the running node
 * @param failure why not, such as an option that is wrong
 * @returns an item with `error` for each input item, when the node is set to continue
 * @throws NodeApiError or NodeOperationError when the node is set to stop
 */
export const toAllFailed = (context: IExecuteFunctions, failure: Failure): INodeExecutionData[] =>
	toOutput(
		context,
		context.getInputData().map(() => failed(failure)),
	);

/**
 * The output of a run that failed as a whole: no item of its own is to blame.
 *
 * @param context the running node
 * @param failure why there is no result
 * @returns one item with `error`, paired with all that came in, when the node is set to continue
 * @throws NodeApiError or NodeOperationError when the node is set to stop
 */
export function toFailedRun(context: IExecuteFunctions, failure: Failure): INodeExecutionData[] {
	if (!context.continueOnFail()) throw stoppingError(context.getNode(), failure);
	const pairedItem = context.getInputData().map((_, item) => ({ item }));
	return [{ json: { error: errorJson(failure) }, pairedItem }];
}
