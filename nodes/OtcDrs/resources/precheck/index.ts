import type { Resource } from '../../operations/operation';
import { getResult } from './getResult';
import { runPrecheck } from './run';

/** The resource "Pre-Check". */
export const precheck: Resource = {
	option: { name: 'Pre-Check', value: 'precheck' },
	defaultOperation: 'run',
	operations: [getResult, runPrecheck],
};
