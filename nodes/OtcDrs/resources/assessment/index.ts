import type { Resource } from '../../operations/operation';
import { evaluate } from './evaluate';
import { getSql } from './getSql';

/** The resource "Assessment": what would block a task, before there is one. */
export const assessment: Resource = {
	option: { name: 'Assessment', value: 'assessment' },
	defaultOperation: 'getSql',
	operations: [evaluate, getSql],
};
