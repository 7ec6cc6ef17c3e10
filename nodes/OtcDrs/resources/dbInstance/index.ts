import type { Resource } from '../../operations/operation';
import { getMany } from './getMany';

/** The resource "DB Instance": the managed databases that tasks move data to and from. */
export const dbInstance: Resource = {
	option: { name: 'DB Instance', value: 'dbInstance' },
	defaultOperation: 'getMany',
	operations: [getMany],
};
