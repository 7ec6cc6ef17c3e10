import type { Resource } from '../../operations/operation';
import { plan } from './plan';
import { report } from './report';
import { run } from './run';

/** The resource "Migration": the whole way, and a picture of it. */
export const migration: Resource = {
	option: { name: 'Migration', value: 'migration' },
	defaultOperation: 'run',
	operations: [plan, report, run],
};
