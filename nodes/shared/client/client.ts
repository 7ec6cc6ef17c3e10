import { sleep, type IDataObject } from 'n8n-workflow';
import { parseSession } from '../../../credentials/iam/session';
import { retryLogin } from '../../../credentials/iam/sessionStore';
import { connectionFault } from '../failures/connection';
import type { Failure } from '../failures/failure';
import { readServiceError, serviceFailure } from '../failures/serviceError';
import { backoffMilliseconds, retryAfterSeconds } from '../http/backoff';
import { classify, type Verdict } from '../http/classify';
import { watchCredential } from './credentialWatch';
import { storeRefusedKey } from './refusedKey';
import { renewSessionsOf } from './renewal';
import { send, type ApiContext, type CredentialSnapshot } from './send';
import {
	DEFAULT_RETRY_POLICY,
	type ApiRequest,
	type CallResult,
	type Exchange,
	type RetryPolicy,
} from '../http/types';

/** Time and chance, replaceable in tests. */
export interface Surroundings {
	now(): number;
	random(): number;
	sleep(milliseconds: number): Promise<void>;
}

const REAL_SURROUNDINGS: Surroundings = { now: () => Date.now(), random: Math.random, sleep };

const SLEEP_SLICE_MS = 500;

/** Calls the API for one run of a node. */
export interface ApiClient {
	/** Never throws: a call that fails for good is a result like any other. */
	call(request: ApiRequest): Promise<CallResult>;
	/** Waits before another attempt. @returns false when the execution was stopped meanwhile. */
	pause(attempt: number, retryAfter?: number): Promise<boolean>;
	/** Waits. @returns false when the execution was stopped meanwhile. */
	wait(milliseconds: number): Promise<boolean>;
	readonly credential: CredentialSnapshot;
	/** The project that the calls go to; undefined before the first login. */
	projectId(): string | undefined;
	readonly policy: RetryPolicy;
	/** Local time, in ms since 1970. */
	now(): number;
}

const CANCELLED: Failure = { message: 'The execution was stopped before the service answered' };

const header = (exchange: Exchange, name: string): string | undefined =>
	exchange.kind === 'response' ? exchange.headers[name] : undefined;

/** @returns why the call failed, in words for the user. */
function explain(request: ApiRequest, exchange: Exchange): Failure {
	if (exchange.kind === 'credential') {
		return { message: exchange.message, description: exchange.description };
	}
	if (exchange.kind === 'network') {
		const { words, remedy } = connectionFault(exchange.code);
		return {
			message: `${request.purpose}: no connection to the service "${request.service}"`,
			description: `${remedy} Cause: ${exchange.words || words}`,
		};
	}
	const readable = typeof exchange.body === 'object' && exchange.body !== null;
	const service =
		readable || (exchange.status >= 300 && exchange.damage === undefined)
			? readServiceError(exchange.body)
			: {
					message:
						exchange.damage ?? 'The answer is not JSON; a proxy or the gateway may have damaged it',
				};
	return serviceFailure(service, {
		subject: request.purpose,
		httpStatus: exchange.status,
		requestId: header(exchange, 'x-request-id'),
	});
}

/** What became of asking once; `isForeseen` when nothing was sent, because the end was known. */
interface Asked {
	exchange: Exchange;
	session: string;
	verdict: Verdict;
	isForeseen: boolean;
}

const UNDIVIDED_STATUSES = new Set([401, 403, 404, 408, 429]);

function ended(
	request: ApiRequest,
	exchange: Exchange,
	verdict: Exclude<Verdict, 'answer'>,
): CallResult {
	const status = exchange.kind === 'response' ? exchange.status : undefined;
	return {
		ok: false,
		failure: {
			...explain(request, exchange),
			...(verdict === 'notExecuted' || verdict === 'unclear' ? { isTransient: true } : {}),
		},
		executed: verdict === 'unclear' ? 'unknown' : 'no',
		divisible: verdict === 'refused' && status !== undefined && !UNDIVIDED_STATUSES.has(status),
	};
}

/**
 * Makes the client of one run. It repeats what is safe to repeat: a call that was certainly not carried out (429,
 * DRS.M01503, DRS.M01504, refused connection) always; one with an unclear end (5xx, timeout, dropped or damaged answer)
 * only if it is idempotent; a call with a dead token, which was not carried out, at once after a new login, or later if
 * there were many logins lately. Pauses grow exponentially with full jitter and obey `Retry-After`. What is refused to the
 * credential itself is not sent again: with an access key, calls go one by one until one was accepted. When the execution
 * is stopped, no further call is sent.
 *
 * @param context the running node
 * @param credential the credential of the run, see `readCredential`
 * @param policy how often and how long to try
 * @param surroundings time and chance; real ones by default
 */
export function createApiClient(
	context: ApiContext,
	credential: CredentialSnapshot,
	policy: RetryPolicy = DEFAULT_RETRY_POLICY,
	surroundings: Surroundings = REAL_SURROUNDINGS,
): ApiClient {
	const isStopped = (): boolean =>
		'getExecutionCancelSignal' in context && context.getExecutionCancelSignal()?.aborted === true;

	async function wait(milliseconds: number): Promise<boolean> {
		let left = milliseconds;
		while (left > 0 && !isStopped()) {
			await surroundings.sleep(Math.min(left, SLEEP_SLICE_MS));
			left -= SLEEP_SLICE_MS;
		}
		return !isStopped();
	}

	async function pause(attempt: number, retryAfter?: number): Promise<boolean> {
		const { random } = surroundings;
		return await wait(backoffMilliseconds(attempt, { ...policy, retryAfter, random }));
	}

	const isSigned = credential.data.authentication === 'accessKey';
	const watch = watchCredential();
	const renewal = renewSessionsOf(context, credential);
	let underWay: Promise<unknown> | undefined;

	/** Sends a call, unless its end is known. */
	async function ask(request: ApiRequest): Promise<Asked> {
		const foreseen = watch.foresee(surroundings.now());
		if (foreseen)
			return { exchange: foreseen, session: '', verdict: classify(foreseen), isForeseen: true };
		await renewal.prepare(surroundings.now());
		const sent = await send(context, credential, request);
		const verdict = classify(sent.exchange);
		if (isSigned) await storeRefusedKey(context, credential, request, sent.exchange);
		watch.note(sent.exchange, verdict, surroundings.now());
		return { ...sent, verdict, isForeseen: false };
	}

	/** Five refused signatures lock a key: until one has been accepted, calls go one by one. */
	async function askInTurn(request: ApiRequest): Promise<Asked> {
		while (isSigned && !watch.isProven() && underWay !== undefined) await underWay;
		const asked = ask(request);
		if (!isSigned || watch.isProven()) return await asked;
		underWay = asked;
		const answer = await asked;
		underWay = undefined;
		return answer;
	}

	async function call(request: ApiRequest): Promise<CallResult> {
		let repeated = false;
		let executed: 'no' | 'unknown' = 'no';
		const stopped = (): CallResult => ({
			ok: false,
			failure: CANCELLED,
			executed,
			divisible: false,
		});
		for (let attempt = 1; ; attempt++) {
			if (isStopped()) return stopped();
			const { exchange, session, verdict, isForeseen } = await askInTurn(request);
			if (exchange.kind === 'response' && verdict === 'answer') {
				const { status, headers } = exchange;
				return { ok: true, response: { status, headers, body: exchange.body as IDataObject } };
			}
			if (verdict === 'unclear') executed = 'unknown';
			if (isStopped()) return stopped();
			const isDead = verdict === 'deadToken' && session !== '';
			if (isDead && !isSigned && renewal.renew(session, surroundings.now())) {
				attempt--;
				continue;
			}
			if (isDead && isSigned && !repeated && watch.mayRepeat()) {
				repeated = true;
				attempt--;
				continue;
			}
			const repeatable =
				verdict === 'notExecuted' ||
				(isDead && !isSigned) ||
				(verdict === 'unclear' && request.idempotent);
			const failedLogin = exchange.kind === 'credential' ? exchange.transient : undefined;
			if (isForeseen || !repeatable || attempt >= policy.maxAttempts) {
				if (isDead) renewal.giveUp(session);
				if ((failedLogin || isDead) && !isForeseen) watch.giveUp(exchange, surroundings.now());
				return ended(request, exchange, verdict as Exclude<Verdict, 'answer'>);
			}
			const asked = retryAfterSeconds(header(exchange, 'retry-after'), surroundings.now());
			if (!(await pause(attempt, asked))) return stopped();
			if (failedLogin) retryLogin(failedLogin);
		}
	}

	const projectId = (): string | undefined => parseSession(credential.data.session)?.projectId;

	return { call, pause, wait, credential, projectId, policy, now: surroundings.now };
}
