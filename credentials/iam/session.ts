import { createHash } from 'node:crypto';
import type { Settings } from './settings';

/** What one login gives: enough for every call until it expires. Kept, encrypted, in n8n's database. */
export interface Session {
	/** Absent with an access key: there every request is signed. */
	token?: string;
	projectId: string;
	/** In ms since 1970. */
	expiresAt: number;
	/** Which field values the session was made for. */
	fingerprint: string;
}

/** A session is renewed this long before it ends, so that no call meets its end. */
const SAFETY_MARGIN_MS = 5 * 60_000;

/** @returns a hash of all field values; it changes when a field is edited, and reveals nothing. */
export function fingerprintOf(settings: Settings): string {
	return createHash('sha256').update(JSON.stringify(settings)).digest('hex');
}

function readSession(text: string): Readonly<Session> | undefined {
	try {
		const session = JSON.parse(text) as Partial<Session>;
		const complete =
			typeof session.projectId === 'string' &&
			typeof session.expiresAt === 'number' &&
			typeof session.fingerprint === 'string';
		return complete ? (session as Session) : undefined;
	} catch {
		return undefined;
	}
}

/** The latest text that was read: credential, client and redactor ask about the same session in each call. */
let latest: { text: string; session: Readonly<Session> | undefined } = {
	text: '',
	session: undefined,
};

/** @returns the stored session, or undefined if there is none or it cannot be read. */
export function parseSession(stored: unknown): Readonly<Session> | undefined {
	if (typeof stored !== 'string' || stored === '') return undefined;
	if (stored !== latest.text) latest = { text: stored, session: readSession(stored) };
	return latest.session;
}

/** @returns whether a session has expired, or will before a call could end. Short-lived ones are used for half their life. */
export function isExpired(session: Session, now: number): boolean {
	return now >= session.expiresAt;
}

/** @returns when to renew a session that the service ends at `serverExpiry`, by this machine's clock. */
export function renewalTime(now: number, lifetimeMs: number): number {
	return now + Math.max(lifetimeMs - SAFETY_MARGIN_MS, lifetimeMs / 2);
}
