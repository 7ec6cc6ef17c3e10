import { isRefusedCredential, type Verdict } from '../http/classify';
import type { Exchange } from '../http/types';

/** So many dead tokens in a row, each from a login of its own, have another cause than their age. */
const MAX_VAIN_RENEWALS = 3;

/** When there is nothing left to try, all other calls fail at once for this long. */
const GIVEN_UP_MS = 30_000;

/** Five refused signatures lock a key: after one, no call is sent for this long. */
const REFUSED_KEY_MS = 8 * 60_000;

/** What one run has learned about its credential, so that it does not send again what is refused. */
export interface CredentialWatch {
	/** @returns how a call would end if it were sent now, in ms since 1970; undefined if that is not known */
	foresee(now: number): Exchange | undefined;
	/** Takes notice of how a call ended, now, in ms since 1970. */
	note(exchange: Exchange, verdict: Verdict, now: number): void;
	/** @returns whether a service has accepted the credential */
	isProven(): boolean;
	/** @returns whether a new login, or with an access key another attempt, may help a call whose session is dead */
	mayRenew(session: string): boolean;
	/** Takes notice that there is nothing left to try, such as another login. */
	giveUp(exchange: Exchange, now: number): void;
}

/**
 * Makes the watch of one run.
 *
 * @param isSigned whether an access key signs each call; it has no token that a login could renew
 */
export function watchCredential(isSigned: boolean): CredentialWatch {
	const deadSessions = new Set<string>();
	let vainAttempts = 0;
	let proven = false;
	let known: { exchange: Exchange; until: number } | undefined;
	return {
		foresee: (now) => (known && now < known.until ? known.exchange : undefined),
		note(exchange, verdict, now) {
			if (exchange.kind !== 'response') return;
			if (isRefusedCredential(exchange.status, exchange.body)) {
				known = { exchange, until: now + (isSigned ? REFUSED_KEY_MS : GIVEN_UP_MS) };
			} else if (verdict === 'answer' || verdict === 'refused') {
				proven = true;
				vainAttempts = 0;
				deadSessions.clear();
			}
		},
		isProven: () => proven,
		mayRenew(session) {
			if (isSigned) return ++vainAttempts <= MAX_VAIN_RENEWALS;
			if (deadSessions.has(session)) return true;
			if (deadSessions.size >= MAX_VAIN_RENEWALS) return false;
			deadSessions.add(session);
			return true;
		},
		giveUp(exchange, now) {
			known = { exchange, until: now + GIVEN_UP_MS };
		},
	};
}
