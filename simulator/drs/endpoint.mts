import type { Json } from './task.mts';

const SECRETS = new Set(['db_password', 'ssl_cert_key', 'ssl_cert_password', 'ssl_cert_check_sum']);

/** @returns an endpoint as a query shows it: without passwords and certificates. */
export function shownEndpoint(endpoint: Json): Json {
	return Object.fromEntries(Object.entries(endpoint).filter(([key]) => !SECRETS.has(key)));
}
