import { sleep, type IDataObject } from 'n8n-workflow';
import { limiter } from '../batch/concurrency';
import { parseSession } from '../../../credentials/iam/session';
import { retryLogin } from '../../../credentials/iam/sessionStore';
import type { Failure } from '../failures/failure';
import { backoffMilliseconds, retryAfterSeconds } from '../http/backoff';
import { callFailure } from '../http/callFailure';
import type { Verdict } from '../http/classify';
import { createAttempts } from './attempts';
import { startPacing } from './pacing';
import type { ApiContext, CredentialSnapshot } from './send';
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

const REAL_SURROUNDINGS: Surroundings = {
	now: () => Date.now(),
	random: () => Math.random(),
	sleep,
};

const SLEEP_SLICE_MS = 500;

/** What was sent in a run of a node, for n8n's traces. */
export interface CallTally {
	calls: number;
	/** Attempts besides the first one of each call. */
	retries: number;
	/** Request ID of the last answer. */
	requestId?: string;
}

/** @returns a tally of a run that has sent nothing yet. */
export const newTally = (): CallTally => ({ calls: 0, retries: 0 });

/** Calls the API for one run of a node. */
export interface ApiClient {
	/** Never throws: a call that fails permanently is a result like any other. */
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

const CANCELLED: Failure = { message: 'The execution was stopped before the service responded' };

/** @returns the pause that the service asks for, in seconds */
const askedPause = (exchange: Exchange, now: number): number | undefined =>
	exchange.kind === 'response'
		? retryAfterSeconds(exchange.headers['retry-after'], now)
		: undefined;

/**
 * Makes the client of one run. It repeats what is safe to repeat: a call that was certainly not carried out (429,
 * DRS.M01503, DRS.M01504, refused connection, redirect) always; one with an unclear end (5xx, timeout, dropped or damaged answer)
 * only if it is idempotent; a call with a dead token, which was not carried out, at once after a new login, or later if
 * there were many logins lately. Calls that were refused together, because too many went out at once, count as one attempt of
 * one of them, unless only one attempt is allowed. Pauses grow exponentially with full jitter and obey `Retry-After`. When the
 * execution is stopped, no further call is sent.
 *
 * @param context the running node
 * @param credential the credential of the run, see `readCredential`
 * @param policy how often and how long to try
 * @param surroundings time and chance; real ones by default
 * @param tally counts what is sent
 */
export function createApiClient(
	context: ApiContext,
	credential: CredentialSnapshot,
	policy: RetryPolicy = DEFAULT_RETRY_POLICY,
	surroundings: Surroundings = REAL_SURROUNDINGS,
	tally: CallTally = newTally(),
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

	const sender = createAttempts(context, credential, surroundings.now, isStopped);
	const pacing = startPacing(isStopped);

	async function callNow(request: ApiRequest): Promise<CallResult> {
		const makeAttempt = sender.begin(request);
		tally.calls++;
		let executed: 'no' | 'unknown' = 'no';
		const stopped = (): CallResult => ({
			ok: false,
			failure: CANCELLED,
			executed,
			divisible: false,
		});
		let attempts = 0;
		for (let sendings = 1; ; sendings++) {
			const made = await pacing.watch(makeAttempt);
			if (made === undefined) return stopped();
			if (sendings > 1) tally.retries++;
			if (!made.isOutpaced || policy.maxAttempts === 1) attempts++;
			const { exchange, verdict, isForeseen } = made;
			if (exchange.kind === 'response') {
				tally.requestId = exchange.headers['x-request-id'] ?? tally.requestId;
			}
			if (exchange.kind === 'response' && verdict === 'answer') {
				const { status, headers } = exchange;
				return { ok: true, response: { status, headers, body: exchange.body as IDataObject } };
			}
			if (verdict === 'unclear') executed = 'unknown';
			if (isStopped()) return stopped();
			const isRepeatable =
				verdict === 'notExecuted' ||
				verdict === 'redirected' ||
				made.isDead ||
				(verdict === 'unclear' && request.idempotent);
			const failedLogin = exchange.kind === 'credential' ? exchange.transient : undefined;
			if (isForeseen || !isRepeatable || attempts >= policy.maxAttempts) {
				if ((failedLogin || made.isDead) && !isForeseen) sender.giveUp(made);
				return callFailure(request, exchange, verdict as Exclude<Verdict, 'answer'>);
			}
			if (!(await pause(sendings, askedPause(exchange, surroundings.now())))) return stopped();
			if (failedLogin) retryLogin(failedLogin);
		}
	}

	/** Queries go as many at a time as the service takes; changes as many as their callers let go. */
	const call = async (request: ApiRequest): Promise<CallResult> =>
		request.idempotent
			? await pacing.pass(async () => await callNow(request))
			: await callNow(request);

	const projectId = (): string | undefined => parseSession(credential.data.session)?.projectId;

	return { call, pause, wait, credential, projectId, policy, now: surroundings.now };
}

/**
 * @param client the client of the run
 * @param most calls at the same time, at least 1
 * @returns a client of which no more calls are under way, however they come about
 */
export function limitCalls(client: ApiClient, most: number): ApiClient {
	const limit = limiter(() => most);
	return {
		...client,
		call: async (request) => await limit(async () => await client.call(request)),
	};
}
