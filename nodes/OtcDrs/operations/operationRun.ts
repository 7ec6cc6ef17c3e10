import type { IExecuteFunctions } from 'n8n-workflow';
import {
	createApiClient,
	type ApiClient,
	type CallTally,
	type Surroundings,
} from '../../shared/client/client';
import { readCredential, type CredentialSnapshot } from '../../shared/client/send';
import type { RetryPolicy } from '../../shared/http/types';
import { readerOf, type NodeForm } from '../../shared/n8n/parameters/fromContext';
import type { Reader } from '../../shared/n8n/parameters/reader';

/** What an operation that needs no cloud works with. */
export interface LocalRun {
	/** The running node, for what n8n alone can do: items, errors, files, hints, messages. */
	context: IExecuteFunctions;
	/** The parameters of the node, as their fields describe them. */
	parameters: Reader;
	/** How many items came in. */
	itemCount: number;
}

/** What an operation of the cloud works with; the router makes it once per run of the node. */
export interface OperationRun extends LocalRun {
	/** The credential `otcApi`. */
	credential: CredentialSnapshot;
	/** Makes the client of the run; an operation makes one, when it knows how often to try. */
	client(retry: RetryPolicy): ApiClient;
	/** Local time, in ms since 1970. */
	now(): number;
}

/**
 * @param context the running node
 * @param form the fields of the node
 * @returns what an operation that needs no cloud works with; no credential is read
 */
export const startLocalRun = (context: IExecuteFunctions, form: NodeForm): LocalRun => ({
	context,
	parameters: readerOf(context, form),
	itemCount: context.getInputData().length,
});

/**
 * @param local what the operation works with besides the cloud
 * @param surroundings time and chance of the client; real ones by default
 * @param tally counts what is sent
 * @throws NodeOperationError by n8n when the credential is not set
 */
export async function connect(
	local: LocalRun,
	surroundings?: Surroundings,
	tally?: CallTally,
): Promise<OperationRun> {
	const { context } = local;
	const credential = await readCredential(context);
	return {
		...local,
		credential,
		client: (retry) => createApiClient(context, credential, retry, surroundings, tally),
		now: () => (surroundings ?? Date).now(),
	};
}

/** The same from the beginning, see `startLocalRun`. */
export const startRun = async (
	context: IExecuteFunctions,
	form: NodeForm,
	surroundings?: Surroundings,
): Promise<OperationRun> => await connect(startLocalRun(context, form), surroundings);
