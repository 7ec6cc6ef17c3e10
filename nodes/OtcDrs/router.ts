import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { findOperation } from './resources';

/**
 * Runs the operation that the user chose, once for all items.
 *
 * @throws NodeOperationError for an operation that this version does not have, and what the operation throws
 */
export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	if (context.getInputData().length === 0) return [[]];
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
	return [await operation.execute(context)];
}
