import { readServiceError } from '../failures/serviceError';
import { recordsIn } from '../values/json';
import { property, readString } from '../values/read';
import type { Exchange } from './types';

/**
 * What an exchange means for the caller:
 * `answer`: a usable answer; `deadToken`: log in again and repeat; `notExecuted`: certainly not carried out, repeat later;
 * `unclear`: perhaps carried out, repeat only what is idempotent; `redirected`: not carried out, and never followed; a page
 * for maintenance passes, a wrong address does not, so it is repeated within the call only; `refused`: repeating does not help.
 */
export type Verdict = 'answer' | 'deadToken' | 'notExecuted' | 'unclear' | 'redirected' | 'refused';

/** DRS asks for another attempt: too frequent, or another operation is running on the task. */
export const BUSY_CODES: ReadonlySet<string> = new Set(['DRS.M01503', 'DRS.M01504']);

/** DRS reports an internal error: as the result of one task it does not say whether the call was carried out. */
export const UNCLEAR_CODES: ReadonlySet<string> = new Set(['DRS.M00004', 'DRS.M01501']);

/** The service, or the gateway before it, gets more calls than it takes. */
const TOO_MANY_CODES: ReadonlySet<string> = new Set(['DRS.M01503', 'APIGW.0308', 'APIG.0308']);

const NOT_EXECUTED_CODES = new Set([...BUSY_CODES, ...TOO_MANY_CODES, 'IAM.0012']);
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'EAI_AGAIN']);
const WRONG_ADDRESS = new Set([
	'ENOTFOUND',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'ERR_INVALID_URL',
]);

const SECURITY_TOKEN_AS_TOKEN = '111401001';
const NO_PERMISSION = 'DRS.M00103';

/** @returns whether a refusal says that the token has died, and not that a permission is missing. */
export function isDeadToken(status: number, body: unknown): boolean {
	const { code = '', message = '' } = readServiceError(body);
	if (status === 403) return code === 'DRS.M00100';
	if (status !== 401 || code === NO_PERMISSION || code === SECURITY_TOKEN_AS_TOKEN) return false;
	if (/^(APIGW|APIG)\.0307$|^IAM\.006[367]$/.test(code)) return true;
	return /token must be updated|token expires|token (has )?expired|decrypt token fail|invalid token/i.test(
		message,
	);
}

/**
 * @returns whether a refusal is about the credential itself: its signature, key or token, which every other call carries
 * as well; five such refusals lock a key
 */
export function isRefusedCredential(status: number, body: unknown): boolean {
	return (
		status === 401 && !isDeadToken(status, body) && readServiceError(body).code !== NO_PERMISSION
	);
}

/** A redirect that may follow work that was done (RFC 9110, 15.4.4). */
const SEE_OTHER = 303;

/** Refusals of the caller or of the whole call: what stands in `results` does not matter then. */
const WHOLE_CALL_STATUSES = new Set([401, 408, 429]);

/** @returns whether an answer that refuses a call tells task by task why. */
const tellsByTask = (status: number, body: unknown): boolean =>
	status < 500 &&
	!WHOLE_CALL_STATUSES.has(status) &&
	recordsIn(property(body, 'results')).length > 0;

/** @returns whether a service asks for fewer calls, for the whole of one or for a task in it */
export function isTooBusy(exchange: Exchange): boolean {
	if (exchange.kind !== 'response') return false;
	const { status, body } = exchange;
	const isTooMany = (part: unknown): boolean =>
		TOO_MANY_CODES.has(readString(property(part, 'error_code')) ?? '');
	return (
		status === 429 ||
		TOO_MANY_CODES.has(readServiceError(body).code ?? '') ||
		recordsIn(property(body, 'results')).some(isTooMany)
	);
}

/**
 * Judges one exchange by the rules of the DRS reference (error codes) and of IAM's error shapes.
 *
 * @param exchange what became of sending the request
 * @param readsResults whether the caller judges the `results` of an answer task by task
 * @returns the verdict, on which the transport acts
 */
export function classify(exchange: Exchange, readsResults = false): Verdict {
	if (exchange.kind === 'credential') return exchange.transient ? 'notExecuted' : 'refused';
	if (exchange.kind === 'network') {
		if (NEVER_CONNECTED.has(exchange.code)) return 'notExecuted';
		return WRONG_ADDRESS.has(exchange.code) ? 'refused' : 'unclear';
	}
	const { status, body } = exchange;
	const { code } = readServiceError(body);
	if (isDeadToken(status, body)) return 'deadToken';
	if (status === 429 || (code !== undefined && NOT_EXECUTED_CODES.has(code))) return 'notExecuted';
	if (status >= 500 || status === 408 || status === SEE_OTHER) return 'unclear';
	if (status >= 300 && status < 400) return 'redirected';
	if (readsResults && tellsByTask(status, body)) return 'answer';
	if (status >= 400) return 'refused';
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'unclear';
	return readString(property(body, 'error_code')) === undefined ? 'answer' : 'refused';
}
