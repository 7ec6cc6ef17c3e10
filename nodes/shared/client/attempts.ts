import { classify, type Verdict } from '../http/classify';
import type { ApiRequest, Exchange } from '../http/types';
import { watchCredential } from './credentialWatch';
import { storeRefusedKey } from './refusedKey';
import { renewSessionsOf } from './renewal';
import { send, type ApiContext, type CredentialSnapshot } from './send';

/** One attempt of a call. */
export interface Attempt {
	exchange: Exchange;
	/** The session that it was sent with; empty if there was none. */
	session: string;
	verdict: Verdict;
	/** Whether its token was dead, and may be renewed later. */
	isDead: boolean;
	/** Set when nothing was sent, because the end was known. */
	isForeseen: boolean;
}

/** Makes the attempts of one run, and keeps in mind what they teach about its credential. */
export interface Attempts {
	/**
	 * Begins a call. @returns what makes one attempt of it, and never throws; an attempt with a dead token includes new
	 * logins, as long as they are possible, and as many sendings
	 */
	begin(request: ApiRequest): () => Promise<Attempt>;
	/** Records that an attempt was the last one of its call: for a while, calls fail at once. */
	giveUp(attempt: Attempt): void;
}

/**
 * What is refused to the credential itself is not sent again: five refused signatures lock a key, so with an
 * access key calls go one by one until one was accepted.
 *
 * @param context the running node
 * @param credential the credential of the run
 * @param now local time, in ms since 1970
 * @param isStopped whether the execution was stopped; then no further request is sent
 */
export function createAttempts(
	context: ApiContext,
	credential: CredentialSnapshot,
	now: () => number,
	isStopped: () => boolean,
): Attempts {
	const isSigned = credential.data.authentication === 'accessKey';
	const watch = watchCredential();
	const renewal = renewSessionsOf(context, credential);
	let underWay: Promise<unknown> | undefined;

	/** Sends a request, unless its end is known. */
	async function sendOnce(request: ApiRequest): Promise<Attempt> {
		const foreseen = watch.foresee(now());
		if (foreseen) {
			const verdict = classify(foreseen);
			return { exchange: foreseen, session: '', verdict, isDead: false, isForeseen: true };
		}
		await renewal.prepare(now());
		const sent = await send(context, credential, request);
		const verdict = classify(sent.exchange, request.readsResults);
		if (isSigned) await storeRefusedKey(context, credential, request, sent.exchange);
		watch.note(sent.exchange, verdict, now());
		const isDead = !isSigned && verdict === 'deadToken' && sent.session !== '';
		return { ...sent, verdict, isDead, isForeseen: false };
	}

	async function sendInTurn(request: ApiRequest): Promise<Attempt> {
		while (isSigned && !watch.isProven() && underWay !== undefined) await underWay;
		const sent = sendOnce(request);
		if (!isSigned || watch.isProven()) return await sent;
		underWay = sent;
		const attempt = await sent;
		underWay = undefined;
		return attempt;
	}

	function giveUp({ exchange, session, isDead }: Attempt): void {
		if (isDead) renewal.giveUp(session);
		watch.giveUp(exchange, now());
	}

	/** A request with a dead token was not carried out: after a new login it is the same attempt. */
	async function sendRenewed(request: ApiRequest): Promise<Attempt> {
		for (;;) {
			const attempt = await sendInTurn(request);
			if (isStopped() || !attempt.isDead || !renewal.renew(attempt.session, now())) return attempt;
		}
	}

	/** An access key has no token: what calls it dead has another cause, which may pass; one more sending per call. */
	function signedSender(request: ApiRequest): () => Promise<Attempt> {
		let isRepeated = false;
		return async () => {
			const attempt = await sendInTurn(request);
			if (attempt.verdict !== 'deadToken' || isRepeated || isStopped()) return attempt;
			if (!watch.mayRepeat()) {
				giveUp(attempt);
				return attempt;
			}
			isRepeated = true;
			return await sendInTurn(request);
		};
	}

	const begin = (request: ApiRequest): (() => Promise<Attempt>) =>
		isSigned ? signedSender(request) : async () => await sendRenewed(request);

	return { begin, giveUp };
}
