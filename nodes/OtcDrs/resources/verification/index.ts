import type { Resource } from '../../operations/operation';
import { evaluate } from './evaluate';
import { getSql } from './getSql';

/** The resource "Verification": whether everything has arrived. */
export const verification: Resource = {
	option: { name: 'Verification', value: 'verification' },
	defaultOperation: 'getSql',
	operations: [evaluate, getSql],
};
