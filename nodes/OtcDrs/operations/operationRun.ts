import type { IExecuteFunctions } from 'n8n-workflow';
import { createApiClient, type ApiClient, type Surroundings } from '../../shared/client/client';
import { readCredential, type CredentialSnapshot } from '../../shared/client/send';
import type { RetryPolicy } from '../../shared/http/types';
import { ParameterReader } from '../../shared/n8n/ParameterReader';

/** What every operation works with; the router makes it once a run of the node. */
export interface OperationRun {
	/** The running node, for what n8n alone can do: items, errors, files, hints, messages. */
	context: IExecuteFunctions;
	/** The parameters of the node. */
	reader: ParameterReader;
	/** The credential `otcApi`. */
	credential: CredentialSnapshot;
	/** How many items came in. */
	itemCount: number;
	/** Makes the client of the run; an operation makes one, when it knows how often to try. */
	client(retry: RetryPolicy): ApiClient;
}

/**
 * @param context the running node
 * @param surroundings time and chance of the client; real ones by default
 * @throws NodeOperationError by n8n when the credential is not set
 */
export async function startRun(
	context: IExecuteFunctions,
	surroundings?: Surroundings,
): Promise<OperationRun> {
	const credential = await readCredential(context);
	return {
		context,
		reader: new ParameterReader(context),
		credential,
		itemCount: context.getInputData().length,
		client: (retry) => createApiClient(context, credential, retry, surroundings),
	};
}
