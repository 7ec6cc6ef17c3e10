import type { IExecuteFunctions } from 'n8n-workflow';
import { createApiClient, type ApiClient, type Surroundings } from '../../shared/client/client';
import { readCredential, type CredentialSnapshot } from '../../shared/client/send';
import type { RetryPolicy } from '../../shared/http/types';
import { ParameterReader } from '../../shared/n8n/ParameterReader';

/** What an operation that needs no cloud works with. */
export interface LocalRun {
	/** The running node, for what n8n alone can do: items, errors, files, hints, messages. */
	context: IExecuteFunctions;
	/** The parameters of the node. */
	reader: ParameterReader;
	/** How many items came in. */
	itemCount: number;
}

/** What an operation of the cloud works with; the router makes it once per run of the node. */
export interface OperationRun extends LocalRun {
	/** The credential `otcApi`. */
	credential: CredentialSnapshot;
	/** Makes the client of the run; an operation makes one, when it knows how often to try. */
	client(retry: RetryPolicy): ApiClient;
}

/** @returns what an operation that needs no cloud works with; no credential is read. */
export const startLocalRun = (context: IExecuteFunctions): LocalRun => ({
	context,
	reader: new ParameterReader(context),
	itemCount: context.getInputData().length,
});

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
		...startLocalRun(context),
		credential,
		client: (retry) => createApiClient(context, credential, retry, surroundings),
	};
}
