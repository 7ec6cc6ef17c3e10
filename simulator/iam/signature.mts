import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A request as it arrived: nothing decoded, nothing parsed. */
export interface ReceivedRequest {
	method: string;
	/** Path and query as in the request line. */
	target: string;
	/** Names in lower case. */
	headers: Record<string, string | undefined>;
	body: Buffer;
}

/** The parts of an `Authorization` header in the form SDK-HMAC-SHA256. */
export interface Signature {
	accessKeyId: string;
	signedHeaders: string[];
	signature: string;
}

const FORM =
	/^SDK-HMAC-SHA256 Access=([^,\s]+), SignedHeaders=([^,\s]+), Signature=([0-9a-f]{64})$/;
/** The only value of X-Sdk-Content-Sha256 that stands in for the hash of the body. */
const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD';
const UNRESERVED = /[A-Za-z0-9\-_.~]/;

/** @returns the parts of the header, or undefined if it has another form. */
export function parseAuthorization(header: string | undefined): Signature | undefined {
	const found = FORM.exec(header ?? '');
	return found
		? { accessKeyId: found[1], signedHeaders: found[2].split(';'), signature: found[3] }
		: undefined;
}

function percentEncode(bytes: Buffer): string {
	let text = '';
	for (const byte of bytes) {
		const character = String.fromCharCode(byte);
		text +=
			byte < 128 && UNRESERVED.test(character)
				? character
				: `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
	}
	return text;
}

/** Decodes percent signs to bytes and encodes them anew, so that only one spelling remains. */
function normalize(text: string): string {
	const bytes: number[] = [];
	for (let index = 0; index < text.length; index++) {
		const hex = text.slice(index + 1, index + 3);
		if (text[index] === '%' && /^[0-9A-Fa-f]{2}$/.test(hex)) {
			bytes.push(parseInt(hex, 16));
			index += 2;
		} else {
			bytes.push(...Buffer.from(text[index], 'utf8'));
		}
	}
	return percentEncode(Buffer.from(bytes));
}

function canonicalUri(path: string): string {
	const uri = path.split('/').map(normalize).join('/');
	return uri.endsWith('/') ? uri : `${uri}/`;
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** @returns the text behind percent signs; bytes that are no UTF-8 stay encoded */
function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function canonicalQuery(query: string): string {
	const pairs = query
		.split('&')
		.filter((pair) => pair.length > 0)
		.map((pair) => {
			const [key, ...rest] = pair.split('=');
			return { key: normalize(key), value: normalize(rest.join('=')) };
		});
	pairs.sort((a, b) => compare(decoded(a.key), decoded(b.key)) || compare(a.value, b.value));
	return pairs.map(({ key, value }) => `${key}=${value}`).join('&');
}

const hex = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

/**
 * Computes the canonical request of what arrived, as the API Gateway reference describes it.
 *
 * @param request the request as received
 * @param signedHeaders the names in the order of the signature
 */
export function canonicalRequest(
	request: ReceivedRequest,
	signedHeaders: readonly string[],
): string {
	const [path, ...rest] = request.target.split('?');
	const isUnsigned = request.headers['x-sdk-content-sha256'] === UNSIGNED_PAYLOAD;
	const payload = isUnsigned ? UNSIGNED_PAYLOAD : hex(request.body);
	return [
		request.method.toUpperCase(),
		canonicalUri(path),
		canonicalQuery(rest.join('?')),
		`${signedHeaders.map((name) => `${name}:${(request.headers[name] ?? '').trim()}`).join('\n')}\n`,
		signedHeaders.join(';'),
		payload,
	].join('\n');
}

/** @returns whether the signature is that of this secret over exactly this request. */
export function isSignedBy(secret: string, request: ReceivedRequest, given: Signature): boolean {
	const canonical = canonicalRequest(request, given.signedHeaders);
	const toSign = `SDK-HMAC-SHA256\n${request.headers['x-sdk-date'] ?? ''}\n${hex(canonical)}`;
	const expected = createHmac('sha256', secret).update(toSign).digest();
	return timingSafeEqual(expected, Buffer.from(given.signature, 'hex'));
}
