import { listSubnets, type SubnetFilter } from '../../../shared/drs/network';
import { inVpc } from '../../fields/networkFilters';
import { listOperation } from '../../operations/listOperation';

/** Subnet → Get Many: the list of the VPC service, with the names of the VPCs. */
export const getMany = listOperation<SubnetFilter>({
	resource: 'subnet',
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many subnets',
		description: 'List the subnets of the project in which replication instances can run',
	},
	filters: inVpc('subnets'),
	read: (_fields, filters) => ({ name: filters.text('name'), vpcId: filters.text('vpc') }),
	list: listSubnets,
});
