import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { percentEncode } from '../../nodes/shared/values/percentEncode';
import { CredentialProblem } from './CredentialProblem';
import { endpointOf, isOwnHost } from './endpoints';
import type { Session } from './session';
import { checkHeaderText, type Settings } from './settings';
import { sdkDate, sign } from './signature';

/** Options of either of n8n's HTTP clients; the older one, which the HTTP Request node uses, says `uri`. */
export type AnyRequestOptions = IHttpRequestOptions & {
	uri?: string;
	followRedirect?: boolean;
	followAllRedirects?: boolean;
	maxRedirects?: number;
	form?: unknown;
	formData?: unknown;
};

/**
 * Every option by which one of n8n's HTTP clients can be told to follow a redirect, read in n8n-core 2.0.2 and in
 * `@n8n/backend-network` 1.15.1: the newer client asks `disableFollowRedirect` and then `maxRedirects`; the older one
 * follows if `followAllRedirects` is set, or unless `followRedirect` is false.
 */
const NO_REDIRECTS = {
	disableFollowRedirect: true,
	followRedirect: false,
	followAllRedirects: false,
	maxRedirects: 0,
	sendCredentialsOnCrossOriginRedirect: false,
} as const;

const SERVICE_SCHEME = /^otc:\/\/([a-z0-9-]+)(\/.*)?$/;
const PROJECT_PLACEHOLDER = /\{project_id\}|%7Bproject_id%7D/gi;
const RENEW =
	'Change a field of the credential, such as "Project Name" under "Advanced", to log in again.';
const MANAGED_HEADERS = new Set([
	'host',
	'x-auth-token',
	'x-project-id',
	'authorization',
	'x-sdk-date',
	'x-security-token',
]);

/** @returns key=value pairs of a query object, percent-encoded; lists give one pair per entry. */
function encodeQuery(query: IDataObject): string {
	return Object.entries(query)
		.filter(([, value]) => value !== undefined && value !== null)
		.flatMap(([key, value]) =>
			Array.isArray(value) ? value.map((entry) => [key, entry]) : [[key, value]],
		)
		.map(([key, value]) => `${percentEncode(String(key))}=${percentEncode(String(value))}`)
		.join('&');
}

/** @returns the absolute URL of a request, with its query, and the project's ID in place of `{project_id}`. */
function resolveUrl(settings: Settings, options: AnyRequestOptions, projectId: string): URL {
	const given = (options.url || options.uri || '').replace(PROJECT_PLACEHOLDER, projectId);
	const service = SERVICE_SCHEME.exec(given);
	const address = service ? `${endpointOf(settings, service[1])}${service[2] ?? ''}` : given;
	const absolute =
		options.baseURL && !/^[a-z]+:\/\//i.test(address) ? `${options.baseURL}${address}` : address;
	if (!URL.canParse(absolute)) {
		throw new CredentialProblem(
			`URL: "${absolute.slice(0, 200)}" is not a URL`,
			'Enter an absolute URL.',
		);
	}
	const url = new URL(absolute);
	if (url.username !== '' || url.password !== '') {
		throw new CredentialProblem(
			'URL: contains a user or a password',
			'Remove everything before the @. The credential logs in by itself.',
		);
	}
	url.hash = '';
	const query = encodeQuery((options.qs ?? {}) as IDataObject);
	if (query !== '') url.search = url.search === '' ? `?${query}` : `${url.search}&${query}`;
	if (!isOwnHost(settings, url)) {
		throw new CredentialProblem(
			`URL: ${url.host} is not a host of this credential`,
			"Tokens and signatures are only sent to services of the credential's region. Check the URL, or the region and endpoints of the credential.",
		);
	}
	return url;
}

/** @throws CredentialProblem if the proxy of a request would see the token: it can read http, and carries https unread. */
function checkProxy(options: AnyRequestOptions, url: URL): void {
	if (!options.proxy || url.protocol === 'https:') return;
	throw new CredentialProblem(
		'Proxy: could read the token or signature of this request, because the URL is plain http',
		'Remove "Proxy", or use an endpoint with https.',
	);
}

/** @returns the body as the text that is sent; undefined for a form or a stream, which cannot be signed. */
function bodyText(body: unknown): string | undefined {
	if (body === undefined || body === null || body === '') return '';
	if (typeof body === 'string') return body;
	if (Buffer.isBuffer(body)) return undefined;
	const prototype: unknown = Object.getPrototypeOf(body);
	const isPlain = Array.isArray(body) || prototype === Object.prototype || prototype === null;
	if (!isPlain) return undefined;
	return !Array.isArray(body) && Object.keys(body as object).length === 0
		? ''
		: JSON.stringify(body);
}

/**
 * Makes a request ready to be sent: resolves `otc://<service><path>` and `{project_id}`, and adds the token, or the
 * signature over the exact bytes that are sent. Redirects are not followed, so that neither reaches another host.
 * Idempotent: what an earlier pass added is replaced.
 *
 * @param settings the fields of the credential
 * @param session a usable session
 * @param options the request of a node, or of the HTTP Request node
 * @param now the time in ms since 1970, for the signature
 * @returns a new request; the given one is not changed
 * @throws CredentialProblem for an address that is not one of this credential's services
 */
export function authenticateRequest(
	settings: Settings,
	session: Session,
	options: AnyRequestOptions,
	now: number,
): AnyRequestOptions {
	const url = resolveUrl(settings, options, session.projectId);
	checkProxy(options, url);
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(options.headers ?? {})) {
		if (!MANAGED_HEADERS.has(name.toLowerCase())) headers[name] = String(value);
	}
	const isForm = options.form !== undefined || options.formData !== undefined;
	const text = isForm ? undefined : bodyText(options.body);
	const hasType = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
	if (text !== undefined && text !== '' && !hasType) headers['Content-Type'] = 'application/json';
	const base: AnyRequestOptions = {
		...options,
		method: options.method ?? 'GET',
		url: url.href,
		qs: undefined,
		baseURL: undefined,
		...NO_REDIRECTS,
		...(text === undefined ? {} : { body: text === '' ? undefined : text }),
	};
	if (options.uri !== undefined) base.uri = url.href;
	if (settings.authentication === 'password') {
		checkHeaderText('Session', session.token ?? '', RENEW);
		return { ...base, headers: { ...headers, 'X-Auth-Token': session.token ?? '' } };
	}
	if (text === undefined) {
		throw new CredentialProblem(
			'Body: a form or a file cannot be signed with an access key',
			'Send JSON, or set "Authentication" to "Password".',
		);
	}
	const signed = sign(
		{
			method: base.method ?? 'GET',
			url: url.href,
			headers: { ...headers, 'X-Project-Id': session.projectId },
			body: text,
		},
		settings,
		sdkDate(now),
	);
	return { ...base, headers: signed };
}
