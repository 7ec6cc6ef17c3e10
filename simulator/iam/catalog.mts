import { createHash } from 'node:crypto';
import { addressOf } from '../http/address.mts';
import { SERVICES } from '../http/routes.mts';
import type { Grant } from './tokens.mts';

/** An entry of the service catalog. */
export interface CatalogEntry {
	id: string;
	type: string;
	name: string;
	endpoints: Array<{
		id: string;
		interface: string;
		region: string;
		region_id: string;
		url: string;
	}>;
}

/** How complete the catalog is; a broken one is for tests of clients. */
export type CatalogState = 'complete' | 'broken';

/** Type, name, host, path; DRS is not in the published catalog, and clients derive it from `volumev2`. */
const ENTRIES: ReadonlyArray<readonly [type: string, name: string, service: string, path: string]> =
	[
		['identity', 'iam', 'iam', '/v3'],
		['compute', 'nova', 'ecs', '/v2.1/{project_id}'],
		['volumev2', 'cinderv2', 'evs', '/v2/{project_id}'],
		['volumev3', 'cinderv3', 'evs', '/v3/{project_id}'],
		['image', 'glance', 'ims', ''],
		['network', 'neutron', 'vpc', ''],
		['vpc', 'vpc', 'vpc', '/v1/{project_id}'],
		['rdsv3', 'rdsv3', 'rds', '/v3/{project_id}'],
		['ddsv3', 'ddsv3', 'dds', '/v3/{project_id}'],
		['gaussdb-mysql', 'gaussdb-mysql', 'gaussdb-mysql', '/mysql/v3/{project_id}'],
		['ces', 'ces', 'ces', '/V1.0/{project_id}'],
		['cesv1', 'cesv1', 'ces', '/V1.0'],
		['eps', 'eps', 'eps', '/v1.0'],
	];

/** Services of the account as a whole. IAM is printed with the region `*`; clients that ask for a region need that one too. */
const GLOBAL = new Set(['iam', 'eps']);

const idOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/**
 * The service catalog of a token, in the form of IAM's operations "Obtaining a token" and "Querying the service catalog".
 *
 * @param grant what the token allows: a project has all services, an account those that need no project, and a token
 * without a scope none
 * @param host the host that the request names; the addresses follow it, by path or by host name
 */
export function catalogOf(
	{ project, isOfDomain }: Pick<Grant, 'project' | 'isOfDomain'>,
	host: string,
	state: CatalogState = 'complete',
): CatalogEntry[] {
	if (!project && !isOfDomain) return [];
	return ENTRIES.filter(([, , service]) => project !== undefined || GLOBAL.has(service)).map(
		([type, name, service, path]) => {
			const region = (project?.name ?? 'eu-de').split('_')[0];
			const regions = service === 'iam' ? ['*', region] : [region];
			const url = `${addressOf(host, service, SERVICES)}${path.replace('{project_id}', project?.id ?? '')}`;
			return {
				id: idOf(type),
				type,
				name,
				endpoints:
					state === 'broken'
						? []
						: regions.map((name) => ({
								id: idOf(`${url} ${name}`),
								interface: 'public',
								region: name,
								region_id: name,
								url,
							})),
			};
		},
	);
}
