import { SECURITY_GROUPS, SUBNETS, VPCS, vpcNames } from '../../shared/drs/network';
import { fetchPageOf, listError, searchable, toEntry } from '../../shared/fields/searchable';
import { readText } from '../../shared/values/read';

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

/** Fills the subnet fields; every subnet is named together with its VPC. */
export const searchSubnets = searchable(() => {
	let vpcs: Map<string, string> | undefined;
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
			const { records, next } = await fetchPageOf(client, context, SUBNETS, token);
			const entries = records.flatMap((subnet) => {
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
