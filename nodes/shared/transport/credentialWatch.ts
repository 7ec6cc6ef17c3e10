import { isRefusedCredential, type Verdict } from './classify';
import type { Exchange } from './types';

/** So many dead tokens in a row, each from a login of its own, have another cause than their age. */
const MAX_VAIN_RENEWALS = 3;

/** When the attempts to log in are used up, all other calls fail at once for this long. */
const GIVEN_UP_MS = 30_000;

/** What one run has learned about its credential, so that it does not send again what is refused. */
export interface CredentialWatch {
	/** @returns how a call would end if it were sent now, in ms since 1970; undefined if that is not known */
	foresee(now: number): Exchange | undefined;
	/** Takes notice of how a call ended. */
	note(exchange: Exchange, verdict: Verdict): void;
	/** @returns whether a new login may help a call whose session is dead */
	mayRenew(session: string): boolean;
	/** Takes notice that the attempts to log in are used up. */
	giveUp(exchange: Exchange, now: number): void;
}

/** Makes the watch of one run. */
export function watchCredential(): CredentialWatch {
	const deadSessions = new Set<string>();
	let refusal: Exchange | undefined;
	let givenUp: { exchange: Exchange; until: number } | undefined;
	return {
		foresee: (now) => refusal ?? (givenUp && now < givenUp.until ? givenUp.exchange : undefined),
		note(exchange, verdict) {
			if (exchange.kind !== 'response') return;
			if (isRefusedCredential(exchange.status, exchange.body)) refusal ??= exchange;
			else if (verdict === 'answer' || verdict === 'refused') deadSessions.clear();
		},
		mayRenew(session) {
			if (deadSessions.has(session)) return true;
			if (deadSessions.size >= MAX_VAIN_RENEWALS) return false;
			deadSessions.add(session);
			return true;
		},
		giveUp(exchange, now) {
			givenUp = { exchange, until: now + GIVEN_UP_MS };
		},
	};
}
