/** Names under which a service is known beside its own. */
const ALIASES: Record<string, string> = {
	gaussdb: 'gaussdb-mysql',
	'iam-pub': 'iam',
};

/** The label of a host name that the cloud has no API for here, but whose address its catalog holds. */
const CATALOG_ONLY = new Set(['evs', 'ecs', 'ims']);

const label = (host: string): string => host.split('.')[0].toLowerCase();

/** @returns the service that a name means: its own name, or another one for it */
export function serviceOf(name: string, services: ReadonlySet<string>): string | undefined {
	const service = ALIASES[name] ?? name;
	return services.has(service) ? service : undefined;
}

/**
 * @param host the host that a request names, such as `rds.eu-de.otc.t-systems.com:443`
 * @returns the service whose host this is, undefined for an address without a service's name
 */
export const serviceOfHost = (
	host: string | undefined,
	services: ReadonlySet<string>,
): string | undefined => (host?.includes('.') ? serviceOf(label(host), services) : undefined);

/**
 * Where a service answers, in the way in which the caller found the one that it asks: by host name or by path.
 *
 * @param host the host that the request names
 * @param service name of a service, such as `evs`
 * @returns the address without a slash at its end
 */
export function addressOf(host: string, service: string, services: ReadonlySet<string>): string {
	const isByName = serviceOfHost(host, services) !== undefined || CATALOG_ONLY.has(label(host));
	return isByName
		? `http://${service}${host.slice(label(host).length)}`
		: `http://${host}/${service}`;
}
