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

/**
 * A refused login, kept in the place of a session: all processes, and those that are started later, see that the same
 * values must not be sent again.
 */
export interface Refusal {
	refused: { fault: string; remedy: string };
	/** Until when it holds, in ms since 1970. */
	until: number;
	/** Which field values were refused. */
	fingerprint: string;
}

/** A session is renewed this long before it ends, so that no call meets its end. */
const SAFETY_MARGIN_MS = 5 * 60_000;

/** @returns a hash of all field values; it changes when a field is edited, and reveals nothing. */
export function fingerprintOf(settings: Settings): string {
	return createHash('sha256').update(JSON.stringify(settings)).digest('hex');
}

const isSession = (stored: Partial<Session>): stored is Session =>
	typeof stored.projectId === 'string' &&
	typeof stored.expiresAt === 'number' &&
	typeof stored.fingerprint === 'string';

const isRefusal = (stored: Partial<Refusal>): stored is Refusal =>
	typeof stored.refused?.fault === 'string' &&
	typeof stored.refused.remedy === 'string' &&
	typeof stored.until === 'number' &&
	typeof stored.fingerprint === 'string';

interface Stored {
	session?: Readonly<Session>;
	refusal?: Readonly<Refusal>;
}

function readStored(text: string): Stored {
	try {
		const stored = (JSON.parse(text) ?? {}) as Partial<Session> & Partial<Refusal>;
		if (isSession(stored)) return { session: stored };
		return isRefusal(stored) ? { refusal: stored } : {};
	} catch {
		return {};
	}
}

/** The latest text that was read: credential, client and redactor ask about the same session in each call. */
let latest: { text: string; stored: Stored } = { text: '', stored: {} };

function parseStored(stored: unknown): Stored {
	if (typeof stored !== 'string' || stored === '') return {};
	if (stored !== latest.text) latest = { text: stored, stored: readStored(stored) };
	return latest.stored;
}

/** @returns the stored session, or undefined if there is none or it cannot be read. */
export const parseSession = (stored: unknown): Readonly<Session> | undefined =>
	parseStored(stored).session;

/** @returns the refusal that is stored in the place of a session, or undefined if there is none. */
export const parseRefusal = (stored: unknown): Readonly<Refusal> | undefined =>
	parseStored(stored).refusal;

/** @returns the stored refusal if it is about these field values and still holds now, in ms since 1970. */
export function refusalFor(
	stored: unknown,
	fingerprint: string,
	now: number,
): Readonly<Refusal> | undefined {
	const refusal = parseRefusal(stored);
	return refusal?.fingerprint === fingerprint && now < refusal.until ? refusal : undefined;
}

/** @returns whether a session has expired, or will before a call could end. Short-lived ones are used for half their life. */
export function isExpired(session: Session, now: number): boolean {
	return now >= session.expiresAt;
}

/** @returns when to renew a session that the service ends at `serverExpiry`, by this machine's clock. */
export function renewalTime(now: number, lifetimeMs: number): number {
	return now + Math.max(lifetimeMs - SAFETY_MARGIN_MS, lifetimeMs / 2);
}
