import { readServiceError } from '../../nodes/shared/failures/serviceError';
import { askSigned } from './askSigned';
import { RefusedLogin } from './CredentialProblem';
import { endpointOf } from './endpoints';
import { refusal, type Helpers } from './iamClient';
import type { Settings } from './settings';

/** The gateway does not accept a signature; another 401 may come from an IAM that knows no access keys. */
const REFUSED_SIGNATURE = /^APIGW?\.0301$/;

/** IAM is asked beside the actual call, which must continue without it. */
const TIMEOUT_MS = 5_000;

/** @returns how a message names the access key. */
export const keySubject = ({ accessKeyId }: Settings): string => `Access key ${accessKeyId}`;

/**
 * Asks IAM whether it refuses the access key. Five refused signatures lock a key, so that a wrong one is better found
 * here, once, than by the calls of a workflow.
 *
 * @param helpers n8n's HTTP client
 * @param settings the fields of the credential
 * @returns why the key is refused; undefined if it is not, or if IAM cannot be asked
 */
export async function refusedKey(
	helpers: Helpers,
	settings: Settings,
): Promise<RefusedLogin | undefined> {
	const url = `${endpointOf(settings, 'iam')}/v3/auth/domains`;
	const answer = await askSigned(helpers, settings, url, TIMEOUT_MS).catch(() => undefined);
	if (answer?.status !== 401) return undefined;
	if (!REFUSED_SIGNATURE.test(readServiceError(answer.body).code ?? '')) return undefined;
	const { fault, remedy } = refusal(keySubject(settings), answer);
	return new RefusedLogin(fault, remedy);
}
