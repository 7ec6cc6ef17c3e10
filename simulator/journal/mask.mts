const SECRET = /password|passcode|secret|token_id|cert_key|securitytoken|^pwd$/i;

/** @returns a copy without secrets: the value of every field that holds one is replaced by stars. */
export function mask(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(mask);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [
			key,
			SECRET.test(key) && (typeof inner !== 'object' || inner === null) ? '***' : mask(inner),
		]),
	);
}
