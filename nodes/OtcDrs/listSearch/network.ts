import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import type { ApiClient } from '../../shared/transport/client';
import { fetchList, objectsIn, searchable, type Page } from './pages';

const PAGE_SIZE = 100;
const CHECK_PROJECT =
	'Check the region and the project of the credential. You can also switch the field to "By ID".';

/** The lists of the VPC service, which page by the ID of the last entry. */
async function fetchByMarker(
	client: ApiClient,
	context: ILoadOptionsFunctions,
	list: { path: string; key: string; purpose: string },
	token: string | undefined,
): Promise<{ objects: IDataObject[]; next?: string }> {
	const body = await fetchList(client, context, {
		service: 'vpc',
		path: list.path,
		query: { limit: PAGE_SIZE, ...(token === undefined ? {} : { marker: token }) },
		purpose: list.purpose,
	});
	const objects = objectsIn(body, list.key);
	const last = objects.at(-1)?.id;
	return {
		objects,
		next: objects.length < PAGE_SIZE || last === undefined ? undefined : String(last),
	};
}

const VPCS = { path: '/v1/{project_id}/vpcs', key: 'vpcs', purpose: 'List of VPCs' };
const SUBNETS = { path: '/v1/{project_id}/subnets', key: 'subnets', purpose: 'List of subnets' };
const SECURITY_GROUPS = {
	path: '/v1/{project_id}/security-groups',
	key: 'security_groups',
	purpose: 'List of security groups',
};

/** @returns the names of all VPCs by ID. */
async function vpcNames(
	client: ApiClient,
	context: ILoadOptionsFunctions,
): Promise<Map<string, string>> {
	const names = new Map<string, string>();
	let token: string | undefined;
	do {
		const { objects, next } = await fetchByMarker(client, context, VPCS, token);
		for (const { id, name } of objects) names.set(String(id), String(name));
		token = next;
	} while (token !== undefined);
	return names;
}

/** Fills the VPC fields. */
export const searchVpcs = searchable({
	noun: 'VPCs',
	whenEmpty: CHECK_PROJECT,
	async fetchPage(client, context, token): Promise<Page> {
		const { objects, next } = await fetchByMarker(client, context, VPCS, token);
		const entries = objects.map(({ id, name, cidr }) => ({
			name: `${String(name)} (${String(cidr)})`,
			value: String(id),
		}));
		return { entries, next };
	},
});

/** Fills the subnet fields; every subnet is named together with its VPC. */
export const searchSubnets = searchable({
	noun: 'subnets',
	whenEmpty: CHECK_PROJECT,
	async fetchPage(client, context, token): Promise<Page> {
		const names = await vpcNames(client, context);
		const { objects, next } = await fetchByMarker(client, context, SUBNETS, token);
		const entries = objects.map(({ id, name, cidr, vpc_id: vpcId }) => ({
			name: `${names.get(String(vpcId)) ?? String(vpcId)} / ${String(name)} (${String(cidr)})`,
			value: String(id),
		}));
		return { entries, next };
	},
});

/** Fills the security group fields. */
export const searchSecurityGroups = searchable({
	noun: 'security groups',
	whenEmpty: CHECK_PROJECT,
	async fetchPage(client, context, token): Promise<Page> {
		const { objects, next } = await fetchByMarker(client, context, SECURITY_GROUPS, token);
		return {
			entries: objects.map(({ id, name }) => ({ name: String(name), value: String(id) })),
			next,
		};
	},
});
