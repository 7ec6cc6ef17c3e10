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
		'If your organization has a certificate authority of its own, or a proxy that opens encrypted connections, start n8n with NODE_EXTRA_CA_CERTS set to the file of its certificate (PEM). Otherwise check the endpoints of the credential.',
};

const LARGE_HEADERS: ConnectionFault = {
	words: 'the headers of its answer are larger than 16 KiB, as those of a long token are',
	remedy:
		'Start n8n with NODE_OPTIONS=--max-http-header-size=65536, give the user fewer roles, or use an access key, which needs no token.',
};

/** In words, because n8n replaces a message that holds one of these codes by a general one. */
const FAULTS = new Map<unknown, string>([
	['ENOTFOUND', 'its name is not known'],
	['EAI_AGAIN', 'its name could not be looked up'],
	['ECONNREFUSED', 'it refuses the connection'],
	['ECONNRESET', 'the connection broke'],
	['ECONNABORTED', 'it did not answer in time'],
	['ETIMEDOUT', 'it did not answer in time'],
	['ERR_CANCELED', 'it did not answer in time'],
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
