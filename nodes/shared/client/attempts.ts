import { rejectSession } from '../../../credentials/iam/sessionStore';
import { classify, type Verdict } from '../http/classify';
import type { ApiRequest, Exchange } from '../http/types';
import { watchCredential } from './credentialWatch';
import { send, type ApiContext, type CredentialSnapshot } from './send';

/** One attempt of a call. */
export interface Attempt {
	exchange: Exchange;
	/** The session that it was sent with; empty if there was none. */
	session: string;
	verdict: Verdict;
	/** Set when nothing was sent, because the end was known. */
	isForeseen: boolean;
}

/** Makes the attempts of one run, and keeps in mind what they teach about its credential. */
export interface Attempts {
	/**
	 * Begins a call. @returns what makes one attempt of it, and never throws; the first one with a dead token includes a new
	 * login and a second sending
	 */
	begin(request: ApiRequest): () => Promise<Attempt>;
	/** Takes notice that an attempt was the last one of its call: for a while, calls fail at once. */
	giveUp(attempt: Attempt): void;
}

/**
 * What is refused to the credential itself is not sent again in this run: five refused signatures lock a key, so with an
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
	const watch = watchCredential(isSigned);
	let underWay: Promise<unknown> | undefined;

	/** Sends a request, unless its end is known. */
	async function sendOnce(request: ApiRequest): Promise<Attempt> {
		const foreseen = watch.foresee(now());
		if (foreseen) {
			return { exchange: foreseen, session: '', verdict: classify(foreseen), isForeseen: true };
		}
		const sent = await send(context, credential, request);
		const verdict = classify(sent.exchange, request.readsResults);
		watch.note(sent.exchange, verdict, now());
		return { ...sent, verdict, isForeseen: false };
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

	const giveUp = ({ exchange }: Attempt): void => watch.giveUp(exchange, now());

	/** A request with a dead token was not carried out: after a new login, one per call, it is the same attempt. */
	function begin(request: ApiRequest): () => Promise<Attempt> {
		let isRenewed = false;
		return async () => {
			const attempt = await sendInTurn(request);
			const { verdict, session } = attempt;
			if (verdict !== 'deadToken' || isRenewed || session === '' || isStopped()) return attempt;
			if (!watch.mayRenew(session)) {
				giveUp(attempt);
				return attempt;
			}
			isRenewed = true;
			rejectSession(session);
			return await sendInTurn(request);
		};
	}

	return { begin, giveUp };
}
