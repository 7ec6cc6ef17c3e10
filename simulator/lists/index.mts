import { ddsInstances, gaussDbInstances, rdsInstances, type Instance } from '../data/instances.mts';
import { enterpriseProjects, securityGroups, subnets, vpcs } from '../data/network.mts';
import type { Answer } from '../http/answer.mts';

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

/** @returns the entries whose fields have the values that the query names; a filter that is not set lets all pass */
function matching<T extends object>(
	values: readonly T[],
	query: Query,
	...names: Array<keyof T & string>
): T[] {
	return values.filter((value) =>
		names.every((name) => !query[name] || String(value[name]) === query[name]),
	);
}

/** The instances of every project have no tags, so that a filter by tags finds none. */
function instances(values: readonly Instance[], query: Query) {
	const { name = '', datastore_type: type, tags } = query;
	const found = matching(values, query, 'id', 'type', 'mode', 'vpc_id', 'subnet_id').filter(
		(instance) =>
			instance.name.includes(name) &&
			(type === undefined || instance.datastore.type === type) &&
			!tags,
	);
	return { instances: byOffset(found, query, 100), total_count: found.length };
}

/** The lists of the services around DRS, by operation. */
export const lists: Record<string, (query: Query, account: { domainId: string }) => object> = {
	listRdsInstances: (query) => instances(rdsInstances, query),
	listDdsInstances: (query) => instances(ddsInstances, query),
	listGaussDbInstances: (query) => instances(gaussDbInstances, query),
	/** RDS and DDS have the same path; where they share an address, the list holds both. */
	listRdsAndDdsInstances: (query) => instances([...rdsInstances, ...ddsInstances], query),
	listVpcs: (query) => ({
		vpcs: byMarker(matching(vpcs, query, 'id', 'enterprise_project_id'), query),
	}),
	listSubnets: (query) => ({ subnets: byMarker(matching(subnets, query, 'vpc_id'), query) }),
	listSecurityGroups: (query) => ({
		security_groups: byMarker(matching(securityGroups, query, 'enterprise_project_id'), query),
	}),
	listNetworkSecurityGroups: (query) => ({
		security_groups: byMarker(matching(securityGroups, query, 'id', 'name', 'description'), query),
	}),
	listNetworkVersions: () => ({
		versions: [{ id: 'v2.0', status: 'CURRENT', links: [] }],
	}),
	listEnterpriseProjects: (query) => ({
		enterprise_projects: byOffset(enterpriseProjects, query, 1000),
		total_count: enterpriseProjects.length,
	}),
};

/** Single resources, by operation. */
export const resources: Record<string, (path: Record<string, string>) => Answer> = {
	showVpc: ({ vpc_id: id }) => {
		const vpc = vpcs.find((known) => known.id === id);
		return vpc
			? { status: 200, body: { vpc } }
			: { status: 404, body: { code: 'VPC.0003', message: 'VPC does not exist.' } };
	},
};
