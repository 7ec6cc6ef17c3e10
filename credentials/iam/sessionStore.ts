import { createHash } from 'node:crypto';
import { BoundedMap } from './BoundedMap';
import { CredentialProblem, RefusedLogin } from './CredentialProblem';
import { countLogin, LOGIN_WINDOW_MS, logins, nextLogin } from './loginRate';
import { isExpired, parseSession, type Refusal, type Session } from './session';

/** IAM counts wrong passwords for this long, and five of them lock the user; a refused login is not sent again meanwhile. */
const REFUSAL_MS = 15 * 60_000;

/** Any other login that fails is not sent again for this long, so that consecutive calls share its result. */
const FAILURE_MS = 15_000;

/** What this process knows of its logins, by fingerprint; `rejected` by the hash of the session. */
export const processMemory = {
	remembered: new BoundedMap<Session>(),
	failures: new BoundedMap<{ until: number; problem: CredentialProblem }>(),
	rejected: new BoundedMap<true>(),
	inFlight: new Map<string, Promise<Session>>(),
	logins,
};

const { remembered, failures, rejected, inFlight } = processMemory;

const hash = (session: Session): string =>
	createHash('sha256')
		.update(`${session.fingerprint}:${session.token ?? ''}`)
		.digest('hex');

/**
 * Marks a session as dead, because a service refused its token. The next call logs in again. The session of an access key
 * has no token that could die: all its sessions are alike, and it stays.
 *
 * @param stored the session as the credential holds it
 */
export function rejectSession(stored: string): void {
	const session = parseSession(stored);
	if (session?.token !== undefined) rejected.set(hash(session), true);
}

/**
 * Marks a session as dead if a new login may follow at once. Where there were many logins lately, another one would not
 * help: the session stays, and may work again later.
 *
 * @param stored the session as the credential holds it, which a service has refused
 * @param now the time in ms since 1970
 * @returns whether the next call uses another session, that of a new login or of another call that has logged in since
 */
export function renewSession(stored: string, now: number): boolean {
	const session = parseSession(stored);
	if (session?.token === undefined) return false;
	if (!rejected.has(hash(session)) && nextLogin(session.fingerprint, now) > now) return false;
	rejectSession(stored);
	return true;
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

const tooManyLogins = (seconds: number): CredentialProblem =>
	new CredentialProblem(
		`IAM: the service refused the tokens of all logins in the last ${LOGIN_WINDOW_MS / 1000} seconds`,
		`Check "Region", and "Project Name" under "Advanced". The next login is possible in ${seconds} seconds.`,
		true,
	);

/**
 * Remembers that the values of a credential were refused: they are not sent again for 15 minutes.
 *
 * @param fingerprint the field values, see `fingerprintOf`
 * @param problem what to tell
 * @param now the time in ms since 1970
 */
export function refuse(fingerprint: string, problem: RefusedLogin, now: number): void {
	failures.set(fingerprint, { until: now + REFUSAL_MS, problem });
}

/** @returns what this process knows of a refusal of these field values that holds now, in ms since 1970; to be stored. */
export function knownRefusal(fingerprint: string, now: number): Refusal | undefined {
	const failure = failures.get(fingerprint);
	if (failure === undefined || now >= failure.until) return undefined;
	const { problem, until } = failure;
	if (!(problem instanceof RefusedLogin)) return undefined;
	return { refused: { fault: problem.fault, remedy: problem.remedy }, until, fingerprint };
}

/**
 * Gives the session of a credential, with at most one login at a time in this process.
 *
 * @param fingerprint the field values, see `fingerprintOf`
 * @param login logs in
 * @param now the time in ms since 1970
 * @returns the session that another call obtained meanwhile, or that of a new login
 * @throws CredentialProblem if the login fails; the same values are then not sent again for 15 minutes if they were
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
	const possible = nextLogin(fingerprint, now);
	if (possible > now) {
		const problem = tooManyLogins(Math.ceil((possible - now) / 1000));
		failures.set(fingerprint, { until: possible, problem });
		throw problem;
	}

	const began = Date.now();
	const started = login()
		.then((session) => {
			remembered.set(fingerprint, session);
			countLogin(fingerprint, now);
			failures.delete(fingerprint);
			return session;
		})
		.catch((problem: unknown) => {
			if (problem instanceof RefusedLogin) {
				refuse(fingerprint, problem, now);
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
 * Lets a login that failed for a passing reason be sent again at once; for callers that have paused since.
 *
 * @param problem what `obtainSession` threw; nothing happens if another call has tried again meanwhile
 */
export function retryLogin(problem: Error): void {
	for (const [fingerprint, failure] of failures) {
		if (failure.problem === problem && failure.problem.isTransient) failures.delete(fingerprint);
	}
}
