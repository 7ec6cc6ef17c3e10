import type { IDataObject } from 'n8n-workflow';
import { isExpired, parseRefusal, parseSession } from '../../../credentials/iam/session';
import { rejectSession, renewSession } from '../../../credentials/iam/sessionStore';
import { CREDENTIAL_TYPE, type ApiContext, type CredentialSnapshot } from './send';

/** A refused credential may be edited during the run; it is read again this often, in ms. */
const REFUSED_MS = 30_000;

/** Keeps the session of one run alive. */
export interface Renewal {
	/**
	 * Makes the credential ready for a call, now, in ms since 1970: before a login is needed, it is read again, because
	 * another process may have logged in or have been refused meanwhile, or somebody has edited a field.
	 */
	prepare(now: number): Promise<void>;
	/**
	 * Records a dead session, now, in ms since 1970.
	 *
	 * @returns whether the call can be repeated at once, with another session; false after many logins in a short time
	 */
	renew(session: string, now: number): boolean;
	/** Gives a session up, so that the next call logs in, whenever that is. */
	giveUp(session: string): void;
}

/**
 * @param context the running node
 * @param credential the credential of the run, which is changed
 */
export function renewSessionsOf(context: ApiContext, credential: CredentialSnapshot): Renewal {
	let isStale = false;
	let readAt: number | undefined;
	let reading: Promise<void> | undefined;

	async function readAgain(): Promise<void> {
		const fresh: IDataObject = await context
			.getCredentials(CREDENTIAL_TYPE)
			.catch(() => credential.data);
		Object.assign(credential.data, fresh);
	}

	const isOver = (now: number): boolean => {
		const { session: stored } = credential.data;
		const session = parseSession(stored);
		if (session !== undefined) return isExpired(session, now);
		readAt ??= now;
		return parseRefusal(stored) !== undefined && now - readAt >= REFUSED_MS;
	};

	return {
		async prepare(now) {
			if (isStale || isOver(now)) {
				isStale = false;
				readAt = now;
				reading ??= readAgain().finally(() => {
					reading = undefined;
				});
			}
			await reading;
		},
		renew(session, now) {
			const isRenewed = renewSession(session, now);
			isStale ||= isRenewed;
			return isRenewed;
		},
		giveUp(session) {
			rejectSession(session);
			isStale = true;
		},
	};
}
