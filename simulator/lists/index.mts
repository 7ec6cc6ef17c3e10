import { projects } from '../accounts.mts';
import { ddsInstances, gaussDbInstances, rdsInstances, type Instance } from '../data/instances.mts';
import { enterpriseProjects, securityGroups, subnets, vpcs } from '../data/network.mts';

/** A query as the URL holds it. */
export type Query = Record<string, string>;

const bounded = (value: string | undefined, fallback: number, most: number): number => {
	const number = Number(value ?? fallback);
	return Number.isInteger(number) && number >= 0 ? Math.min(number, most) : fallback;
};

/** Pages by offset and limit, with the total. */
function byOffset<T>(values: readonly T[], query: Query, limit: number): T[] {
	const offset = bounded(query.offset, 0, Number.MAX_SAFE_INTEGER);
	return values.slice(offset, offset + bounded(query.limit, limit, limit));
}

/** Pages by the ID of the last entry of the page before. */
function byMarker<T extends { id: string }>(values: readonly T[], query: Query): T[] {
	const start =
		query.marker === undefined ? 0 : values.findIndex(({ id }) => id === query.marker) + 1;
	return values.slice(start, start + bounded(query.limit, 2000, 2000));
}

function instances(values: readonly Instance[], query: Query) {
	const { name = '', datastore_type: type } = query;
	const found = values.filter(
		(instance) =>
			instance.name.includes(name) && (type === undefined || instance.datastore.type === type),
	);
	return { instances: byOffset(found, query, 100), total_count: found.length };
}

const inVpc = <T extends { vpc_id: string }>(values: readonly T[], query: Query): T[] =>
	values.filter(({ vpc_id: vpc }) => query.vpc_id === undefined || vpc === query.vpc_id);

/** The lists of the services around DRS, by operation. */
export const lists: Record<string, (query: Query, account: { domainId: string }) => object> = {
	listProjects: (query, { domainId }) => ({
		links: {},
		projects: projects
			.filter((project) => project.domainId === domainId)
			.filter(({ name }) => query.name === undefined || name === query.name)
			.map((project) => ({
				id: project.id,
				name: project.name,
				domain_id: project.domainId,
				enabled: true,
			})),
	}),
	listRdsInstances: (query) => instances(rdsInstances, query),
	listDdsInstances: (query) => instances(ddsInstances, query),
	listGaussDbInstances: (query) => instances(gaussDbInstances, query),
	/** RDS and DDS have the same path; where they share an address, the list holds both. */
	listRdsAndDdsInstances: (query) => instances([...rdsInstances, ...ddsInstances], query),
	listVpcs: (query) => ({ vpcs: byMarker(vpcs, query) }),
	listSubnets: (query) => ({ subnets: byMarker(inVpc(subnets, query), query) }),
	listSecurityGroups: (query) => ({ security_groups: byMarker(securityGroups, query) }),
	listEnterpriseProjects: (query) => ({
		enterprise_projects: byOffset(enterpriseProjects, query, 1000),
		total_count: enterpriseProjects.length,
	}),
};
