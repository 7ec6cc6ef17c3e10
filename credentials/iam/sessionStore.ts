import { createHash } from 'node:crypto';
import { CredentialProblem, RefusedLogin } from './CredentialProblem';
import { isExpired, parseSession, type Session } from './session';

/** A refused login is not sent again for this long: five wrong passwords lock the user for 15 minutes. */
const REFUSAL_MS = 8 * 60_000;

/** Any other login that fails is not sent again for this long, so that calls which follow each other share its end. */
const FAILURE_MS = 15_000;

/** More credentials than any n8n has; the oldest entries go first. */
const MAX_ENTRIES = 1_000;

class BoundedMap<V> extends Map<string, V> {
	override set(key: string, value: V): this {
		this.delete(key);
		if (this.size >= MAX_ENTRIES) {
			const oldest = this.keys().next().value;
			if (oldest !== undefined) this.delete(oldest);
		}
		return super.set(key, value);
	}
}

/** What this process knows of its logins, by fingerprint; `rejected` by the hash of the session. */
export const processMemory = {
	remembered: new BoundedMap<Session>(),
	failures: new BoundedMap<{ until: number; problem: CredentialProblem }>(),
	rejected: new BoundedMap<true>(),
	inFlight: new Map<string, Promise<Session>>(),
};

const { remembered, failures, rejected, inFlight } = processMemory;

const hash = (session: Session): string =>
	createHash('sha256')
		.update(`${session.fingerprint}:${session.token ?? ''}`)
		.digest('hex');

/**
 * Marks a session as dead, because a service refused its token. The next call logs in anew. The session of an access key
 * has no token that could die: all its sessions are alike, and it stays.
 *
 * @param stored the session as the credential holds it
 */
export function rejectSession(stored: string): void {
	const session = parseSession(stored);
	if (session?.token !== undefined) rejected.set(hash(session), true);
}

/** @returns whether a session may be used: made for these field values, not expired, not refused by a service. */
export function isUsable(
	session: Session | undefined,
	fingerprint: string,
	now: number,
): session is Session {
	return (
		session !== undefined &&
		session.fingerprint === fingerprint &&
		!isExpired(session, now) &&
		!rejected.has(hash(session))
	);
}

/**
 * Gives the session of a credential, with at most one login at a time in this process.
 *
 * @param fingerprint the field values, see `fingerprintOf`
 * @param login logs in
 * @param now the time in ms since 1970
 * @returns the session that another call obtained meanwhile, or that of a new login
 * @throws CredentialProblem if the login fails; the same values are then not sent again for eight minutes if they were
 * refused, and for 15 seconds if there was another reason
 */
export async function obtainSession(
	fingerprint: string,
	login: () => Promise<Session>,
	now: number = Date.now(),
): Promise<Session> {
	const known = remembered.get(fingerprint);
	if (isUsable(known, fingerprint, now)) return known;
	const failure = failures.get(fingerprint);
	if (failure && now < failure.until) throw failure.problem;
	const running = inFlight.get(fingerprint);
	if (running) return await running;

	const began = Date.now();
	const started = login()
		.then((session) => {
			remembered.set(fingerprint, session);
			failures.delete(fingerprint);
			return session;
		})
		.catch((problem: unknown) => {
			if (problem instanceof RefusedLogin) {
				failures.set(fingerprint, { until: now + REFUSAL_MS, problem });
			} else if (problem instanceof CredentialProblem) {
				const ended = now + (Date.now() - began);
				failures.set(fingerprint, { until: ended + FAILURE_MS, problem });
			}
			throw problem;
		})
		.finally(() => inFlight.delete(fingerprint));
	inFlight.set(fingerprint, started);
	return await started;
}

/**
 * Finds a failed login by its words: older n8n hands on nothing else of an error.
 *
 * @param message of the error
 * @returns what `obtainSession` threw lately; undefined if it was something else
 */
export const failedLoginSaying = (message: string): CredentialProblem | undefined =>
	[...failures.values()].find(({ problem }) => problem.message === message)?.problem;

/**
 * Lets a login that failed for a passing reason be sent again at once; for who has paused since.
 *
 * @param problem what `obtainSession` threw; nothing happens if another call has tried again meanwhile
 */
export function retryLogin(problem: Error): void {
	for (const [fingerprint, failure] of failures) {
		if (failure.problem === problem && failure.problem.isTransient) failures.delete(fingerprint);
	}
}
