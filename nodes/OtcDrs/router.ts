import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { newTally, type CallTally, type Surroundings } from '../shared/client/client';
import { explainThrown } from '../shared/n8n/explainThrown';
import { ownText } from '../shared/n8n/parameters/fromContext';
import { isTool } from '../shared/n8n/isTool';
import { errorJson } from '../shared/n8n/results';
import { withoutCause } from '../shared/values/withoutCause';
import { FORM } from './form';
import { hintsOf } from './hints';
import { itemsForModel } from './operations/itemsForModel';
import { connect, startLocalRun } from './operations/operationRun';
import { takeOperationTurn } from './operations/parking';
import { findOperation, findWork } from './resources';

/** Notes what was sent at the node's span of n8n's traces (OpenTelemetry). Older versions of n8n ignore it. */
function trace(context: IExecuteFunctions, { calls, retries, requestId }: CallTally): void {
	context.setMetadata({
		tracing: {
			'otc_drs.items': context.getInputData().length,
			'otc_drs.calls': calls,
			'otc_drs.retries': retries,
			...(requestId === undefined ? {} : { 'otc_drs.request_id': requestId }),
		},
	});
}

async function run(
	context: IExecuteFunctions,
	surroundings?: Surroundings,
): Promise<INodeExecutionData[]> {
	const local = startLocalRun(context, FORM);
	const chosen = local.parameters.gather(0, (fields) =>
		findOperation(fields.option('resource') ?? '', fields.option('operation') ?? ''),
	);
	const operation = chosen.ok ? chosen.value : undefined;
	if (operation === undefined) {
		throw new NodeOperationError(
			context.getNode(),
			chosen.ok ? 'Operation: is unknown' : chosen.failure.message,
			{ description: 'Choose the operation again, or update the package n8n-nodes-otc-drs.' },
		);
	}
	if (operation.isLocal) return await operation.execute(local);
	const tally = newTally();
	try {
		return await operation.execute(await connect(local, surroundings, tally));
	} finally {
		trace(context, tally);
	}
}

/** The same for an AI agent: n8n hands the model only the message of an error, therefore that says what to do, too. */
async function runForModel(
	context: IExecuteFunctions,
	surroundings?: Surroundings,
): Promise<INodeExecutionData[]> {
	try {
		return await run(context, surroundings);
	} catch (thrown) {
		const { message, description } = explainThrown(thrown);
		const words = [message, withoutCause(description ?? '')].filter(Boolean).join('. ');
		throw new NodeOperationError(context.getNode(), words, { description });
	}
}

/** The same when the node is set to continue. n8n would hand on the input of a node that throws as if all was well. */
async function runAndContinue(
	context: IExecuteFunctions,
	surroundings?: Surroundings,
): Promise<INodeExecutionData[]> {
	try {
		return await run(context, surroundings);
	} catch (thrown) {
		const error = errorJson(explainThrown(thrown));
		return context.getInputData().map((_, item) => ({ json: { error }, pairedItem: { item } }));
	}
}

/**
 * Runs the operation that the user chose, once for all items; in the sub-execution of a parked node, a turn of it.
 *
 * @param context the running node
 * @param surroundings time and chance, for tests; real ones by default
 * @returns the items of the node's output; when it is set to continue, what concerns the whole run fails every item
 * @throws NodeOperationError for an operation that this version does not have, and what the operation throws; only when
 * the node is set to stop
 */
export async function router(
	context: IExecuteFunctions,
	surroundings?: Surroundings,
): Promise<INodeExecutionData[][]> {
	if (context.getInputData().length === 0) return [[]];
	const turn = ownText(context, 'parkingTurn');
	if (turn === 'turn') return await takeOperationTurn(context, FORM, findWork, surroundings);
	if (turn === 'end') return [context.getInputData()];
	const items = context.continueOnFail()
		? await runAndContinue(context, surroundings)
		: isTool(context)
			? await runForModel(context, surroundings)
			: await run(context, surroundings);
	context.addExecutionHints(...hintsOf(items));
	return [isTool(context) ? itemsForModel(items) : items];
}
