import type { IDataObject, IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';
import { authHint, REFUSED_LOGIN } from '../../nodes/shared/failures/authErrors';
import { connectionFault } from '../../nodes/shared/failures/connection';
import { readServiceError } from '../../nodes/shared/failures/serviceError';
import { classify } from '../../nodes/shared/http/classify';
import { readBody } from '../../nodes/shared/http/readBody';
import { redactorFor } from '../../nodes/shared/http/redact';
import type { Exchange } from '../../nodes/shared/http/types';
import { withDeadline } from '../../nodes/shared/http/withDeadline';
import { CredentialProblem, RefusedLogin } from './CredentialProblem';
import { secretsOf } from './secrets';
import type { Settings } from './settings';

/** n8n's HTTP client. */
export type Helpers = IHttpRequestHelper['helpers'];

/** An answer of IAM; the body is empty where it is no JSON object. */
export interface IamAnswer {
	status: number;
	headers: Record<string, string | undefined>;
	body: IDataObject;
}

const TIMEOUT_MS = 30_000;

/** A wrong passcode; with a wrong password or key the status is 401. */
const WRONG_PASSCODE = 'IAM.1061';

/** Sends a request and reads its answer whole, within the limits of time and size, and without the secrets it was sent. */
async function exchange(helpers: Helpers, settings: Settings, options: IHttpRequestOptions) {
	const response = (await helpers.httpRequest(
		withDeadline({
			...options,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			encoding: 'stream',
			timeout: options.timeout ?? TIMEOUT_MS,
		}),
	)) as { statusCode: number; headers: IamAnswer['headers']; body: unknown };
	const redactor = redactorFor(secretsOf(settings), options.body);
	return { ...response, ...(await readBody(response.body, redactor)) };
}

/** @returns whether another attempt may succeed, by the rules that hold for all services. */
const endsTransiently = (exchange: Exchange): boolean =>
	['notExecuted', 'unclear'].includes(classify(exchange));

/**
 * Sends a call to a service once.
 *
 * @param helpers n8n's HTTP client
 * @param settings the fields of the credential
 * @param name of the service, for messages
 * @param options the request, with an absolute URL
 * @throws CredentialProblem that explains why the service cannot be reached or understood
 */
export async function callService(
	helpers: Helpers,
	settings: Settings,
	name: 'IAM' | 'DRS',
	options: IHttpRequestOptions,
): Promise<IamAnswer> {
	const { host } = new URL(options.url);
	const response = await exchange(helpers, settings, options).catch((error: unknown) => {
		const { code } = error as { code?: unknown };
		const { words, remedy } = connectionFault(code);
		throw new CredentialProblem(
			`${name} at ${host} cannot be reached: ${words}`,
			remedy.replace('the region', `the region "${settings.region}"`),
			typeof code === 'string' && endsTransiently({ kind: 'network', code, words: '' }),
		);
	});
	if (response.damage !== undefined) {
		throw new CredentialProblem(
			`${name} at ${host} cannot be understood: ${response.damage}`,
			'Check the endpoint and the proxy.',
		);
	}
	const isObject = typeof response.body === 'object' && response.body !== null;
	return {
		status: response.statusCode,
		headers: response.headers,
		body: isObject ? (response.body as IDataObject) : {},
	};
}

/** Sends a call to IAM once; see `callService`. */
export const callIam = async (
	helpers: Helpers,
	settings: Settings,
	options: IHttpRequestOptions,
): Promise<IamAnswer> => await callService(helpers, settings, 'IAM', options);

/**
 * Explains a refusal of IAM, or of a service that checks the same credential.
 *
 * @param subject whose login was refused, such as `Agency "shop"`
 * @param answer HTTP status and body
 * @returns RefusedLogin if repeating the same values would lock the user or the key, else CredentialProblem
 */
export function refusal(
	subject: string,
	answer: { status: number; headers: IamAnswer['headers']; body: unknown },
): CredentialProblem {
	const { status, body } = answer;
	const { code, message } = readServiceError(body);
	const said =
		message === undefined
			? `HTTP ${status}`
			: `${message.replace(/\.$/, '')} (${code ?? `HTTP ${status}`})`;
	const isTransient = endsTransiently({ kind: 'response', ...answer });
	const hint =
		authHint({ status, code, message }) ??
		(isTransient
			? 'IAM is currently unavailable. Try again in a minute.'
			: status === 401
				? REFUSED_LOGIN
				: 'Check the account, user and project of the credential.');
	const Refusal = status === 401 || code === WRONG_PASSCODE ? RefusedLogin : CredentialProblem;
	return new Refusal(`${subject}: ${said}`, hint, isTransient);
}
