import type { Resource } from '../../operations/operation';
import { report } from './report';
import { run } from './run';

/** The resource "Migration": complete migrations, and reports about them. */
export const migration: Resource = {
	option: { name: 'Migration', value: 'migration' },
	defaultOperation: 'run',
	operations: [report, run],
};
