import {
	NodeApiError,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type IPollFunctions,
} from 'n8n-workflow';
import { RefusedLogin } from '../../../credentials/iam/CredentialProblem';
import { secretsOf } from '../../../credentials/iam/secrets';
import { parseRefusal } from '../../../credentials/iam/session';
import { failedLoginSaying } from '../../../credentials/iam/sessionStore';
import { percentEncode } from '../values/percentEncode';
import { property, readString } from '../values/read';
import { readBody } from '../http/readBody';
import { redactorFor, type Redactor } from '../http/redact';
import type { ApiRequest, Exchange } from '../http/types';

/** The node contexts that can call the API. */
export type ApiContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

/** The credential of a run, read and decrypted once. Its `session` follows the logins that happen meanwhile. */
export interface CredentialSnapshot {
	id: string;
	name: string;
	data: ICredentialDataDecryptedObject;
}

/** The credential that all calls use. */
export const CREDENTIAL_TYPE = 'otcApi';
const CALL_TIMEOUT_MS = 60_000;

interface FullResponse {
	statusCode: number;
	headers: IDataObject;
	body: unknown;
}

/** @returns the credential of this run; to be called once per run, because each reading costs a database query. */
export async function readCredential(context: ApiContext): Promise<CredentialSnapshot> {
	const details = context.getNode().credentials?.[CREDENTIAL_TYPE];
	return {
		id: details?.id ?? '',
		name: details?.name ?? '',
		data: await context.getCredentials(CREDENTIAL_TYPE),
	};
}

const queryString = (query: ApiRequest['query']): string => {
	const pairs = Object.entries(query ?? {}).map(
		([key, value]) => `${percentEncode(key)}=${percentEncode(String(value))}`,
	);
	return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
};

/** @returns the refusal that is stored in the place of a session, if it has these words. */
function storedRefusal(stored: unknown, message: string): RefusedLogin | undefined {
	const refused = parseRefusal(stored)?.refused;
	const login = refused && new RefusedLogin(refused.fault, refused.remedy);
	return login?.message === message ? login : undefined;
}

/** @returns what n8n put its own error around; n8n 2.0 keeps only its words */
const originOf = (thrown: unknown, stored: unknown): unknown =>
	thrown instanceof NodeApiError
		? (thrown.cause ??
			failedLoginSaying(thrown.message) ??
			storedRefusal(stored, thrown.message) ??
			thrown)
		: thrown;

const ERROR_CODE = /^[A-Z][A-Z_0-9]+$/;

/** @returns the code of a broken connection; n8n 2.0 keeps it in the place of the HTTP status */
function codeOf(origin: unknown): string | undefined {
	const instead = readString(property(origin, 'httpCode'));
	const code = readString(property(origin, 'code'));
	return code ?? (instead !== undefined && ERROR_CODE.test(instead) ? instead : undefined);
}

/** Tells a connection that broke from a login that was refused. */
function readThrown(thrown: unknown, redactor: Redactor, stored: unknown): Exchange {
	const origin = originOf(thrown, stored);
	const fault = readString(property(origin, 'fault'));
	if (fault !== undefined) {
		const transient = property(origin, 'isTransient') === true ? (origin as Error) : undefined;
		const description = readString(property(origin, 'remedy'));
		return { kind: 'credential', message: fault, description, transient };
	}
	const words = redactor.text(readString(property(origin, 'message')) ?? 'The call failed');
	const code = codeOf(origin);
	if (code === 'ERR_CANCELED') {
		return { kind: 'network', code, words: 'The service did not respond in time' };
	}
	return code === undefined
		? {
				kind: 'credential',
				message: words,
				description: readString(property(origin, 'description')),
			}
		: { kind: 'network', code, words };
}

const REQUEST_ID = 'x-request-id';
const REQUEST_ID_FORM = /^[\w.:-]{1,80}$/;

/** @returns the headers, without a request ID that cannot be one or that repeats a secret. */
function readHeaders({ headers }: FullResponse, redactor: Redactor) {
	const read = headers as Record<string, string | undefined>;
	const id = read[REQUEST_ID];
	const isFit = id === undefined || (REQUEST_ID_FORM.test(id) && redactor.text(id) === id);
	return isFit ? read : { ...read, [REQUEST_ID]: undefined };
}

/**
 * Sends a request once, through n8n's HTTP client and the credential `otcApi`.
 *
 * @param context the running node
 * @param credential the credential of the run; a copy goes into the call, so that afterwards it is known which session was used
 * @param request the call
 * @returns what became of it, without the secrets that the answer repeats, and the session that it was sent with; never
 * throws
 */
export async function send(
	context: ApiContext,
	credential: CredentialSnapshot,
	request: ApiRequest,
): Promise<{ exchange: Exchange; session: string }> {
	const data: ICredentialDataDecryptedObject = { ...credential.data };
	const options: IHttpRequestOptions = {
		method: request.method,
		url: `otc://${request.service}${request.path}${queryString(request.query)}`,
		body: request.body,
		json: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		encoding: 'stream',
		timeout: CALL_TIMEOUT_MS,
	};
	const sessionBefore = data.session;
	const knownSecrets = (): Redactor =>
		redactorFor([...secretsOf(credential.data), ...secretsOf(data)], request.body);
	let exchange: Exchange;
	try {
		const response = (await context.helpers.httpRequestWithAuthentication.call(
			context,
			CREDENTIAL_TYPE,
			options,
			{
				credentialsDecrypted: {
					id: credential.id,
					name: credential.name,
					type: CREDENTIAL_TYPE,
					data,
				},
			},
		)) as FullResponse;
		const redactor = knownSecrets();
		exchange = {
			kind: 'response',
			status: response.statusCode,
			headers: readHeaders(response, redactor),
			...(await readBody(response.body, redactor)),
		};
	} catch (error) {
		exchange = readThrown(error, knownSecrets(), data.session);
	}
	if (data.session !== sessionBefore) credential.data.session = data.session;
	return { exchange, session: readString(data.session) ?? '' };
}
