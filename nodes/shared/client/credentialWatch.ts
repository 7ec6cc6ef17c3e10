import { isRefusedCredential, type Verdict } from '../http/classify';
import type { Exchange } from '../http/types';

/** A key has no token that a login could renew: so many answers in a row that call it dead have another cause. */
const MAX_VAIN_ATTEMPTS = 3;

/** When there is nothing left to try, all other calls fail at once for this long. */
const GIVEN_UP_MS = 30_000;

/** What one run has learned about its credential, so that it does not send again what is refused. */
export interface CredentialWatch {
	/** @returns how a call would end if it were sent now, in ms since 1970; undefined if that is not known */
	foresee(now: number): Exchange | undefined;
	/** Records how a call ended, now, in ms since 1970. */
	note(exchange: Exchange, verdict: Verdict, now: number): void;
	/** @returns whether a service has accepted the credential */
	isProven(): boolean;
	/** @returns whether another attempt may help a call whose access key was called a dead token */
	mayRepeat(): boolean;
	/** Records that there is nothing left to try, such as another login. */
	giveUp(exchange: Exchange, now: number): void;
}

/** Makes the watch of one run. */
export function watchCredential(): CredentialWatch {
	let vainAttempts = 0;
	let proven = false;
	let known: { exchange: Exchange; until: number } | undefined;
	return {
		foresee: (now) => (known && now < known.until ? known.exchange : undefined),
		note(exchange, verdict, now) {
			if (exchange.kind !== 'response') return;
			if (isRefusedCredential(exchange.status, exchange.body)) {
				known = { exchange, until: now + GIVEN_UP_MS };
			} else if (verdict === 'answer' || verdict === 'refused') {
				proven = true;
				vainAttempts = 0;
			}
		},
		isProven: () => proven,
		mayRepeat: () => ++vainAttempts <= MAX_VAIN_ATTEMPTS,
		giveUp(exchange, now) {
			known = { exchange, until: now + GIVEN_UP_MS };
		},
	};
}
