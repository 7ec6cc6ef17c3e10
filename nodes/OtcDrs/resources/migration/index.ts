import type { Resource } from '../../operation';
import { run } from './run';

/** The resource "Migration": the whole way, and a picture of it. */
export const migration: Resource = {
	option: { name: 'Migration', value: 'migration' },
	defaultOperation: 'run',
	operations: [run],
};
