import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import type { ApiClient } from '../../shared/client/client';
import { findInstances } from '../../shared/drs/findInstances';
import { SECURITY_GROUPS, SUBNETS, VPCS, vpcNames } from '../../shared/drs/network';
import { fetchPageOf, listError, searchable, toEntry } from '../../shared/fields/searchable';
import { isObject } from '../../shared/values/isObject';
import { readText } from '../../shared/values/read';
import { dbTypeOf } from './instances';

const CHECK_PROJECT = 'Check the region and project of the credential, or use "By ID".';

/** Fills the VPC fields. */
export const searchVpcs = searchable({
	noun: 'VPCs',
	whenEmpty: CHECK_PROJECT,
	async fetchPage(client, context, token) {
		const { records, next } = await fetchPageOf(client, context, VPCS, token);
		return { entries: records.flatMap((vpc) => toEntry(vpc, vpc.cidr)), next };
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
		return found.ok ? found.value.get(id)?.vpc_id : undefined;
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
		async fetchPage(client, context, token) {
			if (vpcs === undefined) {
				const listed = await vpcNames(client);
				if (!listed.ok) throw listError(context, listed.failure, VPCS.service);
				vpcs = listed.value;
			}
			const names = vpcs;
			const vpc = await (ownVpc ??= vpcOfInstance(client, context));
			const own =
				vpc === undefined || token !== undefined
					? []
					: (await fetchPageOf(client, context, SUBNETS, undefined, { vpc_id: vpc })).records;
			const { records, next } = await fetchPageOf(client, context, SUBNETS, token);
			const ids = new Set(own.map(({ id }) => id));
			const others = records.filter(
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
	async fetchPage(client, context, token) {
		const { records, next } = await fetchPageOf(client, context, SECURITY_GROUPS, token);
		return { entries: records.flatMap((group) => toEntry(group)), next };
	},
});
