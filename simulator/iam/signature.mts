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
	/** The older scheme of gophertelekomcloud: date, region and service, of which the last two are empty in practice. */
	scope?: { date: string; region: string; service: string };
}

const REST = 'SignedHeaders=([^,\\s]+), ?Signature=([0-9a-f]{64})$';
const FORM = new RegExp(`^SDK-HMAC-SHA256 Access=([^,\\s]+), ${REST}`);
const SCOPED_FORM = new RegExp(
	`^SDK-HMAC-SHA256 Credential=([^/,\\s]+)/(\\d{8})/([^/,\\s]*)/([^/,\\s]*)/sdk_request, ${REST}`,
);
/** The only value of X-Sdk-Content-Sha256 that stands in for the hash of the body. */
const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD';
const UNRESERVED = /[A-Za-z0-9\-_.~]/;

/** @returns the parts of the header, or undefined if it has another form. */
export function parseAuthorization(header: string | undefined): Signature | undefined {
	const plain = FORM.exec(header ?? '');
	if (plain) {
		return { accessKeyId: plain[1], signedHeaders: plain[2].split(';'), signature: plain[3] };
	}
	const scoped = SCOPED_FORM.exec(header ?? '');
	if (!scoped) return undefined;
	const [, accessKeyId, date, region, service, names, signature] = scoped;
	return {
		accessKeyId,
		signedHeaders: names.split(';'),
		signature,
		scope: { date, region, service },
	};
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

/** Decodes percent signs to bytes and encodes them again, so that only one spelling remains. */
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

function canonicalQuery(query: string, once: boolean): string {
	const pairs = query
		.split('&')
		.filter((pair) => pair.length > 0)
		.map((pair) => {
			const [key, ...rest] = pair.split('=');
			return { key: normalize(key), value: normalize(rest.join('=')) };
		});
	const kept = once
		? pairs.filter(({ key }, index) => pairs.findIndex((pair) => pair.key === key) === index)
		: pairs;
	kept.sort((a, b) => compare(decoded(a.key), decoded(b.key)) || compare(a.value, b.value));
	return kept.map(({ key, value }) => `${key}=${value}`).join('&');
}

const hex = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

/**
 * Computes the canonical request of what arrived, as the API Gateway reference describes it.
 *
 * @param request the request as received
 * @param signedHeaders the names in the order of the signature
 * @param isScoped whether it is that of the older scheme: repeated keys of the query count once, and a POST without a body
 * has the hash of its query
 */
export function canonicalRequest(
	request: ReceivedRequest,
	signedHeaders: readonly string[],
	isScoped = false,
): string {
	const [path, ...rest] = request.target.split('?');
	const isUnsigned = request.headers['x-sdk-content-sha256'] === UNSIGNED_PAYLOAD;
	const query = canonicalQuery(rest.join('?'), isScoped);
	const isQueryHashed = isScoped && request.method === 'POST' && request.body.length === 0;
	const payload = isUnsigned ? UNSIGNED_PAYLOAD : hex(isQueryHashed ? query : request.body);
	return [
		request.method.toUpperCase(),
		canonicalUri(path),
		query,
		`${signedHeaders.map((name) => `${name}:${(request.headers[name] ?? '').trim()}`).join('\n')}\n`,
		signedHeaders.join(';'),
		payload,
	].join('\n');
}

const hmac = (key: string | Buffer, text: string): Buffer =>
	createHmac('sha256', key).update(text).digest();

/** @returns whether the signature is that of this secret over exactly this request. */
export function isSignedBy(secret: string, request: ReceivedRequest, given: Signature): boolean {
	const { scope } = given;
	const canonical = canonicalRequest(request, given.signedHeaders, scope !== undefined);
	const toSign = [
		'SDK-HMAC-SHA256',
		request.headers['x-sdk-date'] ?? '',
		...(scope ? [`${scope.date}/${scope.region}/${scope.service}/sdk_request`] : []),
		hex(canonical),
	].join('\n');
	const key = scope
		? [scope.date, scope.region, scope.service, 'sdk_request'].reduce<string | Buffer>(
				hmac,
				`SDK${secret}`,
			)
		: secret;
	const expected = hmac(key, toSign);
	return timingSafeEqual(expected, Buffer.from(given.signature, 'hex'));
}
