import type { IExecuteFunctions } from 'n8n-workflow';
import { createApiClient, type ApiClient, type Surroundings } from '../../shared/client/client';
import { readCredential, type CredentialSnapshot } from '../../shared/client/send';
import type { RetryPolicy } from '../../shared/http/types';
import { readerOf, type NodeForm } from '../../shared/n8n/parameters/fromContext';
import type { Reader } from '../../shared/n8n/parameters/reader';

/** What every operation works with; the router makes it once a run of the node. */
export interface OperationRun {
	/** The running node, for what n8n alone can do: items, errors, files, hints, messages. */
	context: IExecuteFunctions;
	/** The parameters of the node, as their fields describe them. */
	parameters: Reader;
	/** The credential `otcApi`. */
	credential: CredentialSnapshot;
	/** How many items came in. */
	itemCount: number;
	/** Makes the client of the run; an operation makes one, when it knows how often to try. */
	client(retry: RetryPolicy): ApiClient;
	/** Local time, in ms since 1970. */
	now(): number;
}

/**
 * @param context the running node
 * @param form the fields of the node
 * @param surroundings time and chance of the client; real ones by default
 * @throws NodeOperationError by n8n when the credential is not set
 */
export async function startRun(
	context: IExecuteFunctions,
	form: NodeForm,
	surroundings?: Surroundings,
): Promise<OperationRun> {
	const credential = await readCredential(context);
	return {
		context,
		parameters: readerOf(context, form),
		credential,
		itemCount: context.getInputData().length,
		client: (retry) => createApiClient(context, credential, retry, surroundings),
		now: () => (surroundings ?? Date).now(),
	};
}
