import type { Resource } from '../../operations/operation';
import { getMany } from './getMany';

/** The resource "Subnet": where replication instances run. */
export const subnet: Resource = {
	option: { name: 'Subnet', value: 'subnet' },
	defaultOperation: 'getMany',
	operations: [getMany],
};
