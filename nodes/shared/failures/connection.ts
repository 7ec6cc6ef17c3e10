/** Why a host cannot be reached, in words that continue a sentence about it, and what to do. */
export interface ConnectionFault {
	words: string;
	remedy: string;
}

const CHECK_ADDRESS =
	'Check the region and the endpoints of the credential, DNS, proxy and firewall.';

const UNTRUSTED: ConnectionFault = {
	words: 'its certificate is not trusted',
	remedy:
		'If your organization has its own certificate authority or a proxy that inspects encrypted connections, start n8n with NODE_EXTRA_CA_CERTS set to its certificate file (PEM). Otherwise check the endpoints of the credential.',
};

const LARGE_HEADERS: ConnectionFault = {
	words: 'the headers of its response are larger than 16 KiB, which happens with long tokens',
	remedy:
		'Start n8n with NODE_OPTIONS=--max-http-header-size=65536, assign fewer roles to the user, or use an access key, which needs no token.',
};

/** In words, because n8n replaces a message that holds one of these codes by a general one. */
const FAULTS = new Map<unknown, string>([
	['ENOTFOUND', 'host name not found'],
	['EAI_AGAIN', 'host name lookup failed'],
	['ECONNREFUSED', 'connection refused'],
	['ECONNRESET', 'connection lost'],
	['ECONNABORTED', 'no response in time'],
	['ETIMEDOUT', 'no response in time'],
	['ERR_CANCELED', 'no response in time'],
]);

/**
 * Explains a connection that failed.
 *
 * @param code of the error, by Node.js or n8n's HTTP client; of any type
 */
export function connectionFault(code: unknown): ConnectionFault {
	if (code === 'HPE_HEADER_OVERFLOW') return LARGE_HEADERS;
	const words = FAULTS.get(code);
	if (words !== undefined) return { words, remedy: CHECK_ADDRESS };
	return /CERT|TLS|SSL|SIGNATURE/.test(String(code))
		? UNTRUSTED
		: { words: 'the call failed', remedy: CHECK_ADDRESS };
}
