import { RefusedLogin } from '../../../credentials/iam/CredentialProblem';
import { refusal } from '../../../credentials/iam/iamClient';
import { parseSession } from '../../../credentials/iam/session';
import { refuse } from '../../../credentials/iam/sessionStore';
import { isRefusedCredential } from '../http/classify';
import type { ApiRequest, Exchange } from '../http/types';
import { send, type ApiContext, type CredentialSnapshot } from './send';

/**
 * Remembers a refused access key where all processes see it, in the place of its session. Only n8n can write there, and
 * it does when a request asks for a new session: the request is handed to it again, and the credential stops it before
 * anything is sent.
 *
 * @param context the running node
 * @param credential the credential of the run, which signs its calls
 * @param request the call that was answered
 * @param exchange the answer; nothing happens unless it refuses the key
 */
export async function storeRefusedKey(
	context: ApiContext,
	credential: CredentialSnapshot,
	request: ApiRequest,
	exchange: Exchange,
): Promise<void> {
	const session = parseSession(credential.data.session);
	if (session === undefined || exchange.kind !== 'response') return;
	if (!isRefusedCredential(exchange.status, exchange.body)) return;
	const subject = `Access key ${String(credential.data.accessKeyId)}`;
	const { fault, remedy } = refusal(subject, { ...exchange, body: exchange.body });
	refuse(session.fingerprint, new RefusedLogin(fault, remedy), Date.now());
	await send(context, credential, request);
}
