import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import type { Surroundings } from '../shared/client/client';
import { explainThrown } from '../shared/n8n/explainThrown';
import { errorJson } from '../shared/n8n/results';
import { startRun } from './operations/operationRun';
import { FORM } from './form';
import { findOperation } from './resources';

async function run(
	context: IExecuteFunctions,
	surroundings?: Surroundings,
): Promise<INodeExecutionData[]> {
	const resource = context.getNodeParameter('resource', 0) as string;
	const name = context.getNodeParameter('operation', 0) as string;
	const operation = findOperation(resource, name);
	if (operation === undefined) {
		throw new NodeOperationError(
			context.getNode(),
			`Operation: "${resource}: ${name}" is unknown`,
			{
				description: 'Choose the operation anew, or update the package n8n-nodes-otc-drs.',
			},
		);
	}
	return await operation.execute(await startRun(context, FORM, surroundings));
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
 * Runs the operation that the user chose, once for all items.
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
	return [
		context.continueOnFail()
			? await runAndContinue(context, surroundings)
			: await run(context, surroundings),
	];
}
