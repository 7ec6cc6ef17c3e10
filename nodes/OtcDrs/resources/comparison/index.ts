import type { Resource } from '../../operations/operation';
import { create } from './create';
import { getResult } from './getResult';

/** The resource "Comparison". */
export const comparison: Resource = {
	option: { name: 'Comparison', value: 'comparison' },
	defaultOperation: 'create',
	operations: [create, getResult],
};
