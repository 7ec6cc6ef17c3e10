import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { recordsIn } from '../../shared/values/json';
import type { ApiClient } from '../../shared/client/client';
import { findInstances } from '../../shared/drs/managedInstances';
import { isObject } from '../../shared/values/isObject';
import { readText } from '../../shared/values/read';
import { dbTypeOf } from './instances';
import {
	entriesIn,
	fetchList,
	MAX_PAGES,
	searchable,
	toEntry,
	type Page,
} from '../../shared/fields/searchable';

const PAGE_SIZE = 100;
const CHECK_PROJECT = 'Check the region and project of the credential, or use "By ID".';

/** The lists of the VPC service, which page by the ID of the last entry. */
async function fetchByMarker(
	client: ApiClient,
	context: ILoadOptionsFunctions,
	list: { path: string; key: string; purpose: string },
	token: string | undefined,
	filter: Record<string, string> = {},
): Promise<{ objects: IDataObject[]; next?: string }> {
	const body = await fetchList(client, context, {
		service: 'vpc',
		path: list.path,
		query: { limit: PAGE_SIZE, ...filter, ...(token === undefined ? {} : { marker: token }) },
		purpose: list.purpose,
	});
	const entries = entriesIn(body, list.key);
	const objects = recordsIn(entries);
	return { objects, next: entries.length < PAGE_SIZE ? undefined : readText(objects.at(-1)?.id) };
}

const VPCS = { path: '/v1/{project_id}/vpcs', key: 'vpcs', purpose: 'List of VPCs' };
const SUBNETS = { path: '/v1/{project_id}/subnets', key: 'subnets', purpose: 'List of subnets' };
const SECURITY_GROUPS = {
	path: '/v1/{project_id}/security-groups',
	key: 'security_groups',
	purpose: 'List of security groups',
};

/** @returns the names of the VPCs by ID: of all, or of as many as a list is searched for in one go. */
async function vpcNames(
	client: ApiClient,
	context: ILoadOptionsFunctions,
): Promise<Map<string, string>> {
	const names = new Map<string, string>();
	let token: string | undefined;
	for (let page = 0; page < MAX_PAGES; page++) {
		const { objects, next } = await fetchByMarker(client, context, VPCS, token);
		for (const { id, name } of objects) names.set(readText(id) ?? '', readText(name) ?? '');
		if (next === undefined || next === token) break;
		token = next;
	}
	return names;
}

/** Fills the VPC fields. */
export const searchVpcs = searchable({
	noun: 'VPCs',
	whenEmpty: CHECK_PROJECT,
	async fetchPage(client, context, token): Promise<Page> {
		const { objects, next } = await fetchByMarker(client, context, VPCS, token);
		const entries = objects.flatMap((vpc) => toEntry(vpc, vpc.cidr));
		return { entries, next };
	},
});

/** @returns the ID that was picked, also one in a resource locator; undefined for none and for an expression */
function pickedId(value: unknown): string | undefined {
	const id = readText(isObject(value) ? value.value : value);
	return id?.startsWith('=') ? undefined : id;
}

/** @returns the VPC of the DB instance that was picked; undefined where it is not known */
async function vpcOfInstance(
	client: ApiClient,
	context: ILoadOptionsFunctions,
): Promise<string | undefined> {
	const source = context.getCurrentNodeParameter('sourceDatabase');
	const sides = [
		['target', context.getCurrentNodeParameter('targetInstance')],
		['source', isObject(source) ? (source as IDataObject).instId : undefined],
	] as const;
	for (const [side, value] of sides) {
		const id = pickedId(value);
		if (id === undefined) continue;
		const found = await findInstances(client, dbTypeOf(context, side), new Set([id]));
		return found.ok ? found.value.get(id)?.vpcId : undefined;
	}
	return undefined;
}

/** Fills the subnet fields; every subnet is named together with its VPC. Those in the VPC of the DB instance come first. */
export const searchSubnets = searchable(() => {
	let vpcs: Map<string, string> | undefined;
	let ownVpc: Promise<string | undefined> | undefined;
	return {
		noun: 'subnets',
		whenEmpty: CHECK_PROJECT,
		async fetchPage(client, context, token): Promise<Page> {
			vpcs ??= await vpcNames(client, context);
			const names = vpcs;
			const vpc = await (ownVpc ??= vpcOfInstance(client, context));
			const own =
				vpc === undefined || token !== undefined
					? []
					: (await fetchByMarker(client, context, SUBNETS, undefined, { vpc_id: vpc })).objects;
			const { objects, next } = await fetchByMarker(client, context, SUBNETS, token);
			const ids = new Set(own.map(({ id }) => id));
			const others = objects.filter(
				({ id, vpc_id: of }) => !ids.has(id) && (token === undefined || of !== vpc),
			);
			const entries = [...own, ...others].flatMap((subnet) => {
				const vpcId = readText(subnet.vpc_id) ?? '';
				const path = [names.get(vpcId) ?? vpcId, readText(subnet.name) ?? ''];
				return toEntry({ ...subnet, name: path.filter(Boolean).join(' / ') }, subnet.cidr);
			});
			return { entries, next };
		},
	};
});

/** Fills the security group fields. */
export const searchSecurityGroups = searchable({
	noun: 'security groups',
	whenEmpty: CHECK_PROJECT,
	async fetchPage(client, context, token): Promise<Page> {
		const { objects, next } = await fetchByMarker(client, context, SECURITY_GROUPS, token);
		return {
			entries: objects.flatMap((group) => toEntry(group)),
			next,
		};
	},
});
