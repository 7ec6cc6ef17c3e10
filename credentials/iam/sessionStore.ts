import { createHash } from 'node:crypto';
import { isExpired, parseSession, type Session } from './session';
import { CredentialProblem } from './settings';

/** A refused login is not sent again for this long: five wrong passwords lock the user for 15 minutes. */
const REFUSAL_MS = 8 * 60_000;

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

const remembered = new BoundedMap<Session>();
const refused = new BoundedMap<{ until: number; problem: CredentialProblem }>();
const rejected = new BoundedMap<true>();
const inFlight = new Map<string, Promise<Session>>();

const hash = (session: Session): string =>
	createHash('sha256')
		.update(`${session.fingerprint}:${session.token ?? ''}`)
		.digest('hex');

/** A login that the service refused for good: the same values will be refused again. */
export class RefusedLogin extends CredentialProblem {}

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
 * @throws CredentialProblem if the login is refused; the same values are then not sent again for eight minutes
 */
export async function obtainSession(
	fingerprint: string,
	login: () => Promise<Session>,
	now: number = Date.now(),
): Promise<Session> {
	const known = remembered.get(fingerprint);
	if (isUsable(known, fingerprint, now)) return known;
	const refusal = refused.get(fingerprint);
	if (refusal && now < refusal.until) throw refusal.problem;
	const running = inFlight.get(fingerprint);
	if (running) return await running;

	const started = login()
		.then((session) => {
			remembered.set(fingerprint, session);
			refused.delete(fingerprint);
			return session;
		})
		.catch((problem: unknown) => {
			if (problem instanceof RefusedLogin)
				refused.set(fingerprint, { until: now + REFUSAL_MS, problem });
			throw problem;
		})
		.finally(() => inFlight.delete(fingerprint));
	inFlight.set(fingerprint, started);
	return await started;
}

/** Forgets all sessions and refusals, as a new process does. For tests. */
export function forgetSessions(): void {
	remembered.clear();
	refused.clear();
	rejected.clear();
	inFlight.clear();
}
