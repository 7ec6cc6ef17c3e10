import { CredentialProblem } from './CredentialProblem';
import type { Settings } from './settings';

/** Services whose host has another name than the service, by region; see the endpoint tables of both clouds. */
const SWISS_REGION = 'eu-ch2';
const NOT_IN_SWISS_CLOUD = new Set(['drs', 'dds', 'gaussdb-mysql', 'eps']);
const ONLY_IN_GERMANY = new Set(['gaussdb-mysql']);
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const HOST_LABEL = /^[a-z0-9-]+$/;
const SERVICE_NAME = /^[a-z0-9-]{2,40}$/;

/** Parts of the API path that are often copied along with the URL: `/v3`, `/v3/auth/tokens`, `/v3/{project_id}`. */
const API_PATH = /\/v\d(?:\.\d)?(?:\/(?:auth|%7Bproject_id%7D|[0-9a-f]{32})(?:\/.*)?)?\/?$/i;

/** @returns the URL without a trailing slash and without the path of the API, checked. */
function checkEndpoint(field: string, endpoint: string): string {
	if (!URL.canParse(endpoint)) {
		throw new CredentialProblem(
			`${field}: "${endpoint.slice(endpoint.lastIndexOf('@') + 1)}" is not a URL`,
			'Enter a URL such as https://iam.eu-de.otc.t-systems.com.',
		);
	}
	const url = new URL(endpoint);
	const secure =
		url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
	if (!secure) {
		throw new CredentialProblem(
			`${field}: "${url.protocol}//${url.host}" is not secure`,
			'Use https. Plain http only works on the local machine (127.0.0.1, localhost), for the simulator.',
		);
	}
	if (url.username !== '' || url.password !== '') {
		throw new CredentialProblem(
			`${field}: contains a user or a password`,
			'Remove everything before the @.',
		);
	}
	const path = url.pathname.replace(API_PATH, '');
	return `${url.origin}${path}`.replace(/(?<!\/)\/+$/, '');
}

function customEndpoint(settings: Settings, service: string): string {
	const pattern =
		service === 'iam' && settings.iamEndpoint !== ''
			? settings.iamEndpoint
			: settings.serviceEndpoint;
	const field = pattern === settings.iamEndpoint ? 'IAM Endpoint' : 'Service Endpoint';
	if (pattern === '') {
		throw new CredentialProblem(
			`${service === 'iam' ? 'IAM Endpoint' : 'Service Endpoint'}: is empty`,
			'A custom region needs the URL of its services, such as https://{service}.{region}.myhuaweicloud.com.',
		);
	}
	return checkEndpoint(
		field,
		pattern.replaceAll('{service}', service).replaceAll('{region}', settings.region),
	);
}

/**
 * Gives the address of a service, by the endpoint tables of Open Telekom Cloud and its Swiss twin, or by the custom
 * endpoints of the credential.
 *
 * @param settings the fields of the credential
 * @param service the service, such as `drs` or `iam`
 * @returns origin and path prefix, without a trailing slash
 * @throws CredentialProblem if the service is not offered in the region, or an endpoint is not usable
 */
export function endpointOf(settings: Settings, service: string): string {
	if (!SERVICE_NAME.test(service)) {
		throw new CredentialProblem(
			`Service: "${service.slice(0, 60)}" is not a service`,
			'Use a name such as drs.',
		);
	}
	const { region, isCustom } = settings;
	if (isCustom) return customEndpoint(settings, service);
	if (region === SWISS_REGION) {
		if (NOT_IN_SWISS_CLOUD.has(service)) {
			throw new CredentialProblem(
				`Region: the service "${service}" is not offered in ${region}`,
				'Choose eu-de or eu-nl for DRS. The Swiss region has no DRS, but other services.',
			);
		}
		return `https://${service === 'iam' ? 'iam-pub' : service}.${region}.sc.otc.t-systems.com`;
	}
	if (ONLY_IN_GERMANY.has(service) && region !== 'eu-de') {
		throw new CredentialProblem(
			`Region: the service "${service}" is not offered in ${region}`,
			'Choose eu-de, or enter the ID instead of choosing from the list.',
		);
	}
	return `https://${service}.${region}.otc.t-systems.com`;
}

/**
 * @returns whether a token or signature of this credential may go to the URL: to a service of Open Telekom Cloud in the
 * credential's own region, or to the custom endpoints. Services have one name below the region; deeper names belong to
 * customers, such as those of buckets and of groups of APIs
 */
export function isOwnHost(settings: Settings, url: URL): boolean {
	if (settings.isCustom) {
		const [wanted, fixed] = [url, settings.iamEndpoint];
		if (fixed !== '' && wanted.origin === new URL(checkEndpoint('IAM Endpoint', fixed)).origin)
			return true;
		if (settings.serviceEndpoint === '') return false;
		const service = wanted.hostname.split('.')[0];
		return (
			wanted.origin ===
			new URL(customEndpoint(settings, SERVICE_NAME.test(service) ? service : 'drs')).origin
		);
	}
	const suffix = settings.region === SWISS_REGION ? '.sc.otc.t-systems.com' : '.otc.t-systems.com';
	const domain = `.${settings.region}${suffix}`;
	return (
		url.protocol === 'https:' &&
		url.port === '' &&
		url.hostname.endsWith(domain) &&
		HOST_LABEL.test(url.hostname.slice(0, -domain.length))
	);
}
