const SECRET = /password|passcode|secret|token_id|cert_?key|key_tab|securitytoken|^pwd$/i;

/** @returns the text without secrets, if it is JSON of an object or list; as it is otherwise */
function maskText(text: string): string {
	if (!/^\s*[{[]/.test(text)) return text;
	try {
		return JSON.stringify(mask(JSON.parse(text)));
	} catch {
		return SECRET.test(text) ? '***' : text;
	}
}

/**
 * @returns a copy without secrets: the value of every field that holds one is replaced by stars, also in texts that are
 * JSON themselves, as in the connection test of a cluster
 */
export function mask(value: unknown): unknown {
	if (typeof value === 'string') return maskText(value);
	if (Array.isArray(value)) return value.map(mask);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [
			key,
			SECRET.test(key) && (typeof inner !== 'object' || inner === null) ? '***' : mask(inner),
		]),
	);
}
