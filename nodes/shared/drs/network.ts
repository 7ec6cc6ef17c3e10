import type { ApiClient } from '../client/client';
import { success, type Outcome } from '../failures/failure';
import { readText } from '../values/read';
import { withoutUndefined } from '../values/withoutUndefined';
import { nameContains } from './dbInstances';
import { servicePages, wholeList, type ServiceList } from './serviceList';

const vpcList = (name: string, key: string, noun: string): ServiceList => ({
	service: 'vpc',
	path: `/v1/{project_id}/${name}`,
	key,
	paging: 'marker',
	pageSize: 100,
	purpose: `List of ${noun}`,
});

export const VPCS = vpcList('vpcs', 'vpcs', 'VPCs');
export const SUBNETS = vpcList('subnets', 'subnets', 'subnets');
export const SECURITY_GROUPS = vpcList('security-groups', 'security_groups', 'security groups');

/** So many pages of VPCs are read for their names; a project has a handful of VPCs. */
const MAX_VPC_PAGES = 50;

/** @returns the names of the VPCs of the project by ID. */
export async function vpcNames(client: ApiClient): Promise<Outcome<Map<string, string>>> {
	const names = new Map<string, string>();
	let pages = 0;
	for await (const page of servicePages(client, VPCS)) {
		if (!page.ok) return page;
		for (const { id, name } of page.value) names.set(readText(id) ?? '', readText(name) ?? '');
		if (++pages >= MAX_VPC_PAGES) break;
	}
	return success(names);
}

/** A subnet of a VPC. The names are those of the API. */
export interface Subnet {
	id: string;
	name?: string;
	cidr?: string;
	status?: string;
	vpc_id?: string;
	vpc_name?: string;
}

/** Which subnets are listed; what is undefined does not matter. */
export interface SubnetFilter {
	/** Part of the name, in any case. */
	name?: string;
	vpcId?: string;
}

/**
 * Lists the subnets of the project with the names of their VPCs.
 *
 * @param client the client of the run
 * @param filter which of them
 * @param most how many at most
 */
export async function listSubnets(
	client: ApiClient,
	{ name, vpcId }: SubnetFilter,
	most?: number,
): Promise<Outcome<Subnet[]>> {
	const names = await vpcNames(client);
	if (!names.ok) return names;
	const subnets = await wholeList(client, SUBNETS, {
		filters: vpcId === undefined ? {} : { vpc_id: vpcId },
		keep: (record) => nameContains(record, name),
		most,
	});
	if (!subnets.ok) return subnets;
	return success(
		subnets.value.map((record) =>
			withoutUndefined({
				id: readText(record.id) ?? '',
				name: readText(record.name),
				cidr: readText(record.cidr),
				status: readText(record.status),
				vpc_id: readText(record.vpc_id),
				vpc_name: names.value.get(readText(record.vpc_id) ?? ''),
			}),
		),
	);
}
