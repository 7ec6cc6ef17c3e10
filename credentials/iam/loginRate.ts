import { BoundedMap } from './BoundedMap';

/** So many logins within the window; a service that refuses each new token has another reason than its age. */
const MAX_LOGINS = 4;

/** In ms. */
export const LOGIN_WINDOW_MS = 30_000;

/** When this process logged in lately, in ms since 1970, by fingerprint. */
export const logins = new BoundedMap<number[]>();

const recentLogins = (fingerprint: string, now: number): number[] =>
	(logins.get(fingerprint) ?? []).filter((time) => now - time < LOGIN_WINDOW_MS);

/**
 * @param fingerprint the field values, see `fingerprintOf`
 * @param now the time in ms since 1970
 * @returns when this process may log in with these values, in ms since 1970; `now` if it may at once
 */
export function nextLogin(fingerprint: string, now: number): number {
	const recent = recentLogins(fingerprint, now);
	return recent.length < MAX_LOGINS ? now : recent[recent.length - MAX_LOGINS] + LOGIN_WINDOW_MS;
}

/** Records a login, at a time in ms since 1970. */
export function countLogin(fingerprint: string, now: number): void {
	logins.set(fingerprint, [...recentLogins(fingerprint, now), now]);
}
