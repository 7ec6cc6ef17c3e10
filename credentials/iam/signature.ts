import { createHmac, hash } from 'node:crypto';
import { percentEncode } from '../../nodes/shared/values/percentEncode';

/** A request in the form in which it is sent. */
export interface SignableRequest {
	method: string;
	/** Absolute URL, percent-encoded. */
	url: string;
	/** All headers to sign, besides host and date. */
	headers: Record<string, string>;
	/** The exact text of the body; empty for none. */
	body: string;
}

/** An access key, permanent or temporary. */
export interface AccessKey {
	accessKeyId: string;
	secretAccessKey: string;
	/** Only a temporary key has one. */
	securityToken?: string;
}

const ALGORITHM = 'SDK-HMAC-SHA256';
const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD';

/** Headers of an earlier signature. */
const OWN_HEADERS = new Set(['authorization', 'x-sdk-date', 'x-security-token']);

/** A path that is canonical already, as nearly all are. */
const PLAIN_PATH = /^[A-Za-z0-9\-_.~/]*$/;

const sha256 = (text: string): string => hash('sha256', text, 'hex');

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** @returns the text behind percent signs; the text itself if these are no UTF-8. */
function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** @returns the one spelling of a part of an address; bytes that are no UTF-8 stay as they are. */
function normalize(text: string): string {
	try {
		return percentEncode(decodeURIComponent(text));
	} catch {
		return text
			.split(/(%[0-9a-f]{2})/i)
			.map((part, index) => {
				if (index % 2 === 0) return percentEncode(part);
				const byte = parseInt(part.slice(1), 16);
				return byte < 0x80 ? percentEncode(String.fromCharCode(byte)) : part.toUpperCase();
			})
			.join('');
	}
}

function canonicalPath(pathname: string): string {
	const path = PLAIN_PATH.test(pathname) ? pathname : pathname.split('/').map(normalize).join('/');
	return path.endsWith('/') ? path : `${path}/`;
}

function canonicalQuery(search: string): string {
	if (search.length <= 1) return '';
	return search
		.slice(1)
		.split('&')
		.filter((pair) => pair !== '')
		.map((pair): [string, string] => {
			const at = pair.indexOf('=');
			return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
		})
		.sort(
			([keyA, valueA], [keyB, valueB]) =>
				byCodeUnits(decode(keyA), decode(keyB)) || byCodeUnits(decode(valueA), decode(valueB)),
		)
		.map(([key, value]) => `${normalize(key)}=${normalize(value)}`)
		.join('&');
}

/** The latest second that was written out; many requests fall into one. */
let latest = { second: Number.NaN, text: '' };

/** @returns the time, in ms since 1970, as `X-Sdk-Date` wants it: yyyyMMddTHHmmssZ in UTC. */
export function sdkDate(time: number): string {
	const second = Math.floor(time / 1000);
	if (second !== latest.second) {
		const iso = new Date(second * 1000).toISOString();
		const date = `${iso.slice(0, 4)}${iso.slice(5, 7)}${iso.slice(8, 10)}`;
		latest = {
			second,
			text: `${date}T${iso.slice(11, 13)}${iso.slice(14, 16)}${iso.slice(17, 19)}Z`,
		};
	}
	return latest.text;
}

/**
 * Signs a request with SDK-HMAC-SHA256, as Open Telekom Cloud's API Gateway and IAM references describe it.
 * Signing is idempotent: headers of an earlier signature are replaced.
 *
 * @param request the request as it will be sent, byte by byte
 * @param key the access key
 * @param date the value of `X-Sdk-Date`, see `sdkDate`
 * @returns all headers to send, `Authorization` among them
 */
export function sign(
	request: SignableRequest,
	key: AccessKey,
	date: string,
): Record<string, string> {
	const url = new URL(request.url);
	const headers: Record<string, string> = {};
	const toSign = new Map<string, string>();
	for (const [name, value] of Object.entries(request.headers)) {
		const lowerName = name.toLowerCase();
		if (OWN_HEADERS.has(lowerName)) continue;
		headers[name] = value;
		toSign.set(lowerName, value.trim());
	}
	headers['X-Sdk-Date'] = date;
	toSign.set('x-sdk-date', date);
	if (key.securityToken) {
		headers['X-Security-Token'] = key.securityToken;
		toSign.set('x-security-token', key.securityToken.trim());
	}
	if (!toSign.has('host')) toSign.set('host', url.host);
	const names = [...toSign.keys()].sort();
	const signedHeaders = names.join(';');
	let headerLines = '';
	for (const name of names) headerLines += `${name}:${toSign.get(name)}\n`;
	const unsigned = toSign.get('x-sdk-content-sha256') === UNSIGNED_PAYLOAD;
	const target = `${canonicalPath(url.pathname)}\n${canonicalQuery(url.search)}`;
	const payload = unsigned ? UNSIGNED_PAYLOAD : sha256(request.body);
	const canonicalRequest = `${request.method.toUpperCase()}\n${target}\n${headerLines}\n${signedHeaders}\n${payload}`;
	const stringToSign = `${ALGORITHM}\n${date}\n${sha256(canonicalRequest)}`;
	const signature = createHmac('sha256', key.secretAccessKey)
		.update(stringToSign, 'utf8')
		.digest('hex');
	headers.Authorization = `${ALGORITHM} Access=${key.accessKeyId}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
	return headers;
}
